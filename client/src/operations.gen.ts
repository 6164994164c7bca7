// Generated from the operations: npm run generate

export interface GetSetUpInput {

}

export interface GetSetUpOutput {
/**
 * The next visitor becomes the owner
 */
needed: boolean
}

export interface SetUpInput {
name: string
email: string
password: string
workspaceName: string
timeZone: string
}

export interface SetUpOutput {
id: string
name: string
timeZone: string
}

export interface GetMeInput {

}

export interface GetMeOutput {
person: {
id: string
name: string
email: string
twoFactorEnabled: boolean
}
workspaces: {
id: string
name: string
timeZone: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
permissions: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
}[]
}

export interface CreateWorkspaceInput {
name: string
timeZone: string
}

export interface CreateWorkspaceOutput {
id: string
name: string
timeZone: string
}

export interface ChangeWorkspaceInput {
name?: string
timeZone?: string
}

export interface ChangeWorkspaceOutput {
id: string
name: string
timeZone: string
}

export interface ListRolesInput {

}

export interface ListRolesOutput {
items: {
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
permissions: string[]
}[]
}

export interface ListMembersInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before
 */
after?: string
}

export interface ListMembersOutput {
items: {
personId: string
name: string
email: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
createdAt: string
}[]
next: (string | null)
}

export interface ChangeMemberInput {
personId: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
}

export interface ChangeMemberOutput {
personId: string
name: string
email: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
createdAt: string
}

export interface RemoveMemberInput {
personId: string
}

export interface RemoveMemberOutput {
personId: string
name: string
email: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
createdAt: string
}

export interface CreateInvitationInput {
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
/**
 * Whom it is for; only you see it
 */
note?: string
/**
 * How long the link works
 */
days?: number
}

export interface CreateInvitationOutput {
id: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
note: string
createdAt: string
expiresAt: string
acceptedAt: (string | null)
/**
 * Shown this once
 */
link: string
}

export interface ListInvitationsInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}

export interface ListInvitationsOutput {
items: {
id: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
note: string
createdAt: string
expiresAt: string
acceptedAt: (string | null)
}[]
next: (string | null)
}

export interface DeleteInvitationInput {
id: string
}

export interface DeleteInvitationOutput {
id: string
}

export interface GetInvitationInput {
token: string
}

export interface GetInvitationOutput {
workspaceName: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
expiresAt: string
}

export interface AcceptInvitationInput {
token: string
/**
 * Who you are, unless you are signed in
 */
person?: {
name: string
email: string
password: string
}
}

export interface AcceptInvitationOutput {
id: string
name: string
timeZone: string
}

export interface CreateApiKeyInput {
name: string
/**
 * @minItems 1
 */
scopes: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
/**
 * When the key stops working; leave it out for a key that lasts
 */
expiresAt?: string
}

export interface CreateApiKeyOutput {
id: string
name: string
/**
 * The first characters, to tell keys apart
 */
tokenStart: string
scopes: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
createdAt: string
expiresAt: (string | null)
lastUsedAt: (string | null)
revokedAt: (string | null)
/**
 * Shown this once; send it as `Authorization: Bearer …`
 */
token: string
}

export interface ListApiKeysInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}

export interface ListApiKeysOutput {
items: {
id: string
name: string
/**
 * The first characters, to tell keys apart
 */
tokenStart: string
scopes: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
createdAt: string
expiresAt: (string | null)
lastUsedAt: (string | null)
revokedAt: (string | null)
}[]
next: (string | null)
}

export interface RevokeApiKeyInput {
id: string
}

export interface RevokeApiKeyOutput {
id: string
}

export interface ListHistoryInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
/**
 * Only what was done to the thing with this id
 */
subject?: string
}

export interface ListHistoryOutput {
items: {
id: string
at: string
actorKind: string
actorName: string
surface: string
address: (string | null)
operation: string
subject: (string | null)
detail: {
[k: string]: unknown
}
}[]
next: (string | null)
}

export interface CreateSiteInput {
name: string
/**
 * Its address, as in https://example.com
 */
origin: string
}

export interface CreateSiteOutput {
id: string
name: string
origin: string
/**
 * Public: names the site to the event endpoint
 */
siteKey: string
/**
 * The one line to put into every page
 */
embedLine: string
/**
 * What to put where, to prove that the site is yours; one of them is enough
 */
proofs: {
meta: string
fileUrl: string
fileText: string
dnsName: string
dnsText: string
}
provedAt: (string | null)
provedBy: (("meta" | "file" | "dns") | null)
/**
 * When the embedded line was first heard from
 */
firstVisitAt: (string | null)
createdAt: string
}

export interface ListSitesInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}

export interface ListSitesOutput {
items: {
id: string
name: string
origin: string
/**
 * Public: names the site to the event endpoint
 */
siteKey: string
/**
 * The one line to put into every page
 */
embedLine: string
/**
 * What to put where, to prove that the site is yours; one of them is enough
 */
proofs: {
meta: string
fileUrl: string
fileText: string
dnsName: string
dnsText: string
}
provedAt: (string | null)
provedBy: (("meta" | "file" | "dns") | null)
/**
 * When the embedded line was first heard from
 */
firstVisitAt: (string | null)
createdAt: string
}[]
next: (string | null)
}

export interface GetSiteInput {
id: string
}

export interface GetSiteOutput {
id: string
name: string
origin: string
/**
 * Public: names the site to the event endpoint
 */
siteKey: string
/**
 * The one line to put into every page
 */
embedLine: string
/**
 * What to put where, to prove that the site is yours; one of them is enough
 */
proofs: {
meta: string
fileUrl: string
fileText: string
dnsName: string
dnsText: string
}
provedAt: (string | null)
provedBy: (("meta" | "file" | "dns") | null)
/**
 * When the embedded line was first heard from
 */
firstVisitAt: (string | null)
createdAt: string
}

export interface ChangeSiteInput {
id: string
name: string
}

export interface ChangeSiteOutput {
id: string
name: string
origin: string
/**
 * Public: names the site to the event endpoint
 */
siteKey: string
/**
 * The one line to put into every page
 */
embedLine: string
/**
 * What to put where, to prove that the site is yours; one of them is enough
 */
proofs: {
meta: string
fileUrl: string
fileText: string
dnsName: string
dnsText: string
}
provedAt: (string | null)
provedBy: (("meta" | "file" | "dns") | null)
/**
 * When the embedded line was first heard from
 */
firstVisitAt: (string | null)
createdAt: string
}

export interface DeleteSiteInput {
id: string
}

export interface DeleteSiteOutput {
id: string
name: string
origin: string
/**
 * Public: names the site to the event endpoint
 */
siteKey: string
/**
 * The one line to put into every page
 */
embedLine: string
/**
 * What to put where, to prove that the site is yours; one of them is enough
 */
proofs: {
meta: string
fileUrl: string
fileText: string
dnsName: string
dnsText: string
}
provedAt: (string | null)
provedBy: (("meta" | "file" | "dns") | null)
/**
 * When the embedded line was first heard from
 */
firstVisitAt: (string | null)
createdAt: string
}

export interface ProveSiteInput {
id: string
method: ("meta" | "file" | "dns")
}

export interface ProveSiteOutput {
id: string
name: string
origin: string
/**
 * Public: names the site to the event endpoint
 */
siteKey: string
/**
 * The one line to put into every page
 */
embedLine: string
/**
 * What to put where, to prove that the site is yours; one of them is enough
 */
proofs: {
meta: string
fileUrl: string
fileText: string
dnsName: string
dnsText: string
}
provedAt: (string | null)
provedBy: (("meta" | "file" | "dns") | null)
/**
 * When the embedded line was first heard from
 */
firstVisitAt: (string | null)
createdAt: string
}

export interface ListPagesInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
/**
 * A part of the path or title
 */
search?: string
}

export interface ListPagesOutput {
items: {
id: string
siteId: string
path: string
url: string
title: (string | null)
knownFrom: ("visit" | "sitemap")
knownAt: string
/**
 * What the sitemap says
 */
changedAt: (string | null)
/**
 * When a person was first seen on it
 */
visitedAt: (string | null)
}[]
next: (string | null)
}

export interface ReadSitemapInput {
siteId: string
}

export interface ReadSitemapOutput {
id: string
siteId: string
startedAt: string
pagesFound: number
endedAt: (string | null)
failure: (string | null)
}

export interface GetSitemapReadingInput {
siteId: string
}

export type GetSitemapReadingOutput = ({
id: string
siteId: string
startedAt: string
pagesFound: number
endedAt: (string | null)
failure: (string | null)
} | null)

export interface CreateLinkInput {
/**
 * Where it leads
 */
url: string
/**
 * The end of the short address; leave it out to get a free one
 */
slug?: string
}

export interface CreateLinkOutput {
id: string
slug: string
/**
 * Where it leads
 */
url: string
/**
 * What to give people
 */
shortUrl: string
/**
 * The site it leads to, when that is one of the workspace's
 */
siteId: (string | null)
/**
 * The publication that it was made for
 */
publicationId: (string | null)
createdAt: string
}

export interface ListLinksInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}

export interface ListLinksOutput {
items: Link[]
next: (string | null)
}
export interface Link {
id: string
slug: string
/**
 * Where it leads
 */
url: string
/**
 * What to give people
 */
shortUrl: string
/**
 * The site it leads to, when that is one of the workspace's
 */
siteId: (string | null)
/**
 * The publication that it was made for
 */
publicationId: (string | null)
createdAt: string
}

export interface GetLinkInput {
linkId: string
}

export interface GetLinkOutput {
id: string
slug: string
/**
 * Where it leads
 */
url: string
/**
 * What to give people
 */
shortUrl: string
/**
 * The site it leads to, when that is one of the workspace's
 */
siteId: (string | null)
/**
 * The publication that it was made for
 */
publicationId: (string | null)
createdAt: string
}

export interface UploadMediaInput {
/**
 * The picture
 */
file: string
/**
 * The file's own name if left out
 */
name?: string
/**
 * What it shows, for those who can't see it
 */
alt?: string
}

export interface UploadMediaOutput {
id: string
name: string
mimeType: string
width: number
height: number
byteLength: number
animated: boolean
/**
 * What the picture shows, for those who can't see it
 */
alt: string
/**
 * The picture as it was uploaded; for those who are signed in
 */
url: string
/**
 * A small still of it; for those who are signed in
 */
thumbnailUrl: string
createdAt: string
}

export interface ListMediaInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}

export interface ListMediaOutput {
items: Media[]
next: (string | null)
}
export interface Media {
id: string
name: string
mimeType: string
width: number
height: number
byteLength: number
animated: boolean
/**
 * What the picture shows, for those who can't see it
 */
alt: string
/**
 * The picture as it was uploaded; for those who are signed in
 */
url: string
/**
 * A small still of it; for those who are signed in
 */
thumbnailUrl: string
createdAt: string
}

export interface GetMediaInput {
id: string
}

export interface GetMediaOutput {
id: string
name: string
mimeType: string
width: number
height: number
byteLength: number
animated: boolean
/**
 * What the picture shows, for those who can't see it
 */
alt: string
/**
 * The picture as it was uploaded; for those who are signed in
 */
url: string
/**
 * A small still of it; for those who are signed in
 */
thumbnailUrl: string
createdAt: string
}

export interface ChangeMediaInput {
id: string
alt: string
}

export interface ChangeMediaOutput {
id: string
name: string
mimeType: string
width: number
height: number
byteLength: number
animated: boolean
/**
 * What the picture shows, for those who can't see it
 */
alt: string
/**
 * The picture as it was uploaded; for those who are signed in
 */
url: string
/**
 * A small still of it; for those who are signed in
 */
thumbnailUrl: string
createdAt: string
}

export interface DeleteMediaInput {
id: string
}

export interface DeleteMediaOutput {
id: string
name: string
mimeType: string
width: number
height: number
byteLength: number
animated: boolean
/**
 * What the picture shows, for those who can't see it
 */
alt: string
/**
 * The picture as it was uploaded; for those who are signed in
 */
url: string
/**
 * A small still of it; for those who are signed in
 */
thumbnailUrl: string
createdAt: string
}

export interface ListNetworksInput {

}

export interface ListNetworksOutput {
items: Network[]
}
export interface Network {
id: string
name: string
kind: ("social" | "messenger" | "forum" | "blog")
color: string
/**
 * SVG path in a box of 24×24
 */
iconPath: string
limits: {
id: string
at?: string
when?: string
unit: string
max?: number
min?: number
oneOf?: string[]
urlCounts?: number
mentionsWithoutDomain?: boolean
alsoCounts?: string[]
source: string
checkedOn: string
confidence: ("high" | "low")
live?: string
}[]
connect: {
id: string
kind: ("form" | "oauth")
fields: {
key: string
label: {
en: string
ru: string
}
hint?: {
en: string
ru: string
}
placeholder?: string
secret?: boolean
optional?: boolean
}[]
}[]
/**
 * JSON Schema of the network's own choices for a post
 */
options: {
[k: string]: unknown
}
canThread: boolean
capabilities: {
replies: boolean
reply: boolean
metrics: boolean
audience: boolean
edit: boolean
withdraw: boolean
}
}

export interface StartConnectionInput {
networkId: string
methodId: string
/**
 * What the method's fields ask for, by their keys
 */
values?: {
[k: string]: string
}
/**
 * The channel to connect again
 */
channelId?: string
}

export interface StartConnectionOutput {
/**
 * The connected channel, where a form was enough
 */
channel: (Channel | null)
/**
 * Where to send the person, for OAuth
 */
authorizeUrl: (string | null)
}
export interface Channel {
id: string
networkId: string
handle: string
displayName: string
url: string
avatarUrl: (string | null)
server: string
state: ("connected" | "needs-reconnect" | "disconnected")
followers: (number | null)
/**
 * When the credentials end unless they are renewed; null where they don't
 */
expiresAt: (string | null)
/**
 * As this very server states them
 */
limits: {
id: string
at?: string
when?: string
unit: string
max?: number
min?: number
oneOf?: string[]
urlCounts?: number
mentionsWithoutDomain?: boolean
alsoCounts?: string[]
source: string
checkedOn: string
confidence: ("high" | "low")
live?: string
}[]
/**
 * What keeps a post from going out twice after a crash
 */
protocol: ("keyed" | "plain" | "staged")
connectedAt: string
checkedAt: string
problem: ({
since: string
rule: string
title: string
words: (string | null)
hint: (string | null)
} | null)
}

export interface ListChannelsInput {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}

export interface ListChannelsOutput {
items: Channel[]
next: (string | null)
}
export interface Channel {
id: string
networkId: string
handle: string
displayName: string
url: string
avatarUrl: (string | null)
server: string
state: ("connected" | "needs-reconnect" | "disconnected")
followers: (number | null)
/**
 * When the credentials end unless they are renewed; null where they don't
 */
expiresAt: (string | null)
/**
 * As this very server states them
 */
limits: {
id: string
at?: string
when?: string
unit: string
max?: number
min?: number
oneOf?: string[]
urlCounts?: number
mentionsWithoutDomain?: boolean
alsoCounts?: string[]
source: string
checkedOn: string
confidence: ("high" | "low")
live?: string
}[]
/**
 * What keeps a post from going out twice after a crash
 */
protocol: ("keyed" | "plain" | "staged")
connectedAt: string
checkedAt: string
problem: ({
since: string
rule: string
title: string
words: (string | null)
hint: (string | null)
} | null)
}

export interface GetChannelInput {
id: string
}

export interface GetChannelOutput {
id: string
networkId: string
handle: string
displayName: string
url: string
avatarUrl: (string | null)
server: string
state: ("connected" | "needs-reconnect" | "disconnected")
followers: (number | null)
/**
 * When the credentials end unless they are renewed; null where they don't
 */
expiresAt: (string | null)
/**
 * As this very server states them
 */
limits: {
id: string
at?: string
when?: string
unit: string
max?: number
min?: number
oneOf?: string[]
urlCounts?: number
mentionsWithoutDomain?: boolean
alsoCounts?: string[]
source: string
checkedOn: string
confidence: ("high" | "low")
live?: string
}[]
/**
 * What keeps a post from going out twice after a crash
 */
protocol: ("keyed" | "plain" | "staged")
connectedAt: string
checkedAt: string
problem: ({
since: string
rule: string
title: string
words: (string | null)
hint: (string | null)
} | null)
}

export interface CheckChannelInput {
id: string
}

export interface CheckChannelOutput {
id: string
networkId: string
handle: string
displayName: string
url: string
avatarUrl: (string | null)
server: string
state: ("connected" | "needs-reconnect" | "disconnected")
followers: (number | null)
/**
 * When the credentials end unless they are renewed; null where they don't
 */
expiresAt: (string | null)
/**
 * As this very server states them
 */
limits: {
id: string
at?: string
when?: string
unit: string
max?: number
min?: number
oneOf?: string[]
urlCounts?: number
mentionsWithoutDomain?: boolean
alsoCounts?: string[]
source: string
checkedOn: string
confidence: ("high" | "low")
live?: string
}[]
/**
 * What keeps a post from going out twice after a crash
 */
protocol: ("keyed" | "plain" | "staged")
connectedAt: string
checkedAt: string
problem: ({
since: string
rule: string
title: string
words: (string | null)
hint: (string | null)
} | null)
}

export interface DeleteChannelInput {
id: string
}

export interface DeleteChannelOutput {
id: string
networkId: string
handle: string
displayName: string
url: string
avatarUrl: (string | null)
server: string
state: ("connected" | "needs-reconnect" | "disconnected")
followers: (number | null)
/**
 * When the credentials end unless they are renewed; null where they don't
 */
expiresAt: (string | null)
/**
 * As this very server states them
 */
limits: {
id: string
at?: string
when?: string
unit: string
max?: number
min?: number
oneOf?: string[]
urlCounts?: number
mentionsWithoutDomain?: boolean
alsoCounts?: string[]
source: string
checkedOn: string
confidence: ("high" | "low")
live?: string
}[]
/**
 * What keeps a post from going out twice after a crash
 */
protocol: ("keyed" | "plain" | "staged")
connectedAt: string
checkedAt: string
problem: ({
since: string
rule: string
title: string
words: (string | null)
hint: (string | null)
} | null)
}

/** Every operation's input and output by its id. */
export interface Operations {
  getSetUp: { input: GetSetUpInput; output: GetSetUpOutput };
  setUp: { input: SetUpInput; output: SetUpOutput };
  getMe: { input: GetMeInput; output: GetMeOutput };
  createWorkspace: { input: CreateWorkspaceInput; output: CreateWorkspaceOutput };
  changeWorkspace: { input: ChangeWorkspaceInput; output: ChangeWorkspaceOutput };
  listRoles: { input: ListRolesInput; output: ListRolesOutput };
  listMembers: { input: ListMembersInput; output: ListMembersOutput };
  changeMember: { input: ChangeMemberInput; output: ChangeMemberOutput };
  removeMember: { input: RemoveMemberInput; output: RemoveMemberOutput };
  createInvitation: { input: CreateInvitationInput; output: CreateInvitationOutput };
  listInvitations: { input: ListInvitationsInput; output: ListInvitationsOutput };
  deleteInvitation: { input: DeleteInvitationInput; output: DeleteInvitationOutput };
  getInvitation: { input: GetInvitationInput; output: GetInvitationOutput };
  acceptInvitation: { input: AcceptInvitationInput; output: AcceptInvitationOutput };
  createApiKey: { input: CreateApiKeyInput; output: CreateApiKeyOutput };
  listApiKeys: { input: ListApiKeysInput; output: ListApiKeysOutput };
  revokeApiKey: { input: RevokeApiKeyInput; output: RevokeApiKeyOutput };
  listHistory: { input: ListHistoryInput; output: ListHistoryOutput };
  createSite: { input: CreateSiteInput; output: CreateSiteOutput };
  listSites: { input: ListSitesInput; output: ListSitesOutput };
  getSite: { input: GetSiteInput; output: GetSiteOutput };
  changeSite: { input: ChangeSiteInput; output: ChangeSiteOutput };
  deleteSite: { input: DeleteSiteInput; output: DeleteSiteOutput };
  proveSite: { input: ProveSiteInput; output: ProveSiteOutput };
  listPages: { input: ListPagesInput; output: ListPagesOutput };
  readSitemap: { input: ReadSitemapInput; output: ReadSitemapOutput };
  getSitemapReading: { input: GetSitemapReadingInput; output: GetSitemapReadingOutput };
  createLink: { input: CreateLinkInput; output: CreateLinkOutput };
  listLinks: { input: ListLinksInput; output: ListLinksOutput };
  getLink: { input: GetLinkInput; output: GetLinkOutput };
  uploadMedia: { input: UploadMediaInput; output: UploadMediaOutput };
  listMedia: { input: ListMediaInput; output: ListMediaOutput };
  getMedia: { input: GetMediaInput; output: GetMediaOutput };
  changeMedia: { input: ChangeMediaInput; output: ChangeMediaOutput };
  deleteMedia: { input: DeleteMediaInput; output: DeleteMediaOutput };
  listNetworks: { input: ListNetworksInput; output: ListNetworksOutput };
  startConnection: { input: StartConnectionInput; output: StartConnectionOutput };
  listChannels: { input: ListChannelsInput; output: ListChannelsOutput };
  getChannel: { input: GetChannelInput; output: GetChannelOutput };
  checkChannel: { input: CheckChannelInput; output: CheckChannelOutput };
  deleteChannel: { input: DeleteChannelInput; output: DeleteChannelOutput };
}

export const catalogue = [
  {"id":"getSetUp","summary":"Tell whether the house has an owner yet","access":"public","method":"GET","path":"/set-up","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"setUp","summary":"Make the house's first person the owner of its first workspace","access":"public","method":"POST","path":"/set-up","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"email":{"type":"string","maxLength":254,"format":"email","pattern":"^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$"},"password":{"type":"string","minLength":10,"maxLength":256,"secret":true},"workspaceName":{"type":"string","minLength":1,"maxLength":120},"timeZone":{"type":"string"}},"required":["name","email","password","workspaceName","timeZone"]}},
  {"id":"getMe","summary":"Tell who you are and which workspaces are yours","access":"signed-in","method":"GET","path":"/me","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"createWorkspace","summary":"Open a further workspace and become its owner","access":"signed-in","method":"POST","path":"/workspaces","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"timeZone":{"type":"string"}},"required":["name","timeZone"]}},
  {"id":"changeWorkspace","summary":"Rename the workspace or change its time zone","access":"workspace.manage","method":"PATCH","path":"/workspace","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"timeZone":{"type":"string"}}}},
  {"id":"listRoles","summary":"List the roles and what each may do","access":"read","method":"GET","path":"/roles","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"listMembers","summary":"List the people of the workspace","access":"read","method":"GET","path":"/members","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before","type":"string","maxLength":64}}}},
  {"id":"changeMember","summary":"Give a member another role","access":"people.manage","method":"PATCH","path":"/members/:personId","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"personId":{"type":"string","maxLength":64},"role":{"type":"string","enum":["owner","editor","author","moderator","viewer"]}},"required":["personId","role"]}},
  {"id":"removeMember","summary":"Take a person out of the workspace","access":"people.manage","method":"DELETE","path":"/members/:personId","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"personId":{"type":"string","maxLength":64}},"required":["personId"]}},
  {"id":"createInvitation","summary":"Make a link by which one person can join the workspace","access":"people.manage","method":"POST","path":"/invitations","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"role":{"type":"string","enum":["owner","editor","author","moderator","viewer"]},"note":{"default":"","description":"Whom it is for; only you see it","type":"string","maxLength":200},"days":{"default":7,"description":"How long the link works","type":"integer","minimum":1,"maximum":90}},"required":["role"]}},
  {"id":"listInvitations","summary":"List invitations, newest first","access":"people.manage","method":"GET","path":"/invitations","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"deleteInvitation","summary":"Make an invitation's link useless","access":"people.manage","method":"DELETE","path":"/invitations/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"getInvitation","summary":"Show what an invitation's link leads to","access":"public","method":"GET","path":"/invitation-links/:token","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"token":{"type":"string","maxLength":100,"secret":true}},"required":["token"]}},
  {"id":"acceptInvitation","summary":"Join a workspace by an invitation's link","access":"public","method":"POST","path":"/invitation-links/:token/acceptance","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"token":{"type":"string","maxLength":100,"secret":true},"person":{"secret":true,"description":"Who you are, unless you are signed in","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"email":{"type":"string","maxLength":254,"format":"email","pattern":"^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$"},"password":{"type":"string","minLength":10,"maxLength":256,"secret":true}},"required":["name","email","password"]}},"required":["token"]}},
  {"id":"createApiKey","summary":"Make a key for programs, with the scopes that it needs","access":"keys.manage","method":"POST","path":"/api-keys","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"scopes":{"minItems":1,"type":"array","items":{"type":"string","enum":["read","posts.write","posts.publish","conversations.answer","links.write","events.write","sites.manage","channels.manage","people.manage","keys.manage","workspace.manage"]}},"expiresAt":{"description":"When the key stops working; leave it out for a key that lasts","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}},"required":["name","scopes"]}},
  {"id":"listApiKeys","summary":"List keys, newest first","access":"keys.manage","method":"GET","path":"/api-keys","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"revokeApiKey","summary":"Make a key useless, at once and for good","access":"keys.manage","method":"DELETE","path":"/api-keys/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listHistory","summary":"List who did what, when, and from where; newest first","access":"read","method":"GET","path":"/history","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"subject":{"description":"Only what was done to the thing with this id","type":"string","maxLength":64}}}},
  {"id":"createSite","summary":"Register a web site of yours","access":"sites.manage","method":"POST","path":"/sites","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"origin":{"description":"Its address, as in https://example.com","type":"string","maxLength":300}},"required":["name","origin"]}},
  {"id":"listSites","summary":"List sites, newest first","access":"read","method":"GET","path":"/sites","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getSite","summary":"Show a site: its line to embed, and what proves that it is yours","access":"read","method":"GET","path":"/sites/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"changeSite","summary":"Rename a site","access":"sites.manage","method":"PATCH","path":"/sites/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"name":{"type":"string","minLength":1,"maxLength":120}},"required":["id","name"]}},
  {"id":"deleteSite","summary":"Take a site out of the workspace; its pages are forgotten, its events are kept","access":"sites.manage","method":"DELETE","path":"/sites/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"proveSite","summary":"Look whether the site carries the proof that it is yours","access":"sites.manage","method":"POST","path":"/sites/:id/proof","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"method":{"type":"string","enum":["meta","file","dns"]}},"required":["id","method"]}},
  {"id":"listPages","summary":"List the pages of a site that are known from visits or its sitemap; newest first","access":"read","method":"GET","path":"/sites/:siteId/pages","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"search":{"description":"A part of the path or title","type":"string","maxLength":200}},"required":["siteId"]}},
  {"id":"readSitemap","summary":"Start reading the site's sitemap, which makes its pages known","access":"sites.manage","method":"POST","path":"/sites/:siteId/sitemap-readings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"getSitemapReading","summary":"Show how far the latest reading of the site's sitemap is","access":"read","method":"GET","path":"/sites/:siteId/sitemap-readings/latest","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"createLink","summary":"Make a short link whose clicks are followed to the visit","access":"links.write","method":"POST","path":"/links","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"url":{"type":"string","maxLength":2048,"format":"uri","description":"Where it leads"},"slug":{"description":"The end of the short address; leave it out to get a free one","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$"}},"required":["url"]}},
  {"id":"listLinks","summary":"List short links, newest first","access":"read","method":"GET","path":"/links","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getLink","summary":"Show one short link","access":"read","method":"GET","path":"/links/:linkId","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"linkId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["linkId"]}},
  {"id":"uploadMedia","summary":"Upload a picture (JPEG, PNG, WebP, GIF or AVIF), as multipart/form-data or as base64","access":"posts.write","method":"POST","path":"/media","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"file":{"anyOf":[{"type":"string","format":"binary","contentEncoding":"binary","maxLength":33554432},{"type":"string","maxLength":44739244}],"description":"The picture"},"name":{"description":"The file's own name if left out","type":"string","minLength":1,"maxLength":200},"alt":{"default":"","description":"What it shows, for those who can't see it","type":"string","maxLength":5000}},"required":["file"]}},
  {"id":"listMedia","summary":"List the pictures, newest first","access":"read","method":"GET","path":"/media","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getMedia","summary":"Show a picture","access":"read","method":"GET","path":"/media/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"changeMedia","summary":"Describe a picture anew; what is published already keeps its description","access":"posts.write","method":"PATCH","path":"/media/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"alt":{"type":"string","maxLength":5000}},"required":["id","alt"]}},
  {"id":"deleteMedia","summary":"Delete a picture that no unpublished post needs","access":"posts.write","method":"DELETE","path":"/media/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listNetworks","summary":"List the networks that can be connected, with their limits and choices","access":"read","method":"GET","path":"/networks","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"startConnection","summary":"Connect an account of a network: at once by a form, or by the address to sign in at","access":"channels.manage","method":"POST","path":"/connections","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"networkId":{"type":"string","maxLength":40},"methodId":{"type":"string","maxLength":40},"values":{"default":{},"description":"What the method's fields ask for, by their keys","secret":true,"type":"object","propertyNames":{"type":"string","maxLength":40},"additionalProperties":{"type":"string","maxLength":2000}},"channelId":{"description":"The channel to connect again","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["networkId","methodId"]}},
  {"id":"listChannels","summary":"List the connected channels, newest first","access":"read","method":"GET","path":"/channels","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getChannel","summary":"Show a channel","access":"read","method":"GET","path":"/channels/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"checkChannel","summary":"Look whether a channel still works, and learn its server's limits and its followers again","access":"channels.manage","method":"POST","path":"/channels/:id/check","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"deleteChannel","summary":"Disconnect a channel; its credentials are destroyed, its publications kept","access":"channels.manage","method":"DELETE","path":"/channels/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
] as const;
