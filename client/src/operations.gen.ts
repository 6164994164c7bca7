// Generated from the operations: npm run generate

export type CreatePostInputPart0 = (string | number | boolean | null | CreatePostInputPart0[] | {
[k: string]: CreatePostInputPart0
})
export type PublishPostOutputPart0 = (string | number | boolean | null | PublishPostOutputPart0[] | {
[k: string]: PublishPostOutputPart0
})
export type ChangePostInputPart0 = (string | number | boolean | null | ChangePostInputPart0[] | {
[k: string]: ChangePostInputPart0
})
export type PreviewPostInputPart0 = (string | number | boolean | null | PreviewPostInputPart0[] | {
[k: string]: PreviewPostInputPart0
})
export type GetPublicationOutputPart0 = (string | number | boolean | null | GetPublicationOutputPart0[] | {
[k: string]: GetPublicationOutputPart0
})
export type ListKind = ("popular" | "rising" | "related" | "next" | "discussed" | "for-you" | "from-source")

export interface Types {
getSetUpInput: {

}
getSetUpOutput: {
/**
 * The next visitor becomes the owner
 */
needed: boolean
}
setUpInput: {
name: string
email: string
password: string
workspaceName: string
timeZone: string
}
setUpOutput: {
id: string
name: string
timeZone: string
}
getMeInput: {

}
getMeOutput: {
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
permissions: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "comments.moderate" | "content.edit" | "subscribers.manage" | "reports.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
}[]
}
createWorkspaceInput: {
name: string
timeZone: string
}
createWorkspaceOutput: {
id: string
name: string
timeZone: string
}
changeWorkspaceInput: {
name?: string
timeZone?: string
}
changeWorkspaceOutput: {
id: string
name: string
timeZone: string
}
listRolesInput: {

}
listRolesOutput: {
items: {
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
permissions: string[]
}[]
}
listMembersInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before
 */
after?: string
}
listMembersOutput: {
items: {
personId: string
name: string
email: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
createdAt: string
}[]
next: (string | null)
}
changeMemberInput: {
personId: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
}
changeMemberOutput: {
personId: string
name: string
email: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
createdAt: string
}
removeMemberInput: {
personId: string
}
removeMemberOutput: {
personId: string
name: string
email: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
createdAt: string
}
createInvitationInput: {
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
createInvitationOutput: {
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
listInvitationsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listInvitationsOutput: {
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
deleteInvitationInput: {
id: string
}
deleteInvitationOutput: {
id: string
}
getInvitationInput: {
token: string
}
getInvitationOutput: {
workspaceName: string
role: ("owner" | "editor" | "author" | "moderator" | "viewer")
expiresAt: string
}
acceptInvitationInput: {
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
acceptInvitationOutput: {
id: string
name: string
timeZone: string
}
createApiKeyInput: {
name: string
/**
 * @minItems 1
 */
scopes: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "comments.moderate" | "content.edit" | "subscribers.manage" | "reports.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
/**
 * When the key stops working; leave it out for a key that lasts
 */
expiresAt?: string
}
createApiKeyOutput: {
id: string
name: string
/**
 * The first characters, to tell keys apart
 */
tokenStart: string
scopes: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "comments.moderate" | "content.edit" | "subscribers.manage" | "reports.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
createdAt: string
expiresAt: (string | null)
lastUsedAt: (string | null)
revokedAt: (string | null)
/**
 * Shown this once; send it as `Authorization: Bearer …`
 */
token: string
}
listApiKeysInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listApiKeysOutput: {
items: {
id: string
name: string
/**
 * The first characters, to tell keys apart
 */
tokenStart: string
scopes: ("read" | "posts.write" | "posts.publish" | "conversations.answer" | "links.write" | "events.write" | "comments.moderate" | "content.edit" | "subscribers.manage" | "reports.write" | "sites.manage" | "channels.manage" | "people.manage" | "keys.manage" | "workspace.manage")[]
createdAt: string
expiresAt: (string | null)
lastUsedAt: (string | null)
revokedAt: (string | null)
}[]
next: (string | null)
}
revokeApiKeyInput: {
id: string
}
revokeApiKeyOutput: {
id: string
}
listHistoryInput: {
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
listHistoryOutput: {
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
exportVisitorInput: {
siteId: string
/**
 * The lasting id that the visitor agreed to: `samovar.visit().visitor` in his browser
 */
visitor: string
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before
 */
after?: string
}
exportVisitorOutput: {
items: VisitorEvent[]
next: (string | null)
}
eraseVisitorInput: {
siteId: string
/**
 * The lasting id that the visitor agreed to: `samovar.visit().visitor` in his browser
 */
visitor: string
}
eraseVisitorOutput: {
erasedEvents: number
}
getEventRetentionInput: {
siteId: string
}
getEventRetentionOutput: {
siteId: string
/**
 * Older events are deleted, once a day; visits that were cut from them stay. null: events are kept for ever
 */
months: (number | null)
}
changeEventRetentionInput: {
siteId: string
/**
 * Older events are deleted, once a day; visits that were cut from them stay. null: events are kept for ever
 */
months: (number | null)
}
changeEventRetentionOutput: {
siteId: string
/**
 * Older events are deleted, once a day; visits that were cut from them stay. null: events are kept for ever
 */
months: (number | null)
}
createSiteInput: {
name: string
/**
 * Its address, as in https://example.com
 */
origin: string
}
createSiteOutput: {
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
listSitesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listSitesOutput: {
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
getSiteInput: {
id: string
}
getSiteOutput: {
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
changeSiteInput: {
id: string
name: string
}
changeSiteOutput: {
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
deleteSiteInput: {
id: string
}
deleteSiteOutput: {
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
proveSiteInput: {
id: string
method: ("meta" | "file" | "dns")
}
proveSiteOutput: {
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
listPagesInput: {
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
listPagesOutput: {
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
readSitemapInput: {
siteId: string
}
readSitemapOutput: {
id: string
siteId: string
startedAt: string
pagesFound: number
endedAt: (string | null)
failure: (string | null)
}
getSitemapReadingInput: {
siteId: string
}
getSitemapReadingOutput: ({
id: string
siteId: string
startedAt: string
pagesFound: number
endedAt: (string | null)
failure: (string | null)
} | null)
checkRevenueImportInput: {
siteId: string
/**
 * A table with columns `order_id`, `at` (UTC where it names no zone), `value` (below zero: a refund), and where you have them `currency`, `s` (the click or share it came by), `visitor` (a lasting id)
 */
csv: string
/**
 * Of rows that name none
 */
currency?: string
/**
 * The goal that was reached
 */
goal?: string
}
checkRevenueImportOutput: {
rows: number
added: number
/**
 * Payments and refunds that were told before: each counts once
 */
known: number
/**
 * The same payment or refund again in this table
 */
repeated: number
/**
 * The first 200 rows that can't be taken, and why
 */
faulty: {
line: number
value: string
reason: string
}[]
faultyCount: number
}
importRevenueInput: {
siteId: string
/**
 * A table with columns `order_id`, `at` (UTC where it names no zone), `value` (below zero: a refund), and where you have them `currency`, `s` (the click or share it came by), `visitor` (a lasting id)
 */
csv: string
/**
 * Of rows that name none
 */
currency?: string
/**
 * The goal that was reached
 */
goal?: string
}
importRevenueOutput: {
rows: number
added: number
/**
 * Payments and refunds that were told before: each counts once
 */
known: number
/**
 * The same payment or refund again in this table
 */
repeated: number
/**
 * The first 200 rows that can't be taken, and why
 */
faulty: {
line: number
value: string
reason: string
}[]
faultyCount: number
}
createLinkInput: {
/**
 * Where it leads
 */
url: string
/**
 * The end of the short address; leave it out to get a free one
 */
slug?: string
}
createLinkOutput: Link
listLinksInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listLinksOutput: {
items: Link[]
next: (string | null)
}
getLinkInput: {
linkId: string
}
getLinkOutput: Link
uploadMediaInput: {
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
uploadMediaOutput: Media
listMediaInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listMediaOutput: {
items: Media[]
next: (string | null)
}
getMediaInput: {
id: string
}
getMediaOutput: Media
changeMediaInput: {
id: string
alt: string
}
changeMediaOutput: Media
deleteMediaInput: {
id: string
}
deleteMediaOutput: Media
getMailStateInput: {

}
getMailStateOutput: {
/**
 * The workspace's own server, the house's, or none yet
 */
goesBy: ("own" | "house" | "none")
from: (string | null)
waiting: number
sent: number
failed: number
bounced: number
suppressed: number
suppressedAddresses: number
/**
 * What the server said to the letter that has waited longest, if anything
 */
trouble: ({
at: string
reply: string
} | null)
}
listMailsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
state?: ("waiting" | "sent" | "failed" | "bounced" | "suppressed")
kind?: string
}
listMailsOutput: {
items: {
id: string
/**
 * What it is for, as in `comments.reply`
 */
kind: string
address: string
subject: string
state: ("waiting" | "sent" | "failed" | "bounced" | "suppressed")
attempts: number
createdAt: string
/**
 * Of a waiting letter: not before this; null while there is no mail server
 */
dueAt: (string | null)
endedAt: (string | null)
/**
 * What the mail server answered last, or why it could not be asked
 */
reply: (string | null)
}[]
next: (string | null)
}
getMailSettingsInput: {

}
getMailSettingsOutput: {
/**
 * The workspace's own server, the house's, or none yet
 */
goesBy: ("own" | "house" | "none")
host: (string | null)
port: (number | null)
security: (("tls" | "starttls" | "offered" | "none") | null)
user: (string | null)
hasPassword: boolean
from: (string | null)
fromName: (string | null)
changedAt: (string | null)
changedBy: (string | null)
}
changeMailSettingsInput: {
host: string
port: number
security: ("tls" | "starttls" | "offered" | "none")
user?: string
/**
 * Leave it out to keep the one that is kept
 */
password?: string
/**
 * The sender's address
 */
from: string
fromName?: string
}
changeMailSettingsOutput: {
/**
 * The workspace's own server, the house's, or none yet
 */
goesBy: ("own" | "house" | "none")
host: (string | null)
port: (number | null)
security: (("tls" | "starttls" | "offered" | "none") | null)
user: (string | null)
hasPassword: boolean
from: (string | null)
fromName: (string | null)
changedAt: (string | null)
changedBy: (string | null)
}
deleteMailSettingsInput: {

}
deleteMailSettingsOutput: {
/**
 * The workspace's own server, the house's, or none yet
 */
goesBy: ("own" | "house" | "none")
host: (string | null)
port: (number | null)
security: (("tls" | "starttls" | "offered" | "none") | null)
user: (string | null)
hasPassword: boolean
from: (string | null)
fromName: (string | null)
changedAt: (string | null)
changedBy: (string | null)
}
sendTestMailInput: {
language?: ("ru" | "en")
}
sendTestMailOutput: {
to: string
isSent: boolean
/**
 * What the server answered, or what stood in the way
 */
reply: string
}
listSuppressionsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
/**
 * Whether this one is among them
 */
address?: string
}
listSuppressionsOutput: {
items: {
id: string
/**
 * Null once its owner was erased; letters to it are still held back
 */
address: (string | null)
reason: ("bounce" | "complaint" | "asked" | "manual")
detail: (string | null)
since: string
}[]
next: (string | null)
}
createSuppressionInput: {
address: string
reason?: ("asked" | "manual")
detail?: string
}
createSuppressionOutput: {
id: string
/**
 * Null once its owner was erased; letters to it are still held back
 */
address: (string | null)
reason: ("bounce" | "complaint" | "asked" | "manual")
detail: (string | null)
since: string
}
deleteSuppressionInput: {
id: string
}
deleteSuppressionOutput: {
id: string
/**
 * Null once its owner was erased; letters to it are still held back
 */
address: (string | null)
reason: ("bounce" | "complaint" | "asked" | "manual")
detail: (string | null)
since: string
}
reportBounceInput: {
address?: string
kind?: ("bounce" | "complaint")
detail?: string
/**
 * A delivery status notification (RFC 3464) or a complaint (RFC 5965), with its headers
 */
message?: string
}
reportBounceOutput: {
suppressed: {
id: string
address: string
}[]
/**
 * Reported as delayed, or as refused for another reason than the address
 */
ignored: string[]
}
listNetworksInput: {

}
listNetworksOutput: {
items: Network[]
}
startConnectionInput: {
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
startConnectionOutput: {
/**
 * The connected channel, where a form was enough
 */
channel: (Channel | null)
/**
 * Where to send the person, for OAuth
 */
authorizeUrl: (string | null)
}
listChannelsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listChannelsOutput: {
items: Channel[]
next: (string | null)
}
getChannelInput: {
id: string
}
getChannelOutput: Channel
checkChannelInput: {
id: string
}
checkChannelOutput: Channel
deleteChannelInput: {
id: string
}
deleteChannelOutput: Channel
createPostInput: {
text: string
/**
 * BCP 47, the main one first
 * 
 * @maxItems 5
 */
languages?: string[]
/**
 * The page that it leads to; each publication gets a tracked link to it
 */
linkUrl?: (string | null)
/**
 * @maxItems 20
 */
mediaIds?: string[]
/**
 * Further messages, each an answer to the one before
 * 
 * @maxItems 50
 */
thread?: string[]
/**
 * Where it goes, and what is different there
 * 
 * @maxItems 50
 */
variants?: {
channelId: string
/**
 * Instead of the post's own text; null: the post's
 */
text?: (string | null)
/**
 * The network's own choices: see listNetworks
 */
options?: {
[k: string]: CreatePostInputPart0
}
}[]
campaign?: (string | null)
}
createPostOutput: Post
listPostsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
state?: ("draft" | "scheduled" | "publishing" | "published" | "attention" | "failed" | "withdrawn")
/**
 * Planned or published from this instant on
 */
from?: string
/**
 * Planned or published before this instant
 */
to?: string
}
listPostsOutput: {
items: Post[]
next: (string | null)
}
getPostInput: {
id: string
}
getPostOutput: Post
changePostInput: {
text?: string
/**
 * BCP 47, the main one first
 * 
 * @maxItems 5
 */
languages?: string[]
/**
 * The page that it leads to; each publication gets a tracked link to it
 */
linkUrl?: (string | null)
/**
 * @maxItems 20
 */
mediaIds?: string[]
/**
 * Further messages, each an answer to the one before
 * 
 * @maxItems 50
 */
thread?: string[]
/**
 * Where it goes, and what is different there
 * 
 * @maxItems 50
 */
variants?: {
channelId: string
/**
 * Instead of the post's own text; null: the post's
 */
text?: (string | null)
/**
 * The network's own choices: see listNetworks
 */
options?: {
[k: string]: ChangePostInputPart0
}
}[]
campaign?: (string | null)
id: string
}
changePostOutput: Post
deletePostInput: {
id: string
}
deletePostOutput: Post
previewPostInput: {
text: string
/**
 * BCP 47, the main one first
 * 
 * @maxItems 5
 */
languages?: string[]
/**
 * The page that it leads to; each publication gets a tracked link to it
 */
linkUrl?: (string | null)
/**
 * @maxItems 20
 */
mediaIds?: string[]
/**
 * Further messages, each an answer to the one before
 * 
 * @maxItems 50
 */
thread?: string[]
/**
 * Where it goes, and what is different there
 * 
 * @maxItems 50
 */
variants?: {
channelId: string
/**
 * Instead of the post's own text; null: the post's
 */
text?: (string | null)
/**
 * The network's own choices: see listNetworks
 */
options?: {
[k: string]: PreviewPostInputPart0
}
}[]
campaign?: (string | null)
}
previewPostOutput: {
items: {
channelId: string
/**
 * As it will go out; the tracked link's place is taken by one of the same length
 */
text: string
thread: string[]
counters: {
ruleId: string
path: string
unit: string
used: number
max: number
}[]
findings: {
ruleId: string
kind: string
severity: ("error" | "warning")
path: string
unit: string
value: (number | string)
limit: (number | string[])
message: string
remedy: string
}[]
/**
 * The link card, where the page has one and there are no pictures
 */
card: ({
title: string
description: string
image: (string | null)
url: string
} | null)
/**
 * What is wrong with the page that it leads to, for this network; an error stops the post
 */
landing: {
/**
 * As in LP02: see listAuditRules
 */
ruleId: string
severity: ("error" | "warning")
what: {
en: string
ru: string
}
remedy: {
en: string
ru: string
}
/**
 * The very thing to put into the page
 */
paste: (string | null)
/**
 * What Samovar itself can mend
 */
repair: (("tags" | "card-image") | null)
}[]
}[]
}
schedulePostInput: {
id: string
/**
 * As in 2026-11-24T18:30. A time that the clocks skip moves forward; one that comes twice is the first
 */
local: string
timeZone: string
/**
 * What to do when the house was down at that time
 */
missedPolicy?: ({
kind: "skip"
} | {
kind: "late"
withinMinutes: number
} | {
kind: "ask"
})
/**
 * Publish although the page's card will be broken, and why; it is told in the ledger
 */
overrideLandingPage?: {
reason: string
}
}
schedulePostOutput: Post
unschedulePostInput: {
id: string
}
unschedulePostOutput: Post
publishPostInput: {
id: string
/**
 * Publish although the page's card will be broken, and why; it is told in the ledger
 */
overrideLandingPage?: {
reason: string
}
}
publishPostOutput: Post
getPublicationInput: {
id: string
}
getPublicationOutput: {
id: string
postId: string
channelId: string
network: {
id: string
name: string
color: string
}
handle: string
state: ("draft" | "in_review" | "approved" | "scheduled" | "publishing" | "published" | "partial" | "unknown" | "missed" | "failed" | "withdrawn")
url: (string | null)
externalId: (string | null)
trackedUrl: (string | null)
scheduledAt: (string | null)
publishedAt: (string | null)
metrics: ({
likes: (number | null)
reposts: (number | null)
replies: (number | null)
quotes: (number | null)
views: (number | null)
readAt: string
} | null)
problem: ({
/**
 * Stable id, <network>.<surface>.<check>
 */
rule: string
title: string
/**
 * What the network said
 */
words: (string | null)
/**
 * What to do
 */
hint: (string | null)
/**
 * When it is tried again by itself
 */
next: (string | null)
} | null)
/**
 * What a person may decide now: see resolvePublication
 */
choices: ("publish-again" | "mark-published" | "retry" | "give-up")[]
canEdit: boolean
canWithdraw: boolean
steps: {
id: string
at: string
/**
 * What happened, as a code; `detail` are its parameters
 */
kind: string
actor: {
kind: string
name: string
}
detail: {
[k: string]: GetPublicationOutputPart0
}
/**
 * What the network said
 */
words: (string | null)
}[]
}
listAttentionInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
needs?: "attention"
}
listAttentionOutput: {
items: Publication[]
next: (string | null)
}
editPublicationInput: {
id: string
text: string
}
editPublicationOutput: Publication
withdrawPublicationInput: {
id: string
}
withdrawPublicationOutput: Publication
resolvePublicationInput: {
id: string
choice: ("publish-again" | "mark-published" | "retry" | "give-up")
/**
 * For mark-published: where it is
 */
url?: string
}
resolvePublicationOutput: Publication
listCardDifferencesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listCardDifferencesOutput: {
items: CardDifference[]
next: (string | null)
}
listRepliesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
postId?: string
publicationId?: string
/**
 * true: only what others said and we have not answered
 */
unanswered?: string
}
listRepliesOutput: {
items: Reply[]
next: (string | null)
}
readRepliesInput: {
id: string
}
readRepliesOutput: {
/**
 * How many are new
 */
added: number
}
answerReplyInput: {
id: string
text: string
}
answerReplyOutput: Answer
resolveAnswerInput: {
id: string
choice: ("send-again" | "mark-sent" | "give-up")
}
resolveAnswerOutput: {
state: ("waiting" | "sent" | "dropped")
}
auditPageInput: {
url: string
/**
 * Whose cards to look at; an audit for some networks alone is not kept
 * 
 * @minItems 1
 * @maxItems 20
 */
networks?: ("facebook" | "x" | "linkedin" | "vk" | "ok" | "telegram" | "whatsapp" | "viber" | "pinterest" | "slack" | "discord" | "mastodon" | "bluesky" | "reddit" | "threads" | "imessage" | "signal" | "misskey")[]
/**
 * For the cards; findings come in both languages
 */
language?: ("en" | "ru")
}
auditPageOutput: PageAudit
getPageAuditInput: {
id: string
/**
 * For the cards; findings come in both languages
 */
language?: ("en" | "ru")
}
getPageAuditOutput: PageAudit
listPageAuditsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
severity?: ("error" | "warning" | "info")
network?: ("facebook" | "x" | "linkedin" | "vk" | "ok" | "telegram" | "whatsapp" | "viber" | "pinterest" | "slack" | "discord" | "mastodon" | "bluesky" | "reddit" | "threads" | "imessage" | "signal" | "misskey")
rule?: string
}
listPageAuditsOutput: {
items: PageAuditSummary[]
next: (string | null)
}
getSiteAuditInput: {
siteId: string
}
getSiteAuditOutput: SiteAudit
startSiteAuditInput: {
siteId: string
/**
 * Default: as the site's schedule says
 */
maxPages?: number
}
startSiteAuditOutput: AuditRun
stopSiteAuditInput: {
siteId: string
}
stopSiteAuditOutput: AuditRun
setAuditScheduleInput: {
every: ("off" | "daily" | "weekly")
/**
 * How many pages of the site are audited
 */
maxPages: number
siteId: string
}
setAuditScheduleOutput: AuditSchedule
listRegressionsInput: {
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
 * Default: both
 */
state?: ("open" | "resolved")
}
listRegressionsOutput: {
items: AuditRegression[]
next: (string | null)
}
listAuditRulesInput: {

}
listAuditRulesOutput: {
items: AuditRule[]
/**
 * The networks that rules are about, by their names
 */
networks: {
id: ("facebook" | "x" | "linkedin" | "vk" | "ok" | "telegram" | "whatsapp" | "viber" | "pinterest" | "slack" | "discord" | "mastodon" | "bluesky" | "reddit" | "threads" | "imessage" | "signal" | "misskey")
name: string
}[]
}
listCardTemplatesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listCardTemplatesOutput: {
items: CardTemplate[]
next: (string | null)
}
getCardTemplateInput: {
siteId: string
}
getCardTemplateOutput: CardTemplate
changeCardTemplateInput: {
look: {
version?: 1
layout?: ("title-left" | "photo-background" | "photo-side" | "quote" | "plain")
colours?: {
background?: string
accent?: string
/**
 * Taken where it reads well on the background, with a contrast of 4.5 at least; else we choose
 */
text?: (string | null)
}
titleWeight?: (400 | 500 | 600 | 700 | 800 | 900)
siteName?: string
show?: {
siteName?: boolean
author?: boolean
date?: boolean
}
}
/**
 * A picture of listMedia
 */
logoId?: (string | null)
/**
 * A font of listCardFonts; null for Noto Sans
 */
fontId?: (string | null)
siteId: string
}
changeCardTemplateOutput: CardTemplate
deleteCardTemplateInput: {
siteId: string
}
deleteCardTemplateOutput: CardTemplate
previewCardInput: {
look: {
version?: 1
layout?: ("title-left" | "photo-background" | "photo-side" | "quote" | "plain")
colours?: {
background?: string
accent?: string
/**
 * Taken where it reads well on the background, with a contrast of 4.5 at least; else we choose
 */
text?: (string | null)
}
titleWeight?: (400 | 500 | 600 | 700 | 800 | 900)
siteName?: string
show?: {
siteName?: boolean
author?: boolean
date?: boolean
}
}
/**
 * A picture of listMedia
 */
logoId?: (string | null)
/**
 * A font of listCardFonts; null for Noto Sans
 */
fontId?: (string | null)
siteId: string
content: {
title: string
author?: string
/**
 * The day as the card shows it
 */
publishedOn?: (string | null)
/**
 * BCP 47, as in ru or pt-BR: how the day is written
 */
language?: string
}
/**
 * As for a page with a picture: a sample stands in for it
 */
withPicture?: boolean
}
previewCardOutput: {
/**
 * A JPEG of 1200 × 630, as a data: URL
 */
image: string
byteLength: number
hash: string
notes: ("title-empty" | "title-cut" | "letters-missing" | "logo-unreadable" | "picture-unreadable" | "font-unreadable")[]
}
uploadCardFontInput: {
/**
 * The font
 */
file: string
/**
 * What you call it
 */
name: string
}
uploadCardFontOutput: CardFont
listCardFontsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listCardFontsOutput: {
items: CardFont[]
next: (string | null)
}
deleteCardFontInput: {
id: string
}
deleteCardFontOutput: CardFont
makePageCardInput: {
siteId: string
pageUrl: string
/**
 * Null: the page is read
 */
content?: ({
title: string
author?: string
/**
 * The day as the card shows it
 */
publishedOn?: (string | null)
/**
 * BCP 47, as in ru or pt-BR: how the day is written
 */
language?: string
} | null)
}
makePageCardOutput: {
id: string
siteId: string
pageUrl: string
title: string
/**
 * Public, and the same picture for ever: what og:image should name
 */
url: string
width: number
height: number
byteLength: number
madeAt: string
notes: ("title-empty" | "title-cut" | "letters-missing" | "logo-unreadable" | "picture-unreadable" | "font-unreadable")[]
}
listCardsInput: {
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
 * Those of this page alone
 */
pageUrl?: string
}
listCardsOutput: {
items: PageCard[]
next: (string | null)
}
getPageTagsInput: {
siteId: string
/**
 * A page of the site
 */
url: string
}
getPageTagsOutput: {
/**
 * The address under which the page wants to be known
 */
url: string
/**
 * HTML to paste into the page's head, a line each
 */
tags: string
byteLength: number
title: string
description: (string | null)
imageUrl: (string | null)
}
getHeadProfileInput: {
siteId: string
}
getHeadProfileOutput: HeadProfile
changeHeadProfileInput: {
siteId: string
profile: {
siteName?: string
/**
 * BCP 47, for pages that do not say theirs
 */
language?: string
/**
 * For pages without a picture of their own
 */
image?: {
url: string
width?: number
height?: number
alt?: string
type?: ("image/jpeg" | "image/png" | "image/webp" | "image/gif")
}
/**
 * The fediverse account that pages are credited to
 */
creator?: string
themeColor?: string
/**
 * @maxItems 10
 */
feeds?: {
url: string
type: ("application/rss+xml" | "application/atom+xml" | "application/feed+json")
title?: string
}[]
/**
 * oEmbed endpoint; {url} in it stands for the page's address
 */
oembed?: string
}
}
changeHeadProfileOutput: HeadProfile
listEnginesInput: {

}
listEnginesOutput: {
items: {
id: ("wordpress" | "ghost")
name: string
fields: {
key: string
label: {
en: string
ru: string
}
hint: {
en: string
ru: string
}
isSecret: boolean
}[]
/**
 * What it can't be told, and why
 */
cannot: {
en: string
ru: string
}[]
}[]
}
connectSiteEngineInput: {
siteId: string
engineId: ("wordpress" | "ghost")
/**
 * Where the engine is administered, as in https://example.org
 */
url: string
/**
 * What listEngines asks for, by its keys
 */
settings: {
[k: string]: string
}
}
connectSiteEngineOutput: SiteEngine
getSiteEngineInput: {
siteId: string
}
getSiteEngineOutput: SiteEngine
disconnectSiteEngineInput: {
siteId: string
}
disconnectSiteEngineOutput: SiteEngine
pushPageTagsInput: {
siteId: string
/**
 * A page of the site
 */
url: string
/**
 * True: nothing is written
 */
dryRun?: boolean
}
pushPageTagsOutput: {
pageTitle: string
changes: {
field: string
before: (string | null)
after: string
/**
 * False where the engine does not tell what stands there: undoing empties it
 */
isBeforeKnown: boolean
}[]
/**
 * Null where nothing was written
 */
push: (TagPush | null)
}
listTagPushesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
}
listTagPushesOutput: {
items: TagPush[]
next: (string | null)
}
undoTagPushInput: {
siteId: string
pushId: string
}
undoTagPushOutput: {
id: string
siteId: string
engineId: ("wordpress" | "ghost")
pageUrl: string
pageTitle: string
changes: {
field: string
before: (string | null)
after: string
/**
 * False where the engine does not tell what stands there: undoing empties it
 */
isBeforeKnown: boolean
}[]
pushedAt: string
undoneAt: (string | null)
/**
 * Fields that were changed since, and left alone
 */
kept: string[]
}
getModerationSettingsInput: {
siteId: string
}
getModerationSettingsOutput: ModerationSettings
changeModerationSettingsInput: {
siteId: string
/**
 * Those of ModerationRules that are to change
 */
rules?: {
fastestMs?: number
perAddress?: number
perAuthor?: number
perSite?: number
maxLinks?: number
holdFirst?: ("always" | "links" | "never")
trustedFrom?: number
spamHold?: number
spamReject?: number
lessonsToReject?: number
toxicityHold?: number
proofOfWork?: boolean
akismet?: boolean
}
/**
 * The site's key of Akismet; null takes it away
 */
akismetKey?: (string | null)
}
changeModerationSettingsOutput: ModerationSettings
listModerationEntriesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
kind?: ("word" | "host" | "address" | "email" | "author")
search?: string
}
listModerationEntriesOutput: {
items: ModerationEntry[]
next: (string | null)
}
addModerationEntryInput: {
siteId: string
kind: ("word" | "host" | "address" | "email" | "author")
/**
 * shadow: refused, and its author believes that it was published
 */
effect: ("allow" | "hold" | "reject" | "ban" | "shadow")
/**
 * A star at the end of a word stands for any ending; @example.org for a domain's addresses
 */
pattern: string
note?: string
}
addModerationEntryOutput: ModerationEntry
deleteModerationEntryInput: {
id: string
}
deleteModerationEntryOutput: ModerationEntry
listModerationDecisionsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
decision?: ("allow" | "hold" | "reject")
commentId?: string
}
listModerationDecisionsOutput: {
items: ModerationDecision[]
next: (string | null)
}
getModerationLearningInput: {
siteId: string
}
getModerationLearningOutput: {
scorers: {
scorer: ("spam" | "toxicity")
/**
 * Decisions about different texts that it has learned from
 */
lessons: number
/**
 * One for each 20 of the newest 2,000 lessons, oldest first
 */
points: {
/**
 * The last lesson of this point
 */
lessons: number
/**
 * The share of its lessons that the scorer had right before it learned them
 */
right: number
}[]
}[]
}
scoreSampleTextInput: {
siteId: string
text: string
}
scoreSampleTextOutput: {
/**
 * 0 to 1
 */
spamScore: number
/**
 * 0 to 1
 */
toxicityScore: number
}
listCommentQueueInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
state?: ("published" | "held" | "spam" | "rejected" | "deleted")
/**
 * Only published ones that readers have reported; `state` is not asked then
 */
reported?: "true"
siteId?: string
authorId?: string
}
listCommentQueueOutput: {
items: QueuedComment[]
next: (string | null)
}
getCommentQueueCountsInput: {
siteId?: string
}
getCommentQueueCountsOutput: {
held: number
reported: number
spam: number
rejected: number
}
getCommentCaseInput: {
id: string
}
getCommentCaseOutput: {
comment: QueuedComment
/**
 * Newest first, the last 50
 */
changes: {
at: string
byKind: ("author" | "moderator" | "moderation" | "owner")
byName: (string | null)
fromState: (("published" | "held" | "spam" | "rejected" | "deleted") | null)
toState: ("published" | "held" | "spam" | "rejected" | "deleted")
reasons: ModerationReason[]
}[]
/**
 * Newest first, the last 50
 */
reports: {
at: string
reason: ("spam" | "abuse" | "off-topic" | "illegal" | "other")
text: (string | null)
}[]
/**
 * What it answers, from the top of the thread down
 */
above: QueuedComment[]
/**
 * The first answers to it
 */
below: QueuedComment[]
}
decideCommentsInput: {
/**
 * @minItems 1
 * @maxItems 100
 */
comments: {
id: string
/**
 * Its state as you saw it
 */
state: ("published" | "held" | "spam" | "rejected" | "deleted")
/**
 * As you saw it: what was edited since is not decided blindly
 */
editedAt?: (string | null)
}[]
decision: ("publish" | "spam" | "reject" | "hold" | "delete")
/**
 * For `reject`: what is toxic is learned from
 */
rejectedAs?: ("toxic" | "off-topic" | "other")
ban?: {
/**
 * shadow: its author believes that it is published
 */
effect: ("ban" | "shadow")
author?: boolean
email?: boolean
/**
 * The network address that it came from, kept as a hash
 */
address?: boolean
}
}
decideCommentsOutput: CommentDecision
undoCommentDecisionInput: {
id: string
}
undoCommentDecisionOutput: CommentDecision
importCommentsInput: {
siteId: string
format: ("disqus" | "wordpress" | "remark42" | "isso" | "samovar")
/**
 * The export: XML of Disqus or WordPress, remark42's backup, isso's database, our JSON lines
 */
file: string
/**
 * true: only tell what would be kept, and what not
 */
isDryRun?: ("true" | "false")
}
importCommentsOutput: CommentImportReport
getCommentSettingsInput: {
siteId: string
}
getCommentSettingsOutput: CommentSettings
changeCommentSettingsInput: {
/**
 * How long an author may edit his comment
 */
editWindowSeconds?: number
/**
 * The order in which readers find a thread
 */
sort?: ("best" | "new" | "old")
/**
 * anyone; verified: an address or account stands behind; own: the site's own users; nobody
 */
whoMayPost?: ("anyone" | "verified" | "own" | "nobody")
/**
 * Comments at the top level are reviews with one to five stars
 */
hasRatings?: boolean
/**
 * What waits for a moderator: what moderation doubts, or everything
 */
premoderation?: ("doubtful" | "everything")
/**
 * Languages that the site's readers write in
 * 
 * @maxItems 20
 */
languages?: string[]
/**
 * How far in answers are shown
 */
maxDepth?: number
/**
 * Whether what was written elsewhere may arrive in the threads
 */
takesForeign?: boolean
/**
 * How the site's team is called; guests may not
 */
teamName?: (string | null)
siteId: string
}
changeCommentSettingsOutput: CommentSettings
makeCommentSsoSecretInput: {
siteId: string
}
makeCommentSsoSecretOutput: {
id: string
/**
 * Shown this once
 */
secret: string
}
connectCommentProviderInput: {
/**
 * The provider's address, as its own description says it
 */
issuer: string
clientId: string
/**
 * What the button says; the provider's host without
 */
label: (string | null)
siteId: string
clientSecret: string
}
connectCommentProviderOutput: CommentSettings
disconnectCommentProviderInput: {
siteId: string
}
disconnectCommentProviderOutput: CommentSettings
listThreadsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
}
listThreadsOutput: {
items: CommentThread[]
next: (string | null)
}
getThreadInput: {
id: string
}
getThreadOutput: CommentThread
changeThreadInput: {
id: string
title?: string
/**
 * true: nobody can write any more, all stays to be read
 */
isClosed?: boolean
}
changeThreadOutput: CommentThread
moveCommentThreadInput: {
id: string
/**
 * The page's new address
 */
url: string
}
moveCommentThreadOutput: CommentThread
answerCommentInput: {
id: string
body: string
/**
 * Shown above the thread, as the answer to it
 */
isPinned?: boolean
}
answerCommentOutput: Comment
pinCommentInput: {
id: string
}
pinCommentOutput: Comment
unpinCommentInput: {
id: string
}
unpinCommentOutput: Comment
createPollInput: {
siteId: string
question: string
/**
 * @minItems 2
 * @maxItems 12
 */
options: string[]
takesMany?: boolean
closesAt?: string
}
createPollOutput: Poll
listPollsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
}
listPollsOutput: {
items: Poll[]
next: (string | null)
}
closePollInput: {
id: string
}
closePollOutput: Poll
deletePollInput: {
id: string
}
deletePollOutput: {
id: string
}
listCommentAuthorsInput: {
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
 * The whole address
 */
email?: string
/**
 * The whole name, in capitals or not
 */
name?: string
}
listCommentAuthorsOutput: {
items: CommentAuthor[]
next: (string | null)
}
eraseCommentAuthorInput: {
id: string
}
eraseCommentAuthorOutput: CommentAuthor
getCommentTeamNoticesInput: {
siteId: string
}
getCommentTeamNoticesOutput: {
siteId: string
recipients: {
address: string
language: ("ru" | "en")
/**
 * At most so often, and only while something waits
 */
every: ("hour" | "day")
}[]
}
changeCommentTeamNoticesInput: {
siteId: string
/**
 * @maxItems 20
 */
recipients: {
address: string
language: ("ru" | "en")
/**
 * At most so often, and only while something waits
 */
every: ("hour" | "day")
}[]
}
changeCommentTeamNoticesOutput: {
siteId: string
recipients: {
address: string
language: ("ru" | "en")
/**
 * At most so often, and only while something waits
 */
every: ("hour" | "day")
}[]
}
listListsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId?: string
}
listListsOutput: {
items: List[]
next: (string | null)
}
getListInput: {
id: string
}
getListOutput: List
createListInput: {
kind: ListKind
/**
 * Null: the element's own words
 */
title?: (string | null)
size?: number
isOn?: boolean
/**
 * Share of visitors who don't see it, and by whom its worth is measured
 */
holdOutPercent?: number
holdOutSees?: ("nothing" | "popular")
/**
 * Share of showings in which one place goes to a material that too few have seen to be judged
 */
explorePercent?: number
/**
 * Older materials are left out; null: none is too old
 */
maxAgeDays?: (number | null)
/**
 * Always first, in this order, as long as they may be listed
 * 
 * @maxItems 20
 */
pins?: {
path: string
/**
 * Null: until it is taken off
 */
until?: (string | null)
}[]
/**
 * @maxItems 200
 */
bans?: {
/**
 * A path, or the beginning of paths with * at its end
 */
pattern: string
}[]
/**
 * @maxItems 20
 */
quotas?: {
/**
 * The beginning of paths
 */
prefix: string
/**
 * At most so many of them in one showing
 */
max: number
}[]
siteId: string
/**
 * What the element calls it by; left out: its kind
 */
key?: string
}
createListOutput: List
changeListInput: {
kind?: ListKind
/**
 * Null: the element's own words
 */
title?: (string | null)
size?: number
isOn?: boolean
/**
 * Share of visitors who don't see it, and by whom its worth is measured
 */
holdOutPercent?: number
holdOutSees?: ("nothing" | "popular")
/**
 * Share of showings in which one place goes to a material that too few have seen to be judged
 */
explorePercent?: number
/**
 * Older materials are left out; null: none is too old
 */
maxAgeDays?: (number | null)
/**
 * Always first, in this order, as long as they may be listed
 * 
 * @maxItems 20
 */
pins?: {
path: string
/**
 * Null: until it is taken off
 */
until?: (string | null)
}[]
/**
 * @maxItems 200
 */
bans?: {
/**
 * A path, or the beginning of paths with * at its end
 */
pattern: string
}[]
/**
 * @maxItems 20
 */
quotas?: {
/**
 * The beginning of paths
 */
prefix: string
/**
 * At most so many of them in one showing
 */
max: number
}[]
id: string
/**
 * The revision that the change is made to: refused when somebody was faster
 */
revision?: number
}
changeListOutput: List
deleteListInput: {
id: string
}
deleteListOutput: List
previewListInput: {
siteId: string
/**
 * The list, as it is kept; a kind's for one that is not
 */
key: string
/**
 * What is to be other than kept
 */
settings?: {
kind?: ListKind
/**
 * Null: the element's own words
 */
title?: (string | null)
size?: number
isOn?: boolean
/**
 * Share of visitors who don't see it, and by whom its worth is measured
 */
holdOutPercent?: number
holdOutSees?: ("nothing" | "popular")
/**
 * Share of showings in which one place goes to a material that too few have seen to be judged
 */
explorePercent?: number
/**
 * Older materials are left out; null: none is too old
 */
maxAgeDays?: (number | null)
/**
 * Always first, in this order, as long as they may be listed
 * 
 * @maxItems 20
 */
pins?: {
path: string
/**
 * Null: until it is taken off
 */
until?: (string | null)
}[]
/**
 * @maxItems 200
 */
bans?: {
/**
 * A path, or the beginning of paths with * at its end
 */
pattern: string
}[]
/**
 * @maxItems 20
 */
quotas?: {
/**
 * The beginning of paths
 */
prefix: string
/**
 * At most so many of them in one showing
 */
max: number
}[]
}
/**
 * The page that it would stand on
 */
pageUrl?: string
/**
 * Where the visit comes from, as reports name it
 */
source?: string
}
previewListOutput: {
entries: {
path: string
title: string
imageUrl: (string | null)
isPinned: boolean
/**
 * It stands here to be judged: few have seen it yet
 */
isFresh: boolean
/**
 * Readers of late, fading by half in a week
 */
views7d: number
comments: number
}[]
/**
 * How many pages of the site may be listed
 */
pages: number
/**
 * Whether the page has been read; otherwise what is near to it is not known
 */
isPageKnown: boolean
}
getListWorthInput: {
siteId: string
key: string
/**
 * 30 days ago, when left out
 */
from?: string
to?: string
}
getListWorthOutput: ListWorth
listMaterialsInput: {
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
listable?: ("true" | "false")
}
listMaterialsOutput: {
items: Material[]
next: (string | null)
}
listFaqEntriesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
language?: ("en" | "ru")
}
listFaqEntriesOutput: {
items: FaqEntry[]
next: (string | null)
}
createFaqEntryInput: {
question: string
/**
 * Small Markdown: **strong**, *emphasis*, `code`, lists, quotes, [words](https://…)
 */
answer: string
language: ("en" | "ru")
/**
 * Stands at the top of the FAQ
 */
isPinned?: boolean
siteId: string
}
createFaqEntryOutput: FaqEntry
changeFaqEntryInput: {
question?: string
/**
 * Small Markdown: **strong**, *emphasis*, `code`, lists, quotes, [words](https://…)
 */
answer?: string
language?: ("en" | "ru")
isPinned?: boolean
id: string
}
changeFaqEntryOutput: FaqEntry
moveFaqEntryInput: {
id: string
/**
 * The entry that it stands before from now on; null: at the end
 */
beforeId: (string | null)
}
moveFaqEntryOutput: FaqEntry
deleteFaqEntryInput: {
id: string
}
deleteFaqEntryOutput: {
id: string
}
listQuestionsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
state?: ("waiting" | "answered" | "dismissed")
/**
 * A part of the question
 */
search?: string
}
listQuestionsOutput: {
items: Question[]
next: (string | null)
}
getQuestionInput: {
id: string
}
getQuestionOutput: QuestionDetails
answerQuestionInput: {
question?: string
/**
 * Small Markdown: **strong**, *emphasis*, `code`, lists, quotes, [words](https://…)
 */
answer?: string
language?: ("en" | "ru")
/**
 * Stands at the top of the FAQ
 */
isPinned?: boolean
id: string
/**
 * An entry that answers it already, in the place of a new one
 */
faqEntryId?: string
}
answerQuestionOutput: Question
dismissQuestionInput: {
id: string
}
dismissQuestionOutput: Question
reopenQuestionInput: {
id: string
}
reopenQuestionOutput: Question
mergeQuestionsInput: {
id: string
/**
 * @minItems 1
 * @maxItems 50
 */
questionIds: string[]
}
mergeQuestionsOutput: Question
splitQuestionsInput: {
id: string
/**
 * @minItems 1
 * @maxItems 50
 */
questionIds: string[]
}
splitQuestionsOutput: Question
getSearchReportInput: {
siteId: string
/**
 * So many days back
 */
days?: number
order?: ("times" | "notFound")
}
getSearchReportOutput: SearchReport
getAnswerSourcesInput: {
siteId: string
}
getAnswerSourcesOutput: AnswerSources
readAnswerSourcesInput: {
siteId: string
}
readAnswerSourcesOutput: {
/**
 * Pages that wait to be read now
 */
pages: number
}
tryAnswersInput: {
siteId: string
/**
 * What is looked for, at most 200 characters
 */
q: string
}
tryAnswersOutput: {
corrected: (string | null)
isFound: boolean
answers: {
id: string
kind: ("page" | "faq" | "comment")
/**
 * Plain text: the question, the page's title
 */
title: string
/**
 * Plain text: the heading that the passage stands under
 */
heading: (string | null)
/**
 * The passage, escaped; what was looked for stands in <mark>, and nothing else is a tag
 */
html: string
/**
 * The title, escaped and marked in the same way
 */
titleHtml: string
/**
 * Leads to the passage itself, by its anchor or a text fragment
 */
url: string
isPinned: boolean
/**
 * What the order is by
 */
score: number
/**
 * The share of the query's weight that the passage holds, 0 to 1
 */
held: number
}[]
}
listWelcomeRulesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId?: string
}
listWelcomeRulesOutput: {
items: WelcomeRule[]
next: (string | null)
}
createWelcomeRuleInput: {
/**
 * For the editors
 */
name: string
/**
 * Small numbers are asked first; the first rule that fits speaks
 */
place?: number
isOn?: boolean
/**
 * Where visitors come from, as reports name it; empty: from anywhere
 * 
 * @maxItems 50
 */
sources?: string[]
/**
 * By a tracked link, or by what a reader passed on
 */
arrivedBy?: ("any" | "link" | "share")
/**
 * `utm_campaign` of the link; null: any
 */
campaign?: (string | null)
/**
 * Regulars are known only among those who agreed to be known on other days
 */
visitors?: ("all" | "newcomers" | "regulars")
/**
 * Plain text; `{source}` stands for where the visitor came from
 */
textEn: string
textRu: string
/**
 * The list that the next best material is taken from; null: none is offered
 */
listKey?: (string | null)
/**
 * Where to follow the site; null: nothing is said of it
 */
followUrl?: (string | null)
followLabelEn?: (string | null)
followLabelRu?: (string | null)
/**
 * Share of visitors who are not greeted, to measure the worth by
 */
holdOutPercent?: number
/**
 * Nobody is greeted twice within so many days, as far as he is known
 */
everyDays?: number
siteId: string
}
createWelcomeRuleOutput: WelcomeRule
changeWelcomeRuleInput: {
/**
 * For the editors
 */
name?: string
/**
 * Small numbers are asked first; the first rule that fits speaks
 */
place?: number
isOn?: boolean
/**
 * Where visitors come from, as reports name it; empty: from anywhere
 * 
 * @maxItems 50
 */
sources?: string[]
/**
 * By a tracked link, or by what a reader passed on
 */
arrivedBy?: ("any" | "link" | "share")
/**
 * `utm_campaign` of the link; null: any
 */
campaign?: (string | null)
/**
 * Regulars are known only among those who agreed to be known on other days
 */
visitors?: ("all" | "newcomers" | "regulars")
/**
 * Plain text; `{source}` stands for where the visitor came from
 */
textEn?: string
textRu?: string
/**
 * The list that the next best material is taken from; null: none is offered
 */
listKey?: (string | null)
/**
 * Where to follow the site; null: nothing is said of it
 */
followUrl?: (string | null)
followLabelEn?: (string | null)
followLabelRu?: (string | null)
/**
 * Share of visitors who are not greeted, to measure the worth by
 */
holdOutPercent?: number
/**
 * Nobody is greeted twice within so many days, as far as he is known
 */
everyDays?: number
id: string
/**
 * The revision that the change is made to: refused when somebody was faster
 */
revision?: number
}
changeWelcomeRuleOutput: WelcomeRule
deleteWelcomeRuleInput: {
id: string
}
deleteWelcomeRuleOutput: WelcomeRule
getWelcomeWorthInput: {
id: string
/**
 * 30 days ago, when left out
 */
from?: string
to?: string
}
getWelcomeWorthOutput: ListWorth
getSubscriptionSettingsInput: {
siteId: string
}
getSubscriptionSettingsOutput: {
siteId: string
frequencies: ("each" | "daily" | "weekly")[]
feedUrl: (string | null)
/**
 * What a subscriber agrees to; null: our own words
 */
consentRu: (string | null)
consentEn: (string | null)
hasPush: boolean
topics: {
id: string
name: string
about: (string | null)
}[]
/**
 * The form as a page of ours, for a link anywhere
 */
formUrl: string
}
changeSubscriptionSettingsInput: {
siteId: string
/**
 * @minItems 1
 * @maxItems 3
 */
frequencies: ("each" | "daily" | "weekly")[]
feedUrl?: (string | null)
consentRu?: (string | null)
consentEn?: (string | null)
hasPush?: boolean
/**
 * @maxItems 30
 */
topics?: {
/**
 * Leave it out for a new one
 */
id?: string
name: string
about?: (string | null)
}[]
}
changeSubscriptionSettingsOutput: {
siteId: string
frequencies: ("each" | "daily" | "weekly")[]
feedUrl: (string | null)
/**
 * What a subscriber agrees to; null: our own words
 */
consentRu: (string | null)
consentEn: (string | null)
hasPush: boolean
topics: {
id: string
name: string
about: (string | null)
}[]
/**
 * The form as a page of ours, for a link anywhere
 */
formUrl: string
}
listSubscribersInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
state?: ("asked" | "confirmed" | "left")
source?: ("element" | "form" | "import" | "api")
/**
 * The beginning of the address
 */
search?: string
}
listSubscribersOutput: {
items: {
id: string
siteId: string
address: string
/**
 * Letters go to `confirmed` ones only
 */
state: ("asked" | "confirmed" | "left")
language: ("ru" | "en")
frequency: ("each" | "daily" | "weekly")
/**
 * None: everything
 */
topicIds: string[]
source: ("element" | "form" | "import" | "api")
/**
 * Where he asked
 */
pageUrl: (string | null)
/**
 * The network or site that his visit came from
 */
arrivedNetwork: (string | null)
/**
 * The share that brought him
 */
arrivedShare: (string | null)
askedAt: string
confirmedAt: (string | null)
leftAt: (string | null)
}[]
next: (string | null)
}
getSubscriberInput: {
id: string
}
getSubscriberOutput: {
id: string
siteId: string
address: string
/**
 * Letters go to `confirmed` ones only
 */
state: ("asked" | "confirmed" | "left")
language: ("ru" | "en")
frequency: ("each" | "daily" | "weekly")
/**
 * None: everything
 */
topicIds: string[]
source: ("element" | "form" | "import" | "api")
/**
 * Where he asked
 */
pageUrl: (string | null)
/**
 * The network or site that his visit came from
 */
arrivedNetwork: (string | null)
/**
 * The share that brought him
 */
arrivedShare: (string | null)
askedAt: string
confirmedAt: (string | null)
leftAt: (string | null)
consents: {
id: string
at: string
deed: ("asked" | "confirmed" | "changed" | "left" | "imported" | "added")
/**
 * What he saw and agreed to, word for word
 */
words: (string | null)
pageUrl: (string | null)
/**
 * A fingerprint of the network address
 */
addressPrint: (string | null)
/**
 * Who did it, where it was not the subscriber himself
 */
byName: (string | null)
}[]
}
addSubscriberInput: {
siteId: string
email: string
/**
 * @maxItems 30
 */
topics?: string[]
frequency?: ("each" | "daily" | "weekly")
language?: ("ru" | "en")
pageUrl?: string
}
addSubscriberOutput: {
id: string
siteId: string
address: string
/**
 * Letters go to `confirmed` ones only
 */
state: ("asked" | "confirmed" | "left")
language: ("ru" | "en")
frequency: ("each" | "daily" | "weekly")
/**
 * None: everything
 */
topicIds: string[]
source: ("element" | "form" | "import" | "api")
/**
 * Where he asked
 */
pageUrl: (string | null)
/**
 * The network or site that his visit came from
 */
arrivedNetwork: (string | null)
/**
 * The share that brought him
 */
arrivedShare: (string | null)
askedAt: string
confirmedAt: (string | null)
leftAt: (string | null)
}
endSubscriptionInput: {
id: string
}
endSubscriptionOutput: {
id: string
siteId: string
address: string
/**
 * Letters go to `confirmed` ones only
 */
state: ("asked" | "confirmed" | "left")
language: ("ru" | "en")
frequency: ("each" | "daily" | "weekly")
/**
 * None: everything
 */
topicIds: string[]
source: ("element" | "form" | "import" | "api")
/**
 * Where he asked
 */
pageUrl: (string | null)
/**
 * The network or site that his visit came from
 */
arrivedNetwork: (string | null)
/**
 * The share that brought him
 */
arrivedShare: (string | null)
askedAt: string
confirmedAt: (string | null)
leftAt: (string | null)
}
eraseSubscriberInput: {
id: string
}
eraseSubscriberOutput: {
id: string
}
exportSubscriberDataInput: {
id: string
}
exportSubscriberDataOutput: {
data: {
[k: string]: unknown
}
}
checkSubscriberImportInput: {
siteId: string
/**
 * A table with a column `email`, and where you have them `language`, `frequency`, `topics`, `confirmed_at`
 */
csv: string
/**
 * Where and when these people agreed; kept with each of them
 */
statement: string
/**
 * Of rows that name none
 */
language?: ("ru" | "en")
frequency?: ("each" | "daily" | "weekly")
}
checkSubscriberImportOutput: {
rows: number
added: number
/**
 * Subscribed already, or left before: nobody is subscribed against his word
 */
known: number
/**
 * Their addresses get no letters any more
 */
suppressed: number
/**
 * The same address again in this table
 */
repeated: number
/**
 * The first 200 rows that can't be taken, and why
 */
faulty: {
line: number
value: string
reason: string
}[]
faultyCount: number
}
importSubscribersInput: {
siteId: string
/**
 * A table with a column `email`, and where you have them `language`, `frequency`, `topics`, `confirmed_at`
 */
csv: string
/**
 * Where and when these people agreed; kept with each of them
 */
statement: string
/**
 * Of rows that name none
 */
language?: ("ru" | "en")
frequency?: ("each" | "daily" | "weekly")
}
importSubscribersOutput: {
rows: number
added: number
/**
 * Subscribed already, or left before: nobody is subscribed against his word
 */
known: number
/**
 * Their addresses get no letters any more
 */
suppressed: number
/**
 * The same address again in this table
 */
repeated: number
/**
 * The first 200 rows that can't be taken, and why
 */
faulty: {
line: number
value: string
reason: string
}[]
faultyCount: number
}
exportSubscribersInput: {
siteId: string
state?: ("asked" | "confirmed" | "left")
/**
 * `next` of the part before
 */
after?: string
limit?: number
}
exportSubscribersOutput: {
csv: string
next: (string | null)
}
getSubscriberGrowthInput: {
siteId: string
/**
 * How many days back, 1 to 366
 */
days?: number
}
getSubscriberGrowthOutput: {
confirmed: number
/**
 * Not confirmed yet
 */
asked: number
left: number
/**
 * That get notices
 */
browsers: number
days: {
on: string
joined: number
left: number
}[]
}
getSubscriberSourcesInput: {
siteId: string
/**
 * How many days back, 1 to 366
 */
days?: number
}
getSubscriberSourcesOutput: {
pages: {
name: string
subscribers: number
}[]
networks: {
name: string
subscribers: number
}[]
shares: {
name: string
subscribers: number
}[]
/**
 * The element, the form, an import, the API
 */
ways: {
name: string
subscribers: number
}[]
}
sendPushNoticeInput: {
siteId: string
title: string
body?: string
/**
 * Where a click on it leads
 */
url: string
/**
 * Only those who want this topic, or everything
 */
topicId?: (string | null)
}
sendPushNoticeOutput: {
id: string
siteId: string
title: string
body: string
url: string
topicId: (string | null)
createdAt: string
createdBy: string
sent: number
failed: number
/**
 * Browsers that want no more: their push service said so, and they were taken off
 */
gone: number
endedAt: (string | null)
}
listPushNoticesInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId: string
}
listPushNoticesOutput: {
items: {
id: string
siteId: string
title: string
body: string
url: string
topicId: (string | null)
createdAt: string
createdBy: string
sent: number
failed: number
/**
 * Browsers that want no more: their push service said so, and they were taken off
 */
gone: number
endedAt: (string | null)
}[]
next: (string | null)
}
adviseTitlesInput: {
/**
 * @minItems 1
 * @maxItems 6
 */
titles: string[]
text?: string
/**
 * Page to read the text from
 */
url?: string
}
adviseTitlesOutput: {
items: {
title: string
/**
 * Curiosity and appeal were learned from English titles only
 */
language: ("en" | "other")
/**
 * 0 says plainly what comes, 1 is bait; as a crowd would rate it
 */
curiosity: (number | null)
/**
 * Root mean square error of `curiosity`
 */
curiosityError: (number | null)
/**
 * 0 to 1: whether the text is about what the title says; null without a text
 */
honesty: (number | null)
/**
 * Words of the title that its text does not have
 */
missing: string[]
/**
 * Chance that it gets more clicks than the others of this call, 0 to 1; a guess before any test
 */
winChance: (number | null)
}[]
}
createHeadlineTestInput: {
siteId: string
path: string
/**
 * Of the page, two to six; leave out for a test of posts
 * 
 * @minItems 2
 * @maxItems 6
 */
titles?: string[]
/**
 * Posts that lead to the page, each with a title of its own
 * 
 * @minItems 2
 * @maxItems 6
 */
postIds?: string[]
}
createHeadlineTestOutput: {
id: string
siteId: string
/**
 * Titles of a page on the site's lists, or of posts that lead to it
 */
kind: ("page" | "posts")
path: string
beganAt: string
beganBy: string
endedAt: (string | null)
endedBy: (string | null)
winnerId: (string | null)
}
listHeadlineTestsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
siteId?: string
}
listHeadlineTestsOutput: {
items: {
id: string
siteId: string
/**
 * Titles of a page on the site's lists, or of posts that lead to it
 */
kind: ("page" | "posts")
path: string
beganAt: string
beganBy: string
endedAt: (string | null)
endedBy: (string | null)
winnerId: (string | null)
}[]
next: (string | null)
}
getHeadlineTestInput: {
testId: string
}
getHeadlineTestOutput: {
id: string
siteId: string
/**
 * Titles of a page on the site's lists, or of posts that lead to it
 */
kind: ("page" | "posts")
path: string
beganAt: string
beganBy: string
endedAt: (string | null)
endedBy: (string | null)
winnerId: (string | null)
arms: {
id: string
title: string
postId: (string | null)
/**
 * Share of the readers that it gets now, 0 to 1
 */
weight: number
/**
 * Readers who saw it; null where the network does not tell
 */
exposures: (number | null)
clicks: number
/**
 * Clicks whose visit reached a read
 */
qualityClicks: number
/**
 * Quality clicks per exposure
 */
rate: (number | null)
interval: ({
low: number
high: number
} | null)
/**
 * Chance that this is the best of them, 0 to 1
 */
bestChance: (number | null)
/**
 * Quality clicks per exposure that one loses on average by choosing it for good
 */
expectedLoss: (number | null)
}[]
verdict: ("too-few" | "undecided" | "leading" | "proven" | "spoilt" | "unknown-reach")
/**
 * The arm that `leading` and `proven` speak of
 */
leaderId: (string | null)
/**
 * Chance of shares as far from the given ones; below 0.001 something serves one arm to everybody
 */
sampleRatioChance: (number | null)
/**
 * By UTC day, the numbers in the arms' order
 */
days: {
day: string
exposures: number[]
qualityClicks: number[]
}[]
}
endHeadlineTestInput: {
testId: string
/**
 * The arm that stays; null: none
 */
winnerId?: (string | null)
/**
 * The winner's title goes into the page's tags and card from now on
 */
isCardTitle?: boolean
}
endHeadlineTestOutput: {
id: string
siteId: string
/**
 * Titles of a page on the site's lists, or of posts that lead to it
 */
kind: ("page" | "posts")
path: string
beganAt: string
beganBy: string
endedAt: (string | null)
endedBy: (string | null)
winnerId: (string | null)
}
getOverviewInput: {
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
}
getOverviewOutput: {
from: string
to: string
rows: {
row: ("goal" | "actions" | "tools" | "metrics" | "interaction" | "result")
/**
 * Off the site
 */
smm: {
/**
 * What was counted, as in `clicks`
 */
id: string
value: number
}[]
/**
 * On the site
 */
smo: {
/**
 * What was counted, as in `clicks`
 */
id: string
value: number
}[]
}[]
}
getLoopReportInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
}
getLoopReportOutput: {
items: {
/**
 * Id of the publication
 */
id: string
postId: string
postText: string
channelId: string
networkId: string
handle: string
url: (string | null)
publishedAt: string
/**
 * Null where the network does not tell
 */
likes: (number | null)
/**
 * Null where the network does not tell
 */
reposts: (number | null)
/**
 * Null where the network does not tell
 */
replies: (number | null)
/**
 * Of people
 */
clicks: number
/**
 * Robots, previews, prefetches, HEAD requests
 */
robotClicks: number
visits: number
/**
 * Visits with 15 s of visible time or 75 % scrolled
 */
reads: number
/**
 * Explicit shares in the whole tree below the link
 */
shares: number
/**
 * Visitors whom shares brought; the first sharers' first
 */
broughtByGeneration: number[]
comments: number
}[]
next: (string | null)
}
getReportCardsInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Known people only, by consent; `unknown` are all others
 */
audience?: ("newcomer" | "returning" | "regular" | "unknown")
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
/**
 * Beginning of the period to compare with
 */
compareFrom?: string
/**
 * Its end; left out: as long as the period itself
 */
compareTo?: string
}
getReportCardsOutput: {
period: {
from: string
to: string
}
comparedWith: ({
from: string
to: string
} | null)
zone: string
total: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
}
before: ({
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
} | null)
revenue: {
currency: string
/**
 * From a signed server call, refunds taken off
 */
trusted: number
/**
 * By the page's own word
 */
untrusted: number
}[]
/**
 * Clicks of people on tracked links
 */
clicks: number
/**
 * What was kept apart as not human, by reason
 */
robots: {
reason: string
events: number
}[]
points: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Beginning of the hour, day, week or month
 */
at: string
}[]
pages: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
entryPages: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
sourceKinds: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
sources: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
networks: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
campaigns: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
countries: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
devices: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
publications: {
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
}
getTrafficInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Known people only, by consent; `unknown` are all others
 */
audience?: ("newcomer" | "returning" | "regular" | "unknown")
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
/**
 * Beginning of the period to compare with
 */
compareFrom?: string
/**
 * Its end; left out: as long as the period itself
 */
compareTo?: string
interval?: ("hour" | "day" | "week" | "month")
}
getTrafficOutput: {
period: {
from: string
to: string
}
comparedWith: ({
from: string
to: string
} | null)
zone: string
interval: ("hour" | "day" | "week" | "month")
total: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
}
/**
 * The same of the other period
 */
before: ({
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
} | null)
revenue: {
currency: string
/**
 * From a signed server call, refunds taken off
 */
trusted: number
/**
 * By the page's own word
 */
untrusted: number
}[]
points: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Beginning of the hour, day, week or month
 */
at: string
}[]
pointsBefore: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Beginning of the hour, day, week or month
 */
at: string
}[]
}
getBreakdownInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Known people only, by consent; `unknown` are all others
 */
audience?: ("newcomer" | "returning" | "regular" | "unknown")
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
/**
 * Beginning of the period to compare with
 */
compareFrom?: string
/**
 * Its end; left out: as long as the period itself
 */
compareTo?: string
dimension: ("page" | "entryPage" | "exitPage" | "sourceKind" | "source" | "network" | "campaign" | "medium" | "publication" | "link" | "generation" | "country" | "device" | "browser" | "os" | "language" | "site" | "audience")
/**
 * Which figure comes first
 */
sort?: ("visitors" | "visits" | "views" | "bounces" | "reads" | "visibleSeconds" | "shares" | "reactions" | "comments" | "searches" | "subscriptions" | "goals")
/**
 * How many rows, 1 to 500
 */
rows?: number
}
getBreakdownOutput: {
period: {
from: string
to: string
}
dimension: ("page" | "entryPage" | "exitPage" | "sourceKind" | "source" | "network" | "campaign" | "medium" | "publication" | "link" | "generation" | "country" | "device" | "browser" | "os" | "language" | "site" | "audience")
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
before: ({
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
} | null)
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
getLiveViewInput: {
siteId?: string
}
getLiveViewOutput: {
at: string
/**
 * People seen in the last five minutes
 */
visitors: number
minutes: {
at: string
views: number
visitors: number
}[]
pages: {
value: string
visitors: number
}[]
sources: {
value: string
visitors: number
}[]
countries: {
value: string
visitors: number
}[]
latest: {
at: string
kind: string
page: string
name: string
network: string
country: string
device: string
}[]
}
getDirectArrivalsInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Known people only, by consent; `unknown` are all others
 */
audience?: ("newcomer" | "returning" | "regular" | "unknown")
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
}
getDirectArrivalsOutput: {
period: {
from: string
to: string
}
/**
 * All visits of the period
 */
visits: number
withoutReferrer: number
/**
 * The address carried a click's or a share's id
 */
knownParent: number
/**
 * Opened in an app's own browser
 */
inApp: number
unknown: number
/**
 * Of all visits: how much of every source's figure is in doubt
 */
unknownShare: number
/**
 * 95 % half-width of that share, 0 to 1 (Wilson): how much of it may be the chance of small numbers
 */
error: number
/**
 * By the network where the link or share was placed
 */
knownParents: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
apps: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * Deep pages that nobody types: most of these visits came from somewhere
 */
unknownEntryPages: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Empty where it is not known
 */
value: string
}[]
/**
 * Of the unknown: those that began on another page than the front page
 */
deepUnknown: number
}
getPostReportInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
/**
 * How many rows, 1 to 500
 */
rows?: number
}
getPostReportOutput: {
period: {
from: string
to: string
}
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
publicationId: string
postId: string
postText: string
channelId: string
networkId: string
handle: string
clicks: number
robotClicks: number
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
getChannelReportInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
}
getChannelReportOutput: {
period: {
from: string
to: string
}
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
channelId: string
networkId: string
handle: string
publications: number
clicks: number
robotClicks: number
}[]
}
getLinkReportInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
/**
 * How many rows, 1 to 500
 */
rows?: number
}
getLinkReportOutput: {
period: {
from: string
to: string
}
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
linkId: string
slug: string
url: string
publicationId: (string | null)
clicks: number
robotClicks: number
/**
 * Clicks whose visit reached a read
 */
qualityClicks: number
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
getInteractionInput: {
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
siteId?: string
/**
 * Path; left out: all pages
 */
page?: string
}
getInteractionOutput: {
period: {
from: string
to: string
}
reads: number
comments: number
reactions: {
name: string
times: number
visitors: number
}[]
searches: {
name: string
times: number
visitors: number
}[]
subscriptions: {
name: string
times: number
visitors: number
}[]
/**
 * By where to
 */
shares: {
name: string
times: number
visitors: number
}[]
goals: {
name: string
times: number
visitors: number
}[]
custom: {
name: string
times: number
visitors: number
}[]
lists: {
list: string
arm: string
shown: number
clicked: number
rate: number
/**
 * 95 % interval of the rate (Wilson)
 */
low: number
high: number
}[]
}
getAttributionInput: {
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
siteId?: string
/**
 * Name of the goal; left out: all goals
 */
goal?: string
/**
 * What is credited: source, sourceKind, network, campaign, publication, link, entryPage
 */
by?: ("source" | "sourceKind" | "network" | "campaign" | "publication" | "link" | "entryPage")
windowDays?: number
}
getAttributionOutput: {
period: {
from: string
to: string
}
windowDays: number
conversions: number
/**
 * Conversions that no arrival of the window is known for
 */
withoutTouch: number
/**
 * By people known across days; the others' journeys are one day long
 */
knownConversions: number
rows: {
value: string
conversions: {
first: number
lastNonDirect: number
linear: number
/**
 * Half-life of 7 days
 */
timeDecay: number
/**
 * 40 % to the first, 40 % to the last, 20 % between
 */
position: number
}
revenue: {
currency: string
isTrusted: boolean
credits: {
first: number
lastNonDirect: number
linear: number
/**
 * Half-life of 7 days
 */
timeDecay: number
/**
 * 40 % to the first, 40 % to the last, 20 % between
 */
position: number
}
}[]
}[]
}
getFunnelInput: {
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
siteId?: string
/**
 * @minItems 2
 * @maxItems 10
 */
steps: {
kind: ("view" | "share" | "react" | "comment" | "subscribe" | "search" | "goal" | "custom" | "read")
/**
 * Path; ends with * for all that begin so
 */
page?: string
/**
 * Name of the goal, reaction, list or custom event
 */
name?: string
}[]
/**
 * Time from the first step to the last; without consent a visitor is known for one UTC day
 */
windowMinutes?: number
}
getFunnelOutput: {
period: {
from: string
to: string
}
steps: {
kind: ("view" | "share" | "react" | "comment" | "subscribe" | "search" | "goal" | "custom" | "read")
/**
 * Path; ends with * for all that begin so
 */
page?: string
/**
 * Name of the goal, reaction, list or custom event
 */
name?: string
visitors: number
/**
 * 0 to 1
 */
ofFirst: number
/**
 * 0 to 1
 */
ofPrevious: number
}[]
}
getCohortsInput: {
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
siteId?: string
/**
 * Whose weeks and months are meant; left out: the workspace's
 */
zone?: string
interval?: ("week" | "month")
}
getCohortsOutput: {
period: {
from: string
to: string
}
interval: ("week" | "month")
/**
 * Only people who agreed to be known can be seen to come back
 */
knownVisitors: number
/**
 * Of these: the report is blind to the difference
 */
allVisitors: number
rows: {
/**
 * When the cohort was first seen
 */
at: string
size: number
/**
 * How many came back in the first, second, … interval after
 */
back: number[]
}[]
}
getRegularsInput: {
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
siteId?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
by?: ("source" | "network" | "campaign" | "entryPage")
}
getRegularsOutput: {
period: {
from: string
to: string
}
/**
 * Only people who agreed to be known can be called regular
 */
knownVisitors: number
allVisitors: number
/**
 * Seen on three or more different days of the last 30
 */
regulars: number
rows: {
/**
 * What brought their first visit, by the dimension asked for
 */
value: string
newcomers: number
/**
 * Of all regulars now: those whom it brought first
 */
regulars: number
/**
 * Of the newcomers of the period: how many became regular within 30 days
 */
share: number
low: number
high: number
}[]
}
getNewcomerPathsInput: {
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
by?: ("network" | "source")
}
getNewcomerPathsOutput: {
period: {
from: string
to: string
}
knownVisitors: number
allVisitors: number
rows: {
/**
 * People; one who gave no consent counts anew each UTC day
 */
visitors: number
visits: number
views: number
/**
 * Visits with one view, under 10 s of visible time, and nothing else
 */
bounces: number
/**
 * Visits with 15 s of visible time on a page or 75 % of it scrolled
 */
reads: number
/**
 * Visible time of all visits together
 */
visibleSeconds: number
shares: number
reactions: number
comments: number
searches: number
subscriptions: number
goals: number
/**
 * Network or source
 */
value: string
/**
 * Known newcomers who came another day within 30
 */
cameBack: number
/**
 * The page after the landing page; empty for those who left
 */
nextPages: {
page: string
visits: number
}[]
}[]
}
getShareTreesInput: {
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
publicationId?: string
/**
 * Where the link was placed
 */
network?: string
rows?: number
}
getShareTreesOutput: {
period: {
from: string
to: string
}
total: {
/**
 * Visitors in the tree
 */
nodes: number
/**
 * Of them: who came by the tracked link itself
 */
seeds: number
shares: number
maxDepth: number
/**
 * Visitors who have had three cycle times to share
 */
able: number
/**
 * i
 */
sharesPerVisitor: number
/**
 * c
 */
visitorsPerShare: number
/**
 * K = i × c over those able to share; null while nobody is
 */
k: (number | null)
/**
 * 95 % interval, bootstrap over roots
 */
kLow: (number | null)
kHigh: (number | null)
/**
 * Visitors for each seed visitor in all, 1/(1 − K); null at K ≥ 1
 */
reach: (number | null)
/**
 * Median time from a visitor's arrival to his child's
 */
cycleSeconds: (number | null)
}
rows: {
/**
 * Id of the tracked link, or of the first share of a page's own tree
 */
root: string
linkId: (string | null)
publicationId: (string | null)
network: string
beganAt: string
nodes: number
seeds: number
shares: number
maxDepth: number
k: (number | null)
}[]
/**
 * How many more values there are than rows
 */
rest: number
}
getShareTreeInput: {
/**
 * Id of the tracked link, or of the first share of a page's own tree
 */
root: string
}
getShareTreeOutput: {
/**
 * Visitors in the tree
 */
nodes: number
/**
 * Of them: who came by the tracked link itself
 */
seeds: number
shares: number
maxDepth: number
/**
 * Visitors who have had three cycle times to share
 */
able: number
/**
 * i
 */
sharesPerVisitor: number
/**
 * c
 */
visitorsPerShare: number
/**
 * K = i × c over those able to share; null while nobody is
 */
k: (number | null)
/**
 * 95 % interval, bootstrap over roots
 */
kLow: (number | null)
kHigh: (number | null)
/**
 * Visitors for each seed visitor in all, 1/(1 − K); null at K ≥ 1
 */
reach: (number | null)
/**
 * Median time from a visitor's arrival to his child's
 */
cycleSeconds: (number | null)
/**
 * Mean distance over pairs of nodes, the link as root
 */
structuralVirality: (number | null)
root: string
linkId: (string | null)
publicationId: (string | null)
/**
 * Visitors by generation, the seeds first
 */
depths: number[]
sharesByNetwork: {
network: string
shares: number
brought: number
}[]
revenue: {
currency: string
/**
 * From a signed server call, refunds taken off
 */
trusted: number
/**
 * By the page's own word
 */
untrusted: number
}[]
/**
 * Of those who agreed to be known
 */
bestSharers: {
visitor: string
shares: number
brought: number
broughtInAll: number
}[]
}
getShareTreeDrawingInput: {
/**
 * Id of the tracked link, or of the first share of a page's own tree
 */
root: string
nodes?: number
}
getShareTreeDrawingOutput: {
root: string
nodes: {
/**
 * 0 is the link
 */
id: number
parent: (number | null)
depth: number
at: (string | null)
children: number
/**
 * Nodes below, also those left out
 */
below: number
/**
 * Children left out of the drawing
 */
more: number
/**
 * Where the share was placed that brought him
 */
network: string
isRead: boolean
}[]
/**
 * Nodes that are not drawn
 */
left: number
}
listVisitsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
/**
 * One site; left out: all of the workspace
 */
siteId?: string
/**
 * As in `search`, `network`, `direct`
 */
sourceKind?: string
/**
 * As the source report names it
 */
source?: string
/**
 * Where the visitor came from or the link was placed
 */
network?: string
/**
 * utm_campaign
 */
campaign?: string
postId?: string
publicationId?: string
/**
 * Visits of the whole share tree below this tracked link
 */
linkId?: string
/**
 * Visits that saw this path
 */
page?: string
/**
 * ISO 3166-1 alpha-2; empty for unknown
 */
country?: string
device?: string
/**
 * Known people only, by consent; `unknown` are all others
 */
audience?: ("newcomer" | "returning" | "regular" | "unknown")
/**
 * Beginning; left out: 28 days before the end
 */
from?: string
/**
 * End, not included; left out: now
 */
to?: string
/**
 * Whose days are meant; left out: the workspace's
 */
zone?: string
}
listVisitsOutput: {
items: {
id: string
siteId: string
beganAt: string
endedAt: string
/**
 * 64-bit number; without consent nobody can tell whose it was
 */
visitor: string
isKnown: boolean
sourceKind: string
source: string
network: string
campaign: string
linkId: (string | null)
publicationId: (string | null)
/**
 * 0: by the link itself; 1 and more: by a share; null: by neither
 */
generation: (number | null)
entryPage: string
exitPage: string
views: number
visibleSeconds: number
isRead: boolean
isBounce: boolean
country: string
device: string
browser: string
language: string
/**
 * Shares, reactions, comments, searches, subscriptions and goals
 */
actions: number
}[]
next: (string | null)
}
getVisitInput: {
visitId: string
}
getVisitOutput: {
id: string
siteId: string
beganAt: string
endedAt: string
/**
 * 64-bit number; without consent nobody can tell whose it was
 */
visitor: string
isKnown: boolean
sourceKind: string
source: string
network: string
campaign: string
linkId: (string | null)
publicationId: (string | null)
/**
 * 0: by the link itself; 1 and more: by a share; null: by neither
 */
generation: (number | null)
entryPage: string
exitPage: string
views: number
visibleSeconds: number
isRead: boolean
isBounce: boolean
country: string
device: string
browser: string
language: string
/**
 * Shares, reactions, comments, searches, subscriptions and goals
 */
actions: number
events: {
id: string
kind: string
at: string
page: string
title: string
name: string
network: string
visibleSeconds: number
scrollPercent: number
value: number
currency: string
isTrusted: boolean
}[]
}
listAnnotationsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
/**
 * Of this site, and those that concern all
 */
siteId?: string
/**
 * As in `2026-11-24`, in the workspace's zone
 */
firstDay?: string
/**
 * As in `2026-11-24`, in the workspace's zone
 */
lastDay?: string
}
listAnnotationsOutput: {
items: {
id: string
/**
 * null: it concerns all sites
 */
siteId: (string | null)
/**
 * As in `2026-11-24`, in the workspace's zone
 */
day: string
text: string
madeAt: string
}[]
next: (string | null)
}
createAnnotationInput: {
/**
 * As in `2026-11-24`, in the workspace's zone
 */
day: string
text: string
/**
 * Left out: it concerns all sites
 */
siteId?: string
}
createAnnotationOutput: {
id: string
/**
 * null: it concerns all sites
 */
siteId: (string | null)
/**
 * As in `2026-11-24`, in the workspace's zone
 */
day: string
text: string
madeAt: string
}
deleteAnnotationInput: {
id: string
}
deleteAnnotationOutput: {
id: string
/**
 * null: it concerns all sites
 */
siteId: (string | null)
/**
 * As in `2026-11-24`, in the workspace's zone
 */
day: string
text: string
madeAt: string
}
listReportViewsInput: {
/**
 * How many rows, 1 to 100
 */
limit?: number
/**
 * `next` of the page before; leave it out for the first page
 */
after?: string
}
listReportViewsOutput: {
items: {
id: string
name: string
page: string
query: string
savedAt: string
}[]
next: (string | null)
}
saveReportViewInput: {
name: string
/**
 * Path of the page of the app
 */
page: string
/**
 * What stands behind `?` in its address: the narrowing, as the page keeps it
 */
query: string
}
saveReportViewOutput: {
id: string
name: string
page: string
query: string
savedAt: string
}
deleteReportViewInput: {
id: string
}
deleteReportViewOutput: {
id: string
name: string
page: string
query: string
savedAt: string
}
}
export interface VisitorEvent {
id: string
kind: string
/**
 * UTC
 */
at: string
page: string
title: string
source: string
name: string
value: number
currency: string
country: string
device: string
browser: string
language: string
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
export interface Post {
id: string
text: string
languages: string[]
linkUrl: (string | null)
media: Media[]
thread: string[]
variants: {
channelId: string
text: (string | null)
options: {
[k: string]: PublishPostOutputPart0
}
}[]
campaign: (string | null)
state: ("draft" | "scheduled" | "publishing" | "published" | "attention" | "failed" | "withdrawn")
scheduledFor: ({
local: string
timeZone: string
at: string
} | null)
missedPolicy: (({
kind: "skip"
} | {
kind: "late"
withinMinutes: number
} | {
kind: "ask"
}) | null)
publications: Publication[]
createdAt: string
createdBy: string
publishedAt: (string | null)
}
export interface Publication {
id: string
postId: string
channelId: string
network: {
id: string
name: string
color: string
}
handle: string
state: ("draft" | "in_review" | "approved" | "scheduled" | "publishing" | "published" | "partial" | "unknown" | "missed" | "failed" | "withdrawn")
url: (string | null)
externalId: (string | null)
trackedUrl: (string | null)
scheduledAt: (string | null)
publishedAt: (string | null)
metrics: ({
likes: (number | null)
reposts: (number | null)
replies: (number | null)
quotes: (number | null)
views: (number | null)
readAt: string
} | null)
problem: ({
/**
 * Stable id, <network>.<surface>.<check>
 */
rule: string
title: string
/**
 * What the network said
 */
words: (string | null)
/**
 * What to do
 */
hint: (string | null)
/**
 * When it is tried again by itself
 */
next: (string | null)
} | null)
/**
 * What a person may decide now: see resolvePublication
 */
choices: ("publish-again" | "mark-published" | "retry" | "give-up")[]
canEdit: boolean
canWithdraw: boolean
}
export interface CardDifference {
/**
 * The publication
 */
id: string
postId: string
channelId: string
network: {
id: string
name: string
}
url: (string | null)
linkUrl: (string | null)
readAt: string
/**
 * Null: the network shows no card
 */
shown: ({
url: string
title: string
description: string
imageUrl: (string | null)
siteName: (string | null)
} | null)
differences: {
/**
 * title, description, siteName, imageUrl, or card: whether there is one
 */
field: string
predicted: (string | null)
shown: (string | null)
/**
 * Which rule of Samovar's is to be doubted
 */
question: {
en: string
ru: string
}
}[]
}
export interface Reply {
id: string
publicationId: string
postId: string
networkId: string
/**
 * The reply that it answers; null: the publication itself
 */
parentId: (string | null)
author: {
name: string
handle: string
url: string
avatarUrl: (string | null)
}
text: string
at: string
url: string
isOurs: boolean
/**
 * When we answered it first
 */
answeredAt: (string | null)
/**
 * When it was seen to be gone from the network
 */
deletedAt: (string | null)
/**
 * Answers of ours that are not out yet, or could not go
 */
answers: Answer[]
}
export interface Answer {
id: string
replyId: string
text: string
state: ("waiting" | "sending" | "sent" | "failed" | "unknown")
url: (string | null)
problem: ({
rule: string
title: string
words: (string | null)
hint: (string | null)
} | null)
/**
 * What can be decided about it now: see resolveAnswer
 */
choices: ("send-again" | "mark-sent" | "give-up")[]
createdAt: string
createdBy: string
}
export interface PageAudit {
/**
 * Null for a page of no site of yours: it is not kept
 */
id: (string | null)
siteId: (string | null)
url: string
title: (string | null)
outcome: ("audited" | "unreachable" | "not-html" | "forbidden")
auditedAt: string
score: AuditScore
errors: number
warnings: number
lang: (string | null)
canonical: (string | null)
visit: {
status: (number | null)
finalUrl: string
hops: number
byteLength: number
firstByteMs: (number | null)
failure: ({
kind: string
message: string
} | null)
}
/**
 * Worst first
 */
findings: AuditFinding[]
cards: PreviewCard[]
/**
 * CSS for the cards' HTML
 */
cardStyles: string
images: {
url: string
type: (string | null)
byteLength: number
width: (number | null)
height: (number | null)
}[]
/**
 * Rules that could not be asked
 */
broken: {
ruleId: string
message: string
}[]
/**
 * The page's score over time, oldest first; at most a hundred
 */
readings: {
at: string
score: (number | null)
}[]
}
export interface AuditScore {
page: (number | null)
networks: {
[k: string]: number
}
groups: {
[k: string]: number
}
}
export interface AuditFinding {
/**
 * As in LP02: see listAuditRules
 */
ruleId: string
group: ("fetching" | "placement" | "identity" | "text" | "image" | "extras" | "spreading" | "reading" | "staying" | "speed" | "relevance")
/**
 * Which of the rule's sentences it is
 */
key: string
severity: ("error" | "warning" | "info")
networks: ("all" | "none" | ("facebook" | "x" | "linkedin" | "vk" | "ok" | "telegram" | "whatsapp" | "viber" | "pinterest" | "slack" | "discord" | "mastodon" | "bluesky" | "reddit" | "threads" | "imessage" | "signal" | "misskey")[])
/**
 * How well the rule is founded; C never makes an error
 */
grade: ("A" | "A†" | "B" | "C")
title: {
en: string
ru: string
}
what: {
en: string
ru: string
}
remedy: {
en: string
ru: string
}
/**
 * The tag or line that is meant
 */
excerpt: (string | null)
line: (number | null)
/**
 * The very thing to put into the page
 */
paste: (string | null)
/**
 * What Samovar itself can mend
 */
repair: (("tags" | "card-image") | null)
/**
 * Since when the page has it; null for a page that is not kept
 */
firstSeenAt: (string | null)
}
export interface PreviewCard {
network: ("facebook" | "x" | "linkedin" | "vk" | "ok" | "telegram" | "whatsapp" | "viber" | "pinterest" | "slack" | "discord" | "mastodon" | "bluesky" | "reddit" | "threads" | "imessage" | "signal" | "misskey")
name: string
layout: ("none" | "text" | "small" | "large" | "pin")
title: ({
/**
 * As shown, cut
 */
shown: string
whole: string
/**
 * The tag it came from
 */
from: string
/**
 * Why that one, in the language asked for
 */
why: string
} | null)
description: ({
/**
 * As shown, cut
 */
shown: string
whole: string
/**
 * The tag it came from
 */
from: string
/**
 * Why that one, in the language asked for
 */
why: string
} | null)
siteName: ({
/**
 * As shown, cut
 */
shown: string
whole: string
/**
 * The tag it came from
 */
from: string
/**
 * Why that one, in the language asked for
 */
why: string
} | null)
author: ({
/**
 * As shown, cut
 */
shown: string
whole: string
/**
 * The tag it came from
 */
from: string
/**
 * Why that one, in the language asked for
 */
why: string
} | null)
image: ({
url: string
alt: (string | null)
from: string
why: string
} | null)
domain: string
/**
 * Why there is no card or no picture, in the language asked for
 */
notes: string[]
/**
 * The card drawn; it needs `cardStyles` once on the page
 */
html: {
light: string
dark: string
}
}
export interface PageAuditSummary {
id: string
siteId: string
url: string
title: (string | null)
outcome: ("audited" | "unreachable" | "not-html" | "forbidden")
auditedAt: string
score: (number | null)
errors: number
warnings: number
}
export interface SiteAudit {
siteId: string
schedule: AuditSchedule
/**
 * The audit that is under way
 */
current: (AuditRun | null)
/**
 * The last one that ended
 */
latest: (AuditRun | null)
score: AuditScore1
/**
 * Oldest first, at most a hundred audits
 */
trend: {
at: string
score: (number | null)
networks: {
[k: string]: number
}
}[]
counts: {
pages: number
pagesWithErrors: number
findings: {
errors: number
warnings: number
infos: number
}
regressions: number
}
/**
 * What is wrong now, by how many pages have it: what to mend first
 */
rules: {
ruleId: string
severity: ("error" | "warning" | "info")
pages: number
title: {
en: string
ru: string
}
group: ("fetching" | "placement" | "identity" | "text" | "image" | "extras" | "spreading" | "reading" | "staying" | "speed" | "relevance")
}[]
/**
 * The newest ten that are open: see listRegressions
 */
regressions: AuditRegression[]
}
export interface AuditSchedule {
every: ("off" | "daily" | "weekly")
/**
 * How many pages of the site are audited
 */
maxPages: number
}
export interface AuditRun {
id: string
siteId: string
state: ("running" | "done" | "stopped" | "failed")
startedAt: string
startedBy: string
endedAt: (string | null)
/**
 * Who stopped it
 */
endedBy: (string | null)
failure: (string | null)
pagesDone: number
/**
 * How many there are to do as far as is known; links add to it up to maxPages
 */
pagesKnown: number
maxPages: number
score: (number | null)
errors: (number | null)
warnings: (number | null)
}
/**
 * Of the last audit that ended
 */
export interface AuditScore1 {
page: (number | null)
networks: {
[k: string]: number
}
groups: {
[k: string]: number
}
}
export interface AuditRegression {
id: string
pageAuditId: string
url: string
ruleId: string
key: string
severity: ("error" | "warning" | "info")
networks: ("all" | "none" | ("facebook" | "x" | "linkedin" | "vk" | "ok" | "telegram" | "whatsapp" | "viber" | "pinterest" | "slack" | "discord" | "mastodon" | "bluesky" | "reddit" | "threads" | "imessage" | "signal" | "misskey")[])
title: {
en: string
ru: string
}
what: {
en: string
ru: string
}
remedy: {
en: string
ru: string
}
/**
 * The audit before did not find it
 */
firstSeenAt: string
lastSeenAt: string
resolvedAt: (string | null)
}
export interface AuditRule {
id: string
group: ("fetching" | "placement" | "identity" | "text" | "image" | "extras" | "spreading" | "reading" | "staying" | "speed" | "relevance")
title: {
en: string
ru: string
}
why: {
en: string
ru: string
}
/**
 * The worst that a finding of it may be
 */
severity: ("error" | "warning" | "info")
networks: ("all" | "none" | ("facebook" | "x" | "linkedin" | "vk" | "ok" | "telegram" | "whatsapp" | "viber" | "pinterest" | "slack" | "discord" | "mastodon" | "bluesky" | "reddit" | "threads" | "imessage" | "signal" | "misskey")[])
grade: ("A" | "A†" | "B" | "C")
source: string
}
export interface CardTemplate {
/**
 * The site's
 */
id: string
siteId: string
look: {
version?: 1
layout?: ("title-left" | "photo-background" | "photo-side" | "quote" | "plain")
colours?: {
background?: string
accent?: string
/**
 * Taken where it reads well on the background, with a contrast of 4.5 at least; else we choose
 */
text?: (string | null)
}
titleWeight?: (400 | 500 | 600 | 700 | 800 | 900)
siteName?: string
show?: {
siteName?: boolean
author?: boolean
date?: boolean
}
}
logo: (Media | null)
/**
 * The site's own; null for Noto Sans
 */
font: (CardFont | null)
changedAt: (string | null)
changedBy: (string | null)
}
export interface CardFont {
id: string
name: string
byteLength: number
createdAt: string
}
export interface PageCard {
id: string
siteId: string
pageUrl: string
title: string
/**
 * Public, and the same picture for ever: what og:image should name
 */
url: string
width: number
height: number
byteLength: number
madeAt: string
}
export interface HeadProfile {
siteId: string
/**
 * What middlewares and proxies put into every page that lacks it
 */
profile: {
siteName?: string
/**
 * BCP 47, for pages that do not say theirs
 */
language?: string
/**
 * For pages without a picture of their own
 */
image?: {
url: string
width?: number
height?: number
alt?: string
type?: ("image/jpeg" | "image/png" | "image/webp" | "image/gif")
}
/**
 * The fediverse account that pages are credited to
 */
creator?: string
themeColor?: string
/**
 * @maxItems 10
 */
feeds?: {
url: string
type: ("application/rss+xml" | "application/atom+xml" | "application/feed+json")
title?: string
}[]
/**
 * oEmbed endpoint; {url} in it stands for the page's address
 */
oembed?: string
/**
 * The site script, as the site's embed line has it
 */
script?: {
src: string
siteKey: string
}
}
changedAt: (string | null)
}
export interface SiteEngine {
siteId: string
engineId: ("wordpress" | "ghost")
url: string
account: string
facts: {
[k: string]: string
}
connectedAt: string
}
export interface TagPush {
id: string
siteId: string
engineId: ("wordpress" | "ghost")
pageUrl: string
pageTitle: string
changes: {
field: string
before: (string | null)
after: string
/**
 * False where the engine does not tell what stands there: undoing empties it
 */
isBeforeKnown: boolean
}[]
pushedAt: string
undoneAt: (string | null)
}
export interface ModerationSettings {
/**
 * The site's
 */
id: string
siteId: string
rules: ModerationRules
hasAkismetKey: boolean
changedAt: (string | null)
}
export interface ModerationRules {
/**
 * A form that was filled faster was hardly filled by a person
 */
fastestMs?: number
/**
 * Submissions a minute from one address
 */
perAddress?: number
/**
 * Submissions a minute by one author
 */
perAuthor?: number
/**
 * Submissions a minute to the whole site; beyond, newcomers wait and have to prove work
 */
perSite?: number
/**
 * Links that a newcomer may set; more are held
 */
maxLinks?: number
/**
 * Whether the first words of a newcomer wait: always, when they hold a link, never
 */
holdFirst?: ("always" | "links" | "never")
/**
 * The level of trust from which words, links and scores are asked no more
 */
trustedFrom?: number
/**
 * From this score on it waits
 */
spamHold?: number
/**
 * From this score on it is refused, once enough was learned
 */
spamReject?: number
/**
 * Decisions that the scorer must have learned from before it may refuse
 */
lessonsToReject?: number
/**
 * From this score on it waits
 */
toxicityHold?: number
/**
 * Ask for a proof of work when in doubt
 */
proofOfWork?: boolean
/**
 * Ask Akismet too, with the site's own key
 */
akismet?: boolean
}
export interface ModerationEntry {
id: string
siteId: string
kind: ("word" | "host" | "address" | "email" | "author")
effect: ("allow" | "hold" | "reject" | "ban" | "shadow")
pattern: string
note: (string | null)
createdAt: string
createdBy: (string | null)
}
export interface ModerationDecision {
id: string
siteId: string
commentId: (string | null)
at: string
source: string
decision: ("allow" | "hold" | "reject")
reasons: ModerationReason[]
spamScore: number
toxicityScore: number
pagePath: string
}
export interface ModerationReason {
phase: string
decision: ("allow" | "hold" | "reject")
code: string
score?: number
/**
 * What was met: a word, a host, a number
 */
detail?: string
}
export interface QueuedComment {
id: string
siteId: string
siteName: string
threadId: string
pageUrl: string
pageTitle: (string | null)
author: QueuedAuthor
source: ("page" | "team" | "webmention" | "fediverse" | "network" | "import")
sourceUrl: (string | null)
body: string
/**
 * Made harmless; as readers would see it
 */
html: string
rating: (number | null)
state: ("published" | "held" | "spam" | "rejected" | "deleted")
reasons: ModerationReason[]
spamScore: (number | null)
toxicityScore: (number | null)
reportCount: number
createdAt: string
stateChangedAt: string
editedAt: (string | null)
/**
 * The comment that it answers
 */
answers: ({
id: string
authorName: string
excerpt: string
} | null)
}
export interface QueuedAuthor {
id: string
name: string
kind: ("guest" | "email" | "sso" | "oauth" | "team" | "foreign")
email: (string | null)
url: (string | null)
trust: number
publishedCount: number
refusedCount: number
bannedAt: (string | null)
shadowedAt: (string | null)
createdAt: string
}
export interface CommentDecision {
id: string
at: string
byName: (string | null)
decision: ("publish" | "spam" | "reject" | "hold" | "delete")
done: {
id: string
from: ("published" | "held" | "spam" | "rejected" | "deleted")
to: ("published" | "held" | "spam" | "rejected" | "deleted")
}[]
/**
 * What others had changed since you saw it, with the state that it is in now
 */
skipped: {
id: string
state: (("published" | "held" | "spam" | "rejected" | "deleted") | null)
why: ("moved" | "edited" | "gone")
}[]
/**
 * Entries that were added to the lists
 */
banned: number
undoneAt: (string | null)
}
export interface CommentImportReport {
isDryRun: boolean
found: number
pages: number
/**
 * What can be kept
 */
fit: number
added: number
/**
 * What was here already
 */
existing: number
faultCount: number
/**
 * The first 200
 */
faults: {
/**
 * What the other engine calls the comment
 */
sourceId: string
/**
 * cut and no-parent are kept all the same: shortened, at the top level
 */
why: ("no-page" | "no-date" | "no-text" | "cut" | "no-parent")
/**
 * What stands there instead
 */
what: string
}[]
}
export interface CommentSettings {
/**
 * How long an author may edit his comment
 */
editWindowSeconds: number
/**
 * The order in which readers find a thread
 */
sort: ("best" | "new" | "old")
/**
 * anyone; verified: an address or account stands behind; own: the site's own users; nobody
 */
whoMayPost: ("anyone" | "verified" | "own" | "nobody")
/**
 * Comments at the top level are reviews with one to five stars
 */
hasRatings: boolean
/**
 * What waits for a moderator: what moderation doubts, or everything
 */
premoderation: ("doubtful" | "everything")
/**
 * Languages that the site's readers write in
 * 
 * @maxItems 20
 */
languages: string[]
/**
 * How far in answers are shown
 */
maxDepth: number
/**
 * Whether what was written elsewhere may arrive in the threads
 */
takesForeign: boolean
/**
 * How the site's team is called; guests may not
 */
teamName: (string | null)
/**
 * The site's
 */
id: string
siteId: string
hasSsoSecret: boolean
oidc: ({
/**
 * The provider's address, as its own description says it
 */
issuer: string
clientId: string
/**
 * What the button says; the provider's host without
 */
label: (string | null)
} | null)
/**
 * Where the provider must be allowed to lead back to
 */
oidcReturnUrl: string
}
export interface CommentThread {
id: string
siteId: string
/**
 * The page's address now
 */
url: string
/**
 * All addresses that it ever had on the site; a hundred of them at most
 */
paths: string[]
title: (string | null)
createdAt: string
closedAt: (string | null)
lastCommentAt: (string | null)
commentCount: number
rating: ({
average: number
count: number
counts: number[]
} | null)
reactions: {
[k: string]: number
}
}
export interface Comment {
id: string
threadId: string
parentId: (string | null)
authorId: string
source: ("page" | "team" | "webmention" | "fediverse" | "network" | "import")
body: string
html: string
rating: (number | null)
state: ("published" | "held" | "spam" | "rejected" | "deleted")
createdAt: string
editedAt: (string | null)
pinnedAt: (string | null)
}
export interface Poll {
id: string
siteId: string
question: string
/**
 * Whether a visitor may choose several answers
 */
takesMany: boolean
createdAt: string
closesAt: (string | null)
voterCount: number
options: {
position: number
text: string
voteCount: number
}[]
/**
 * What to put where the poll is to stand
 */
embedLine: string
}
export interface CommentAuthor {
id: string
siteId: string
kind: ("guest" | "email" | "sso" | "oauth" | "team" | "foreign")
name: string
email: (string | null)
url: (string | null)
trust: number
publishedCount: number
refusedCount: number
createdAt: string
erasedAt: (string | null)
}
export interface List {
kind: ListKind
/**
 * Null: the element's own words
 */
title: (string | null)
size: number
isOn: boolean
/**
 * Share of visitors who don't see it, and by whom its worth is measured
 */
holdOutPercent: number
holdOutSees: ("nothing" | "popular")
/**
 * Share of showings in which one place goes to a material that too few have seen to be judged
 */
explorePercent: number
/**
 * Older materials are left out; null: none is too old
 */
maxAgeDays: (number | null)
/**
 * Always first, in this order, as long as they may be listed
 * 
 * @maxItems 20
 */
pins: {
path: string
/**
 * Null: until it is taken off
 */
until?: (string | null)
}[]
/**
 * @maxItems 200
 */
bans: {
/**
 * A path, or the beginning of paths with * at its end
 */
pattern: string
}[]
/**
 * @maxItems 20
 */
quotas: {
/**
 * The beginning of paths
 */
prefix: string
/**
 * At most so many of them in one showing
 */
max: number
}[]
id: string
siteId: string
key: string
/**
 * Grows with each change
 */
revision: number
createdAt: string
changedAt: string
}
export interface ListWorth {
from: string
to: string
/**
 * False: not enough data yet to believe the intervals
 */
isEnough: boolean
/**
 * How many visitors each arm needs at least
 */
needsVisitors: number
shown: {
visitors: number
visits: number
/**
 * Pages of a visit after the list came on the screen
 */
furtherPages: ({
value: number
low: number
high: number
} | null)
/**
 * Share of visits that ended there, 0 to 1
 */
exitShare: ({
value: number
low: number
high: number
} | null)
}
held: {
visitors: number
visits: number
/**
 * Pages of a visit after the list came on the screen
 */
furtherPages: ({
value: number
low: number
high: number
} | null)
/**
 * Share of visits that ended there, 0 to 1
 */
exitShare: ({
value: number
low: number
high: number
} | null)
}
/**
 * Shown less held
 */
furtherPages: ({
value: number
low: number
high: number
} | null)
/**
 * Shown less held; below 0: fewer leave
 */
exitShare: ({
value: number
low: number
high: number
} | null)
clicks: number
}
export interface Material {
/**
 * The page's
 */
id: string
path: string
title: (string | null)
language: string
isListable: boolean
/**
 * Why it is in no list
 */
fault: (string | null)
/**
 * When the page was read last; null: it waits for that
 */
readAt: (string | null)
views: number
}
export interface FaqEntry {
id: string
siteId: string
question: string
answer: string
/**
 * The answer as visitors see it
 */
html: string
language: ("en" | "ru")
isPinned: boolean
/**
 * Names it on the page: #faq-…
 */
anchor: string
createdAt: string
changedAt: string
changedBy: string
}
export interface Question {
id: string
siteId: string
text: string
language: ("en" | "ru")
state: ("waiting" | "answered" | "dismissed")
/**
 * Searches that found nothing
 */
notFound: number
/**
 * Searches whose answers nobody opened
 */
notOpened: number
/**
 * Visitors who asked to be told
 */
asked: number
/**
 * Other questions that were put under this one
 */
merged: number
mergedInto: (string | null)
faqEntryId: (string | null)
firstAskedAt: string
lastAskedAt: string
closedAt: (string | null)
closedBy: (string | null)
}
export interface QuestionDetails {
id: string
siteId: string
text: string
language: ("en" | "ru")
state: ("waiting" | "answered" | "dismissed")
/**
 * Searches that found nothing
 */
notFound: number
/**
 * Searches whose answers nobody opened
 */
notOpened: number
/**
 * Visitors who asked to be told
 */
asked: number
/**
 * Other questions that were put under this one
 */
merged: number
mergedInto: (string | null)
faqEntryId: (string | null)
firstAskedAt: string
lastAskedAt: string
closedAt: (string | null)
closedBy: (string | null)
/**
 * How it was asked, at most 20
 */
wordings: {
text: string
times: number
}[]
/**
 * Where it was asked, at most 20
 */
pages: {
url: string
times: number
}[]
/**
 * At most 50
 */
mergedQuestions: {
id: string
text: string
}[]
waiting: {
/**
 * Askers who get a letter once it is answered
 */
byMail: number
/**
 * Askers who are told on the page where they asked
 */
onPage: number
}
/**
 * What the site has that comes nearest, at most 3
 */
near: {
kind: ("page" | "faq" | "comment")
title: string
url: string
}[]
}
export interface SearchReport {
days: number
searches: number
notFound: number
opened: number
/**
 * Most asked first, at most 100
 */
queries: {
query: string
times: number
notFound: number
opened: number
lastAt: string
}[]
}
export interface AnswerSources {
pages: {
known: number
read: number
failing: number
lastReadAt: (string | null)
/**
 * Most frequent first, at most 10
 */
faults: {
fault: string
pages: number
}[]
}
passages: {
page: number
faq: number
comment: number
}
words: number
}
export interface WelcomeRule {
/**
 * For the editors
 */
name: string
/**
 * Small numbers are asked first; the first rule that fits speaks
 */
place: number
isOn: boolean
/**
 * Where visitors come from, as reports name it; empty: from anywhere
 * 
 * @maxItems 50
 */
sources: string[]
/**
 * By a tracked link, or by what a reader passed on
 */
arrivedBy: ("any" | "link" | "share")
/**
 * `utm_campaign` of the link; null: any
 */
campaign: (string | null)
/**
 * Regulars are known only among those who agreed to be known on other days
 */
visitors: ("all" | "newcomers" | "regulars")
/**
 * Plain text; `{source}` stands for where the visitor came from
 */
textEn: string
textRu: string
/**
 * The list that the next best material is taken from; null: none is offered
 */
listKey: (string | null)
/**
 * Where to follow the site; null: nothing is said of it
 */
followUrl: (string | null)
followLabelEn: (string | null)
followLabelRu: (string | null)
/**
 * Share of visitors who are not greeted, to measure the worth by
 */
holdOutPercent: number
/**
 * Nobody is greeted twice within so many days, as far as he is known
 */
everyDays: number
id: string
siteId: string
/**
 * Grows with each change
 */
revision: number
createdAt: string
changedAt: string
}

/** Every operation's input and output by its id. */
export interface Operations {
  getSetUp: { input: Types["getSetUpInput"]; output: Types["getSetUpOutput"] };
  setUp: { input: Types["setUpInput"]; output: Types["setUpOutput"] };
  getMe: { input: Types["getMeInput"]; output: Types["getMeOutput"] };
  createWorkspace: { input: Types["createWorkspaceInput"]; output: Types["createWorkspaceOutput"] };
  changeWorkspace: { input: Types["changeWorkspaceInput"]; output: Types["changeWorkspaceOutput"] };
  listRoles: { input: Types["listRolesInput"]; output: Types["listRolesOutput"] };
  listMembers: { input: Types["listMembersInput"]; output: Types["listMembersOutput"] };
  changeMember: { input: Types["changeMemberInput"]; output: Types["changeMemberOutput"] };
  removeMember: { input: Types["removeMemberInput"]; output: Types["removeMemberOutput"] };
  createInvitation: { input: Types["createInvitationInput"]; output: Types["createInvitationOutput"] };
  listInvitations: { input: Types["listInvitationsInput"]; output: Types["listInvitationsOutput"] };
  deleteInvitation: { input: Types["deleteInvitationInput"]; output: Types["deleteInvitationOutput"] };
  getInvitation: { input: Types["getInvitationInput"]; output: Types["getInvitationOutput"] };
  acceptInvitation: { input: Types["acceptInvitationInput"]; output: Types["acceptInvitationOutput"] };
  createApiKey: { input: Types["createApiKeyInput"]; output: Types["createApiKeyOutput"] };
  listApiKeys: { input: Types["listApiKeysInput"]; output: Types["listApiKeysOutput"] };
  revokeApiKey: { input: Types["revokeApiKeyInput"]; output: Types["revokeApiKeyOutput"] };
  listHistory: { input: Types["listHistoryInput"]; output: Types["listHistoryOutput"] };
  exportVisitor: { input: Types["exportVisitorInput"]; output: Types["exportVisitorOutput"] };
  eraseVisitor: { input: Types["eraseVisitorInput"]; output: Types["eraseVisitorOutput"] };
  getEventRetention: { input: Types["getEventRetentionInput"]; output: Types["getEventRetentionOutput"] };
  changeEventRetention: { input: Types["changeEventRetentionInput"]; output: Types["changeEventRetentionOutput"] };
  createSite: { input: Types["createSiteInput"]; output: Types["createSiteOutput"] };
  listSites: { input: Types["listSitesInput"]; output: Types["listSitesOutput"] };
  getSite: { input: Types["getSiteInput"]; output: Types["getSiteOutput"] };
  changeSite: { input: Types["changeSiteInput"]; output: Types["changeSiteOutput"] };
  deleteSite: { input: Types["deleteSiteInput"]; output: Types["deleteSiteOutput"] };
  proveSite: { input: Types["proveSiteInput"]; output: Types["proveSiteOutput"] };
  listPages: { input: Types["listPagesInput"]; output: Types["listPagesOutput"] };
  readSitemap: { input: Types["readSitemapInput"]; output: Types["readSitemapOutput"] };
  getSitemapReading: { input: Types["getSitemapReadingInput"]; output: Types["getSitemapReadingOutput"] };
  checkRevenueImport: { input: Types["checkRevenueImportInput"]; output: Types["checkRevenueImportOutput"] };
  importRevenue: { input: Types["importRevenueInput"]; output: Types["importRevenueOutput"] };
  createLink: { input: Types["createLinkInput"]; output: Types["createLinkOutput"] };
  listLinks: { input: Types["listLinksInput"]; output: Types["listLinksOutput"] };
  getLink: { input: Types["getLinkInput"]; output: Types["getLinkOutput"] };
  uploadMedia: { input: Types["uploadMediaInput"]; output: Types["uploadMediaOutput"] };
  listMedia: { input: Types["listMediaInput"]; output: Types["listMediaOutput"] };
  getMedia: { input: Types["getMediaInput"]; output: Types["getMediaOutput"] };
  changeMedia: { input: Types["changeMediaInput"]; output: Types["changeMediaOutput"] };
  deleteMedia: { input: Types["deleteMediaInput"]; output: Types["deleteMediaOutput"] };
  getMailState: { input: Types["getMailStateInput"]; output: Types["getMailStateOutput"] };
  listMails: { input: Types["listMailsInput"]; output: Types["listMailsOutput"] };
  getMailSettings: { input: Types["getMailSettingsInput"]; output: Types["getMailSettingsOutput"] };
  changeMailSettings: { input: Types["changeMailSettingsInput"]; output: Types["changeMailSettingsOutput"] };
  deleteMailSettings: { input: Types["deleteMailSettingsInput"]; output: Types["deleteMailSettingsOutput"] };
  sendTestMail: { input: Types["sendTestMailInput"]; output: Types["sendTestMailOutput"] };
  listSuppressions: { input: Types["listSuppressionsInput"]; output: Types["listSuppressionsOutput"] };
  createSuppression: { input: Types["createSuppressionInput"]; output: Types["createSuppressionOutput"] };
  deleteSuppression: { input: Types["deleteSuppressionInput"]; output: Types["deleteSuppressionOutput"] };
  reportBounce: { input: Types["reportBounceInput"]; output: Types["reportBounceOutput"] };
  listNetworks: { input: Types["listNetworksInput"]; output: Types["listNetworksOutput"] };
  startConnection: { input: Types["startConnectionInput"]; output: Types["startConnectionOutput"] };
  listChannels: { input: Types["listChannelsInput"]; output: Types["listChannelsOutput"] };
  getChannel: { input: Types["getChannelInput"]; output: Types["getChannelOutput"] };
  checkChannel: { input: Types["checkChannelInput"]; output: Types["checkChannelOutput"] };
  deleteChannel: { input: Types["deleteChannelInput"]; output: Types["deleteChannelOutput"] };
  createPost: { input: Types["createPostInput"]; output: Types["createPostOutput"] };
  listPosts: { input: Types["listPostsInput"]; output: Types["listPostsOutput"] };
  getPost: { input: Types["getPostInput"]; output: Types["getPostOutput"] };
  changePost: { input: Types["changePostInput"]; output: Types["changePostOutput"] };
  deletePost: { input: Types["deletePostInput"]; output: Types["deletePostOutput"] };
  previewPost: { input: Types["previewPostInput"]; output: Types["previewPostOutput"] };
  schedulePost: { input: Types["schedulePostInput"]; output: Types["schedulePostOutput"] };
  unschedulePost: { input: Types["unschedulePostInput"]; output: Types["unschedulePostOutput"] };
  publishPost: { input: Types["publishPostInput"]; output: Types["publishPostOutput"] };
  getPublication: { input: Types["getPublicationInput"]; output: Types["getPublicationOutput"] };
  listAttention: { input: Types["listAttentionInput"]; output: Types["listAttentionOutput"] };
  editPublication: { input: Types["editPublicationInput"]; output: Types["editPublicationOutput"] };
  withdrawPublication: { input: Types["withdrawPublicationInput"]; output: Types["withdrawPublicationOutput"] };
  resolvePublication: { input: Types["resolvePublicationInput"]; output: Types["resolvePublicationOutput"] };
  listCardDifferences: { input: Types["listCardDifferencesInput"]; output: Types["listCardDifferencesOutput"] };
  listReplies: { input: Types["listRepliesInput"]; output: Types["listRepliesOutput"] };
  readReplies: { input: Types["readRepliesInput"]; output: Types["readRepliesOutput"] };
  answerReply: { input: Types["answerReplyInput"]; output: Types["answerReplyOutput"] };
  resolveAnswer: { input: Types["resolveAnswerInput"]; output: Types["resolveAnswerOutput"] };
  auditPage: { input: Types["auditPageInput"]; output: Types["auditPageOutput"] };
  getPageAudit: { input: Types["getPageAuditInput"]; output: Types["getPageAuditOutput"] };
  listPageAudits: { input: Types["listPageAuditsInput"]; output: Types["listPageAuditsOutput"] };
  getSiteAudit: { input: Types["getSiteAuditInput"]; output: Types["getSiteAuditOutput"] };
  startSiteAudit: { input: Types["startSiteAuditInput"]; output: Types["startSiteAuditOutput"] };
  stopSiteAudit: { input: Types["stopSiteAuditInput"]; output: Types["stopSiteAuditOutput"] };
  setAuditSchedule: { input: Types["setAuditScheduleInput"]; output: Types["setAuditScheduleOutput"] };
  listRegressions: { input: Types["listRegressionsInput"]; output: Types["listRegressionsOutput"] };
  listAuditRules: { input: Types["listAuditRulesInput"]; output: Types["listAuditRulesOutput"] };
  listCardTemplates: { input: Types["listCardTemplatesInput"]; output: Types["listCardTemplatesOutput"] };
  getCardTemplate: { input: Types["getCardTemplateInput"]; output: Types["getCardTemplateOutput"] };
  changeCardTemplate: { input: Types["changeCardTemplateInput"]; output: Types["changeCardTemplateOutput"] };
  deleteCardTemplate: { input: Types["deleteCardTemplateInput"]; output: Types["deleteCardTemplateOutput"] };
  previewCard: { input: Types["previewCardInput"]; output: Types["previewCardOutput"] };
  uploadCardFont: { input: Types["uploadCardFontInput"]; output: Types["uploadCardFontOutput"] };
  listCardFonts: { input: Types["listCardFontsInput"]; output: Types["listCardFontsOutput"] };
  deleteCardFont: { input: Types["deleteCardFontInput"]; output: Types["deleteCardFontOutput"] };
  makePageCard: { input: Types["makePageCardInput"]; output: Types["makePageCardOutput"] };
  listCards: { input: Types["listCardsInput"]; output: Types["listCardsOutput"] };
  getPageTags: { input: Types["getPageTagsInput"]; output: Types["getPageTagsOutput"] };
  getHeadProfile: { input: Types["getHeadProfileInput"]; output: Types["getHeadProfileOutput"] };
  changeHeadProfile: { input: Types["changeHeadProfileInput"]; output: Types["changeHeadProfileOutput"] };
  listEngines: { input: Types["listEnginesInput"]; output: Types["listEnginesOutput"] };
  connectSiteEngine: { input: Types["connectSiteEngineInput"]; output: Types["connectSiteEngineOutput"] };
  getSiteEngine: { input: Types["getSiteEngineInput"]; output: Types["getSiteEngineOutput"] };
  disconnectSiteEngine: { input: Types["disconnectSiteEngineInput"]; output: Types["disconnectSiteEngineOutput"] };
  pushPageTags: { input: Types["pushPageTagsInput"]; output: Types["pushPageTagsOutput"] };
  listTagPushes: { input: Types["listTagPushesInput"]; output: Types["listTagPushesOutput"] };
  undoTagPush: { input: Types["undoTagPushInput"]; output: Types["undoTagPushOutput"] };
  getModerationSettings: { input: Types["getModerationSettingsInput"]; output: Types["getModerationSettingsOutput"] };
  changeModerationSettings: { input: Types["changeModerationSettingsInput"]; output: Types["changeModerationSettingsOutput"] };
  listModerationEntries: { input: Types["listModerationEntriesInput"]; output: Types["listModerationEntriesOutput"] };
  addModerationEntry: { input: Types["addModerationEntryInput"]; output: Types["addModerationEntryOutput"] };
  deleteModerationEntry: { input: Types["deleteModerationEntryInput"]; output: Types["deleteModerationEntryOutput"] };
  listModerationDecisions: { input: Types["listModerationDecisionsInput"]; output: Types["listModerationDecisionsOutput"] };
  getModerationLearning: { input: Types["getModerationLearningInput"]; output: Types["getModerationLearningOutput"] };
  scoreSampleText: { input: Types["scoreSampleTextInput"]; output: Types["scoreSampleTextOutput"] };
  listCommentQueue: { input: Types["listCommentQueueInput"]; output: Types["listCommentQueueOutput"] };
  getCommentQueueCounts: { input: Types["getCommentQueueCountsInput"]; output: Types["getCommentQueueCountsOutput"] };
  getCommentCase: { input: Types["getCommentCaseInput"]; output: Types["getCommentCaseOutput"] };
  decideComments: { input: Types["decideCommentsInput"]; output: Types["decideCommentsOutput"] };
  undoCommentDecision: { input: Types["undoCommentDecisionInput"]; output: Types["undoCommentDecisionOutput"] };
  importComments: { input: Types["importCommentsInput"]; output: Types["importCommentsOutput"] };
  getCommentSettings: { input: Types["getCommentSettingsInput"]; output: Types["getCommentSettingsOutput"] };
  changeCommentSettings: { input: Types["changeCommentSettingsInput"]; output: Types["changeCommentSettingsOutput"] };
  makeCommentSsoSecret: { input: Types["makeCommentSsoSecretInput"]; output: Types["makeCommentSsoSecretOutput"] };
  connectCommentProvider: { input: Types["connectCommentProviderInput"]; output: Types["connectCommentProviderOutput"] };
  disconnectCommentProvider: { input: Types["disconnectCommentProviderInput"]; output: Types["disconnectCommentProviderOutput"] };
  listThreads: { input: Types["listThreadsInput"]; output: Types["listThreadsOutput"] };
  getThread: { input: Types["getThreadInput"]; output: Types["getThreadOutput"] };
  changeThread: { input: Types["changeThreadInput"]; output: Types["changeThreadOutput"] };
  moveCommentThread: { input: Types["moveCommentThreadInput"]; output: Types["moveCommentThreadOutput"] };
  answerComment: { input: Types["answerCommentInput"]; output: Types["answerCommentOutput"] };
  pinComment: { input: Types["pinCommentInput"]; output: Types["pinCommentOutput"] };
  unpinComment: { input: Types["unpinCommentInput"]; output: Types["unpinCommentOutput"] };
  createPoll: { input: Types["createPollInput"]; output: Types["createPollOutput"] };
  listPolls: { input: Types["listPollsInput"]; output: Types["listPollsOutput"] };
  closePoll: { input: Types["closePollInput"]; output: Types["closePollOutput"] };
  deletePoll: { input: Types["deletePollInput"]; output: Types["deletePollOutput"] };
  listCommentAuthors: { input: Types["listCommentAuthorsInput"]; output: Types["listCommentAuthorsOutput"] };
  eraseCommentAuthor: { input: Types["eraseCommentAuthorInput"]; output: Types["eraseCommentAuthorOutput"] };
  getCommentTeamNotices: { input: Types["getCommentTeamNoticesInput"]; output: Types["getCommentTeamNoticesOutput"] };
  changeCommentTeamNotices: { input: Types["changeCommentTeamNoticesInput"]; output: Types["changeCommentTeamNoticesOutput"] };
  listLists: { input: Types["listListsInput"]; output: Types["listListsOutput"] };
  getList: { input: Types["getListInput"]; output: Types["getListOutput"] };
  createList: { input: Types["createListInput"]; output: Types["createListOutput"] };
  changeList: { input: Types["changeListInput"]; output: Types["changeListOutput"] };
  deleteList: { input: Types["deleteListInput"]; output: Types["deleteListOutput"] };
  previewList: { input: Types["previewListInput"]; output: Types["previewListOutput"] };
  getListWorth: { input: Types["getListWorthInput"]; output: Types["getListWorthOutput"] };
  listMaterials: { input: Types["listMaterialsInput"]; output: Types["listMaterialsOutput"] };
  listFaqEntries: { input: Types["listFaqEntriesInput"]; output: Types["listFaqEntriesOutput"] };
  createFaqEntry: { input: Types["createFaqEntryInput"]; output: Types["createFaqEntryOutput"] };
  changeFaqEntry: { input: Types["changeFaqEntryInput"]; output: Types["changeFaqEntryOutput"] };
  moveFaqEntry: { input: Types["moveFaqEntryInput"]; output: Types["moveFaqEntryOutput"] };
  deleteFaqEntry: { input: Types["deleteFaqEntryInput"]; output: Types["deleteFaqEntryOutput"] };
  listQuestions: { input: Types["listQuestionsInput"]; output: Types["listQuestionsOutput"] };
  getQuestion: { input: Types["getQuestionInput"]; output: Types["getQuestionOutput"] };
  answerQuestion: { input: Types["answerQuestionInput"]; output: Types["answerQuestionOutput"] };
  dismissQuestion: { input: Types["dismissQuestionInput"]; output: Types["dismissQuestionOutput"] };
  reopenQuestion: { input: Types["reopenQuestionInput"]; output: Types["reopenQuestionOutput"] };
  mergeQuestions: { input: Types["mergeQuestionsInput"]; output: Types["mergeQuestionsOutput"] };
  splitQuestions: { input: Types["splitQuestionsInput"]; output: Types["splitQuestionsOutput"] };
  getSearchReport: { input: Types["getSearchReportInput"]; output: Types["getSearchReportOutput"] };
  getAnswerSources: { input: Types["getAnswerSourcesInput"]; output: Types["getAnswerSourcesOutput"] };
  readAnswerSources: { input: Types["readAnswerSourcesInput"]; output: Types["readAnswerSourcesOutput"] };
  tryAnswers: { input: Types["tryAnswersInput"]; output: Types["tryAnswersOutput"] };
  listWelcomeRules: { input: Types["listWelcomeRulesInput"]; output: Types["listWelcomeRulesOutput"] };
  createWelcomeRule: { input: Types["createWelcomeRuleInput"]; output: Types["createWelcomeRuleOutput"] };
  changeWelcomeRule: { input: Types["changeWelcomeRuleInput"]; output: Types["changeWelcomeRuleOutput"] };
  deleteWelcomeRule: { input: Types["deleteWelcomeRuleInput"]; output: Types["deleteWelcomeRuleOutput"] };
  getWelcomeWorth: { input: Types["getWelcomeWorthInput"]; output: Types["getWelcomeWorthOutput"] };
  getSubscriptionSettings: { input: Types["getSubscriptionSettingsInput"]; output: Types["getSubscriptionSettingsOutput"] };
  changeSubscriptionSettings: { input: Types["changeSubscriptionSettingsInput"]; output: Types["changeSubscriptionSettingsOutput"] };
  listSubscribers: { input: Types["listSubscribersInput"]; output: Types["listSubscribersOutput"] };
  getSubscriber: { input: Types["getSubscriberInput"]; output: Types["getSubscriberOutput"] };
  addSubscriber: { input: Types["addSubscriberInput"]; output: Types["addSubscriberOutput"] };
  endSubscription: { input: Types["endSubscriptionInput"]; output: Types["endSubscriptionOutput"] };
  eraseSubscriber: { input: Types["eraseSubscriberInput"]; output: Types["eraseSubscriberOutput"] };
  exportSubscriberData: { input: Types["exportSubscriberDataInput"]; output: Types["exportSubscriberDataOutput"] };
  checkSubscriberImport: { input: Types["checkSubscriberImportInput"]; output: Types["checkSubscriberImportOutput"] };
  importSubscribers: { input: Types["importSubscribersInput"]; output: Types["importSubscribersOutput"] };
  exportSubscribers: { input: Types["exportSubscribersInput"]; output: Types["exportSubscribersOutput"] };
  getSubscriberGrowth: { input: Types["getSubscriberGrowthInput"]; output: Types["getSubscriberGrowthOutput"] };
  getSubscriberSources: { input: Types["getSubscriberSourcesInput"]; output: Types["getSubscriberSourcesOutput"] };
  sendPushNotice: { input: Types["sendPushNoticeInput"]; output: Types["sendPushNoticeOutput"] };
  listPushNotices: { input: Types["listPushNoticesInput"]; output: Types["listPushNoticesOutput"] };
  adviseTitles: { input: Types["adviseTitlesInput"]; output: Types["adviseTitlesOutput"] };
  createHeadlineTest: { input: Types["createHeadlineTestInput"]; output: Types["createHeadlineTestOutput"] };
  listHeadlineTests: { input: Types["listHeadlineTestsInput"]; output: Types["listHeadlineTestsOutput"] };
  getHeadlineTest: { input: Types["getHeadlineTestInput"]; output: Types["getHeadlineTestOutput"] };
  endHeadlineTest: { input: Types["endHeadlineTestInput"]; output: Types["endHeadlineTestOutput"] };
  getOverview: { input: Types["getOverviewInput"]; output: Types["getOverviewOutput"] };
  getLoopReport: { input: Types["getLoopReportInput"]; output: Types["getLoopReportOutput"] };
  getReportCards: { input: Types["getReportCardsInput"]; output: Types["getReportCardsOutput"] };
  getTraffic: { input: Types["getTrafficInput"]; output: Types["getTrafficOutput"] };
  getBreakdown: { input: Types["getBreakdownInput"]; output: Types["getBreakdownOutput"] };
  getLiveView: { input: Types["getLiveViewInput"]; output: Types["getLiveViewOutput"] };
  getDirectArrivals: { input: Types["getDirectArrivalsInput"]; output: Types["getDirectArrivalsOutput"] };
  getPostReport: { input: Types["getPostReportInput"]; output: Types["getPostReportOutput"] };
  getChannelReport: { input: Types["getChannelReportInput"]; output: Types["getChannelReportOutput"] };
  getLinkReport: { input: Types["getLinkReportInput"]; output: Types["getLinkReportOutput"] };
  getInteraction: { input: Types["getInteractionInput"]; output: Types["getInteractionOutput"] };
  getAttribution: { input: Types["getAttributionInput"]; output: Types["getAttributionOutput"] };
  getFunnel: { input: Types["getFunnelInput"]; output: Types["getFunnelOutput"] };
  getCohorts: { input: Types["getCohortsInput"]; output: Types["getCohortsOutput"] };
  getRegulars: { input: Types["getRegularsInput"]; output: Types["getRegularsOutput"] };
  getNewcomerPaths: { input: Types["getNewcomerPathsInput"]; output: Types["getNewcomerPathsOutput"] };
  getShareTrees: { input: Types["getShareTreesInput"]; output: Types["getShareTreesOutput"] };
  getShareTree: { input: Types["getShareTreeInput"]; output: Types["getShareTreeOutput"] };
  getShareTreeDrawing: { input: Types["getShareTreeDrawingInput"]; output: Types["getShareTreeDrawingOutput"] };
  listVisits: { input: Types["listVisitsInput"]; output: Types["listVisitsOutput"] };
  getVisit: { input: Types["getVisitInput"]; output: Types["getVisitOutput"] };
  listAnnotations: { input: Types["listAnnotationsInput"]; output: Types["listAnnotationsOutput"] };
  createAnnotation: { input: Types["createAnnotationInput"]; output: Types["createAnnotationOutput"] };
  deleteAnnotation: { input: Types["deleteAnnotationInput"]; output: Types["deleteAnnotationOutput"] };
  listReportViews: { input: Types["listReportViewsInput"]; output: Types["listReportViewsOutput"] };
  saveReportView: { input: Types["saveReportViewInput"]; output: Types["saveReportViewOutput"] };
  deleteReportView: { input: Types["deleteReportViewInput"]; output: Types["deleteReportViewOutput"] };
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
  {"id":"createApiKey","summary":"Make a key for programs, with the scopes that it needs","access":"keys.manage","method":"POST","path":"/api-keys","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"scopes":{"minItems":1,"type":"array","items":{"type":"string","enum":["read","posts.write","posts.publish","conversations.answer","links.write","events.write","comments.moderate","content.edit","subscribers.manage","reports.write","sites.manage","channels.manage","people.manage","keys.manage","workspace.manage"]}},"expiresAt":{"description":"When the key stops working; leave it out for a key that lasts","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}},"required":["name","scopes"]}},
  {"id":"listApiKeys","summary":"List keys, newest first","access":"keys.manage","method":"GET","path":"/api-keys","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"revokeApiKey","summary":"Make a key useless, at once and for good","access":"keys.manage","method":"DELETE","path":"/api-keys/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listHistory","summary":"List who did what, when, and from where; newest first","access":"read","method":"GET","path":"/history","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"subject":{"description":"Only what was done to the thing with this id","type":"string","maxLength":64}}}},
  {"id":"exportVisitor","summary":"Show all that is kept of a visitor who agreed to a lasting id, oldest first","access":"subscribers.manage","method":"POST","path":"/visitor-exports","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"visitor":{"type":"string","minLength":16,"maxLength":64,"description":"The lasting id that the visitor agreed to: `samovar.visit().visitor` in his browser"},"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before","type":"string","maxLength":120}},"required":["siteId","visitor"]}},
  {"id":"eraseVisitor","summary":"Erase all that is kept of a visitor who agreed to a lasting id; nothing brings it back","access":"subscribers.manage","method":"POST","path":"/visitor-erasures","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"visitor":{"type":"string","minLength":16,"maxLength":64,"description":"The lasting id that the visitor agreed to: `samovar.visit().visitor` in his browser"}},"required":["siteId","visitor"]}},
  {"id":"getEventRetention","summary":"Show how long a site's events are kept","access":"read","method":"GET","path":"/sites/:siteId/event-retention","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"changeEventRetention","summary":"Change how long a site's events are kept; what is deleted for its age does not come back","access":"sites.manage","method":"PATCH","path":"/sites/:siteId/event-retention","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"months":{"anyOf":[{"type":"integer","minimum":1,"maximum":120},{"type":"null"}],"description":"Older events are deleted, once a day; visits that were cut from them stay. null: events are kept for ever"}},"required":["siteId","months"]}},
  {"id":"createSite","summary":"Register a web site of yours","access":"sites.manage","method":"POST","path":"/sites","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"origin":{"description":"Its address, as in https://example.com","type":"string","maxLength":300}},"required":["name","origin"]}},
  {"id":"listSites","summary":"List sites, newest first","access":"read","method":"GET","path":"/sites","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getSite","summary":"Show a site: its line to embed, and what proves that it is yours","access":"read","method":"GET","path":"/sites/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"changeSite","summary":"Rename a site","access":"sites.manage","method":"PATCH","path":"/sites/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"name":{"type":"string","minLength":1,"maxLength":120}},"required":["id","name"]}},
  {"id":"deleteSite","summary":"Take a site out of the workspace; its pages are forgotten, its events are kept","access":"sites.manage","method":"DELETE","path":"/sites/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"proveSite","summary":"Look whether the site carries the proof that it is yours","access":"sites.manage","method":"POST","path":"/sites/:id/proof","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"method":{"type":"string","enum":["meta","file","dns"]}},"required":["id","method"]}},
  {"id":"listPages","summary":"List the pages of a site that are known from visits or its sitemap; newest first","access":"read","method":"GET","path":"/sites/:siteId/pages","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"search":{"description":"A part of the path or title","type":"string","maxLength":200}},"required":["siteId"]}},
  {"id":"readSitemap","summary":"Start reading the site's sitemap, which makes its pages known","access":"sites.manage","method":"POST","path":"/sites/:siteId/sitemap-readings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"getSitemapReading","summary":"Show how far the latest reading of the site's sitemap is","access":"read","method":"GET","path":"/sites/:siteId/sitemap-readings/latest","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"checkRevenueImport","summary":"Try an import of revenue without keeping anything: what would come, and each row that can't","access":"reports.write","method":"POST","path":"/sites/:siteId/revenue-import-checks","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"csv":{"type":"string","maxLength":900000,"secret":true,"description":"A table with columns `order_id`, `at` (UTC where it names no zone), `value` (below zero: a refund), and where you have them `currency`, `s` (the click or share it came by), `visitor` (a lasting id)"},"currency":{"description":"Of rows that name none","type":"string"},"goal":{"default":"order","description":"The goal that was reached","type":"string","minLength":1,"maxLength":80}},"required":["siteId","csv"]}},
  {"id":"importRevenue","summary":"Take over payments and refunds from a table; each order counts once, and faulty rows are named","access":"reports.write","method":"POST","path":"/sites/:siteId/revenue-imports","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"csv":{"type":"string","maxLength":900000,"secret":true,"description":"A table with columns `order_id`, `at` (UTC where it names no zone), `value` (below zero: a refund), and where you have them `currency`, `s` (the click or share it came by), `visitor` (a lasting id)"},"currency":{"description":"Of rows that name none","type":"string"},"goal":{"default":"order","description":"The goal that was reached","type":"string","minLength":1,"maxLength":80}},"required":["siteId","csv"]}},
  {"id":"createLink","summary":"Make a short link whose clicks are followed to the visit","access":"links.write","method":"POST","path":"/links","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"url":{"type":"string","maxLength":2048,"format":"uri","description":"Where it leads"},"slug":{"description":"The end of the short address; leave it out to get a free one","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$"}},"required":["url"]}},
  {"id":"listLinks","summary":"List short links, newest first","access":"read","method":"GET","path":"/links","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getLink","summary":"Show one short link","access":"read","method":"GET","path":"/links/:linkId","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"linkId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["linkId"]}},
  {"id":"uploadMedia","summary":"Upload a picture (JPEG, PNG, WebP, GIF or AVIF), as multipart/form-data or as base64","access":"posts.write","method":"POST","path":"/media","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"file":{"anyOf":[{"type":"string","format":"binary","contentEncoding":"binary","maxLength":33554432},{"type":"string","maxLength":44739244}],"description":"The picture"},"name":{"description":"The file's own name if left out","type":"string","minLength":1,"maxLength":200},"alt":{"default":"","description":"What it shows, for those who can't see it","type":"string","maxLength":5000}},"required":["file"]}},
  {"id":"listMedia","summary":"List the pictures, newest first","access":"read","method":"GET","path":"/media","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getMedia","summary":"Show a picture","access":"read","method":"GET","path":"/media/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"changeMedia","summary":"Describe a picture anew; what is published already keeps its description","access":"posts.write","method":"PATCH","path":"/media/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"alt":{"type":"string","maxLength":5000}},"required":["id","alt"]}},
  {"id":"deleteMedia","summary":"Delete a picture that no unpublished post needs","access":"posts.write","method":"DELETE","path":"/media/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"getMailState","summary":"How the mail goes: by which server, what waits, what failed within 30 days, and what is in the way","access":"read","method":"GET","path":"/mail","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"listMails","summary":"List letters of the last 30 days, newest first: to whom, what for, and what became of them","access":"subscribers.manage","method":"GET","path":"/mails","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"type":"string","enum":["waiting","sent","failed","bounced","suppressed"]},"kind":{"type":"string","maxLength":60}}}},
  {"id":"getMailSettings","summary":"Show by which mail server letters go; never its password","access":"workspace.manage","method":"GET","path":"/mail-settings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"changeMailSettings","summary":"Send letters by a mail server of the workspace's own; what waits goes out by it","access":"workspace.manage","method":"PUT","path":"/mail-settings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"host":{"type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9.:_-]+$"},"port":{"type":"integer","minimum":1,"maximum":65535},"security":{"type":"string","enum":["tls","starttls","offered","none"]},"user":{"default":"","type":"string","maxLength":320},"password":{"secret":true,"description":"Leave it out to keep the one that is kept","type":"string","maxLength":1000},"from":{"description":"The sender's address","type":"string","maxLength":320},"fromName":{"default":"","type":"string","maxLength":120}},"required":["host","port","security","from"]}},
  {"id":"deleteMailSettings","summary":"Forget the workspace's own mail server; letters go by the house's, or wait","access":"workspace.manage","method":"DELETE","path":"/mail-settings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"sendTestMail","summary":"Send a test letter to yourself at once, and tell what the mail server answers","access":"workspace.manage","method":"POST","path":"/mail-settings/test-mails","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"language":{"default":"en","type":"string","enum":["ru","en"]}}}},
  {"id":"listSuppressions","summary":"List the addresses that get no letters any more, and why; newest first","access":"subscribers.manage","method":"GET","path":"/mail-suppressions","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"address":{"description":"Whether this one is among them","type":"string","maxLength":320}}}},
  {"id":"createSuppression","summary":"Send nothing to an address any more","access":"subscribers.manage","method":"POST","path":"/mail-suppressions","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"address":{"type":"string","maxLength":320},"reason":{"default":"manual","type":"string","enum":["asked","manual"]},"detail":{"type":"string","maxLength":300}},"required":["address"]}},
  {"id":"deleteSuppression","summary":"Let letters go to an address again","access":"subscribers.manage","method":"DELETE","path":"/mail-suppressions/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"reportBounce","summary":"Tell that a letter came back, or that its reader complained: an address, or the whole delivery report as it came. Nothing is sent there any more","access":"subscribers.manage","method":"POST","path":"/mail-bounces","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"address":{"type":"string","maxLength":320},"kind":{"default":"bounce","type":"string","enum":["bounce","complaint"]},"detail":{"type":"string","maxLength":500},"message":{"secret":true,"description":"A delivery status notification (RFC 3464) or a complaint (RFC 5965), with its headers","type":"string","maxLength":500000}}}},
  {"id":"listNetworks","summary":"List the networks that can be connected, with their limits and choices","access":"read","method":"GET","path":"/networks","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"startConnection","summary":"Connect an account of a network: at once by a form, or by the address to sign in at","access":"channels.manage","method":"POST","path":"/connections","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"networkId":{"type":"string","maxLength":40},"methodId":{"type":"string","maxLength":40},"values":{"default":{},"description":"What the method's fields ask for, by their keys","secret":true,"type":"object","propertyNames":{"type":"string","maxLength":40},"additionalProperties":{"type":"string","maxLength":2000}},"channelId":{"description":"The channel to connect again","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["networkId","methodId"]}},
  {"id":"listChannels","summary":"List the connected channels, newest first","access":"read","method":"GET","path":"/channels","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getChannel","summary":"Show a channel","access":"read","method":"GET","path":"/channels/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"checkChannel","summary":"Look whether a channel still works, and learn its server's limits and its followers again","access":"channels.manage","method":"POST","path":"/channels/:id/check","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"deleteChannel","summary":"Disconnect a channel; its credentials are destroyed, its publications kept","access":"channels.manage","method":"DELETE","path":"/channels/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"createPost","summary":"Write a post as a draft, with a form for each channel","access":"posts.write","method":"POST","path":"/posts","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"text":{"type":"string","maxLength":50000},"languages":{"default":[],"maxItems":5,"type":"array","items":{"type":"string","maxLength":35,"pattern":"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$"},"description":"BCP 47, the main one first"},"linkUrl":{"default":null,"anyOf":[{"type":"string","maxLength":2048,"format":"uri"},{"type":"null"}],"description":"The page that it leads to; each publication gets a tracked link to it"},"mediaIds":{"default":[],"maxItems":20,"type":"array","items":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"thread":{"default":[],"maxItems":50,"type":"array","items":{"type":"string","maxLength":50000},"description":"Further messages, each an answer to the one before"},"variants":{"default":[],"maxItems":50,"type":"array","items":{"type":"object","properties":{"channelId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"text":{"default":null,"description":"Instead of the post's own text; null: the post's","anyOf":[{"type":"string","maxLength":50000},{"type":"null"}]},"options":{"default":{},"description":"The network's own choices: see listNetworks","type":"object","propertyNames":{"type":"string","maxLength":60},"additionalProperties":{"$ref":"#/$defs/__schema0"}}},"required":["channelId"]},"description":"Where it goes, and what is different there"},"campaign":{"default":null,"anyOf":[{"type":"string","maxLength":120},{"type":"null"}]}},"required":["text"],"$defs":{"__schema0":{"anyOf":[{"type":"string"},{"type":"number"},{"type":"boolean"},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/__schema0"}},{"type":"object","propertyNames":{"type":"string"},"additionalProperties":{"$ref":"#/$defs/__schema0"}}]}}}},
  {"id":"listPosts","summary":"List posts, newest first; by state, or by the time that they are planned for or were published","access":"read","method":"GET","path":"/posts","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"type":"string","enum":["draft","scheduled","publishing","published","attention","failed","withdrawn"]},"from":{"description":"Planned or published from this instant on","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"Planned or published before this instant","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}}}},
  {"id":"getPost","summary":"Show a post with its publications","access":"read","method":"GET","path":"/posts/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"changePost","summary":"Change a post; what is left out stays. A scheduled one stays scheduled, what is published stays as it is","access":"posts.write","method":"PATCH","path":"/posts/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"text":{"type":"string","maxLength":50000},"languages":{"maxItems":5,"type":"array","items":{"type":"string","maxLength":35,"pattern":"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$"},"description":"BCP 47, the main one first"},"linkUrl":{"anyOf":[{"type":"string","maxLength":2048,"format":"uri"},{"type":"null"}],"description":"The page that it leads to; each publication gets a tracked link to it"},"mediaIds":{"maxItems":20,"type":"array","items":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"thread":{"maxItems":50,"type":"array","items":{"type":"string","maxLength":50000},"description":"Further messages, each an answer to the one before"},"variants":{"maxItems":50,"type":"array","items":{"type":"object","properties":{"channelId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"text":{"default":null,"description":"Instead of the post's own text; null: the post's","anyOf":[{"type":"string","maxLength":50000},{"type":"null"}]},"options":{"default":{},"description":"The network's own choices: see listNetworks","type":"object","propertyNames":{"type":"string","maxLength":60},"additionalProperties":{"$ref":"#/$defs/__schema0"}}},"required":["channelId"]},"description":"Where it goes, and what is different there"},"campaign":{"anyOf":[{"type":"string","maxLength":120},{"type":"null"}]},"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"],"$defs":{"__schema0":{"anyOf":[{"type":"string"},{"type":"number"},{"type":"boolean"},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/__schema0"}},{"type":"object","propertyNames":{"type":"string"},"additionalProperties":{"$ref":"#/$defs/__schema0"}}]}}}},
  {"id":"deletePost","summary":"Delete a post of which nothing was published","access":"posts.write","method":"DELETE","path":"/posts/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"previewPost","summary":"Show how a post would go out on each channel, and what the networks would say against it","access":"posts.write","method":"POST","path":"/post-previews","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"text":{"type":"string","maxLength":50000},"languages":{"default":[],"maxItems":5,"type":"array","items":{"type":"string","maxLength":35,"pattern":"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$"},"description":"BCP 47, the main one first"},"linkUrl":{"default":null,"anyOf":[{"type":"string","maxLength":2048,"format":"uri"},{"type":"null"}],"description":"The page that it leads to; each publication gets a tracked link to it"},"mediaIds":{"default":[],"maxItems":20,"type":"array","items":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"thread":{"default":[],"maxItems":50,"type":"array","items":{"type":"string","maxLength":50000},"description":"Further messages, each an answer to the one before"},"variants":{"default":[],"maxItems":50,"type":"array","items":{"type":"object","properties":{"channelId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"text":{"default":null,"description":"Instead of the post's own text; null: the post's","anyOf":[{"type":"string","maxLength":50000},{"type":"null"}]},"options":{"default":{},"description":"The network's own choices: see listNetworks","type":"object","propertyNames":{"type":"string","maxLength":60},"additionalProperties":{"$ref":"#/$defs/__schema0"}}},"required":["channelId"]},"description":"Where it goes, and what is different there"},"campaign":{"default":null,"anyOf":[{"type":"string","maxLength":120},{"type":"null"}]}},"required":["text"],"$defs":{"__schema0":{"anyOf":[{"type":"string"},{"type":"number"},{"type":"boolean"},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/__schema0"}},{"type":"object","propertyNames":{"type":"string"},"additionalProperties":{"$ref":"#/$defs/__schema0"}}]}}}},
  {"id":"schedulePost","summary":"Plan a post for a time on the wall of a time zone; planning it again moves it","access":"posts.publish","method":"POST","path":"/posts/:id/schedule","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"local":{"type":"string","description":"As in 2026-11-24T18:30. A time that the clocks skip moves forward; one that comes twice is the first"},"timeZone":{"type":"string"},"missedPolicy":{"default":{"kind":"late","withinMinutes":60},"description":"What to do when the house was down at that time","oneOf":[{"type":"object","properties":{"kind":{"type":"string","const":"skip"}},"required":["kind"],"description":"Leave it out"},{"type":"object","properties":{"kind":{"type":"string","const":"late"},"withinMinutes":{"type":"integer","minimum":1,"maximum":10080}},"required":["kind","withinMinutes"],"description":"Publish it late, but not later than so many minutes; then ask"},{"type":"object","properties":{"kind":{"type":"string","const":"ask"}},"required":["kind"],"description":"Ask a person"}]},"overrideLandingPage":{"type":"object","properties":{"reason":{"type":"string","minLength":1,"maxLength":500}},"required":["reason"],"description":"Publish although the page's card will be broken, and why; it is told in the ledger"}},"required":["id","local","timeZone"]}},
  {"id":"unschedulePost","summary":"Take a post off the plan; it is a draft again. What has begun to go out goes on","access":"posts.publish","method":"DELETE","path":"/posts/:id/schedule","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"publishPost","summary":"Publish a post now on all of its channels where it is not out yet","access":"posts.publish","method":"POST","path":"/posts/:id/publishing","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"overrideLandingPage":{"type":"object","properties":{"reason":{"type":"string","minLength":1,"maxLength":500}},"required":["reason"],"description":"Publish although the page's card will be broken, and why; it is told in the ledger"}},"required":["id"]}},
  {"id":"getPublication","summary":"Show a publication with its ledger: what happened, when, by whom, why, in whose words","access":"read","method":"GET","path":"/publications/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listAttention","summary":"List the publications that wait for a person's decision, newest first","access":"read","method":"GET","path":"/publications","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"needs":{"default":"attention","type":"string","const":"attention"}}}},
  {"id":"editPublication","summary":"Change the text of a published message, where the network can","access":"posts.publish","method":"PATCH","path":"/publications/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"text":{"type":"string","minLength":1,"maxLength":50000}},"required":["id","text"]}},
  {"id":"withdrawPublication","summary":"Take a publication back from its network; a thread goes from its end","access":"posts.publish","method":"POST","path":"/publications/:id/withdrawal","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"resolvePublication","summary":"Decide about a publication that is unknown, missed, failed or partial","access":"posts.publish","method":"POST","path":"/publications/:id/resolution","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"choice":{"type":"string","enum":["publish-again","mark-published","retry","give-up"]},"url":{"description":"For mark-published: where it is","type":"string","maxLength":2048,"format":"uri"}},"required":["id","choice"]}},
  {"id":"listCardDifferences","summary":"List the publications whose network made another card than was foreseen, newest first","access":"read","method":"GET","path":"/card-differences","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"listReplies","summary":"List what was said under publications, newest first","access":"read","method":"GET","path":"/replies","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"unanswered":{"description":"true: only what others said and we have not answered","type":"string"}}}},
  {"id":"readReplies","summary":"Fetch the replies to a publication from its network now","access":"conversations.answer","method":"POST","path":"/publications/:id/replies-reading","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"answerReply","summary":"Answer a reply on its network; it is sent exactly once, at once or as soon as the network lets it","access":"conversations.answer","method":"POST","path":"/replies/:id/answers","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"text":{"type":"string","minLength":1,"maxLength":10000}},"required":["id","text"]}},
  {"id":"resolveAnswer","summary":"Decide about an answer that failed, or of which nobody knows whether it went out","access":"conversations.answer","method":"POST","path":"/answers/:id/resolution","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"choice":{"type":"string","enum":["send-again","mark-sent","give-up"]}},"required":["id","choice"]}},
  {"id":"auditPage","summary":"Audit one address now, as every network's robot sees it; a page of a site of yours is kept","access":"sites.manage","method":"POST","path":"/page-audits","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"url":{"type":"string","maxLength":2000,"format":"uri"},"networks":{"description":"Whose cards to look at; an audit for some networks alone is not kept","minItems":1,"maxItems":20,"type":"array","items":{"type":"string","enum":["facebook","x","linkedin","vk","ok","telegram","whatsapp","viber","pinterest","slack","discord","mastodon","bluesky","reddit","threads","imessage","signal","misskey"]}},"language":{"default":"en","description":"For the cards; findings come in both languages","type":"string","enum":["en","ru"]}},"required":["url"]}},
  {"id":"getPageAudit","summary":"Show a page's latest audit: what is wrong and what to do, and its card as each network would show it","access":"read","method":"GET","path":"/page-audits/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"language":{"default":"en","description":"For the cards; findings come in both languages","type":"string","enum":["en","ru"]}},"required":["id"]}},
  {"id":"listPageAudits","summary":"List a site's audited pages, worst first; those with a finding of this severity, network or rule","access":"read","method":"GET","path":"/sites/:siteId/page-audits","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"severity":{"type":"string","enum":["error","warning","info"]},"network":{"type":"string","enum":["facebook","x","linkedin","vk","ok","telegram","whatsapp","viber","pinterest","slack","discord","mastodon","bluesky","reddit","threads","imessage","signal","misskey"]},"rule":{"type":"string","pattern":"^[A-Z]{2}\\d{2,3}$"}},"required":["siteId"]}},
  {"id":"getSiteAudit","summary":"Show how ready a site is for the networks: its score now and over time, and what to mend first","access":"read","method":"GET","path":"/sites/:siteId/audit","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"startSiteAudit","summary":"Start auditing a site: its known pages, and those that they link to; robots.txt is obeyed","access":"sites.manage","method":"POST","path":"/sites/:siteId/audits","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"maxPages":{"description":"Default: as the site's schedule says","type":"integer","minimum":1,"maximum":5000}},"required":["siteId"]}},
  {"id":"stopSiteAudit","summary":"Stop the audit of a site that is under way; what it has found is kept","access":"sites.manage","method":"DELETE","path":"/sites/:siteId/audits/current","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"setAuditSchedule","summary":"Say how often a site is audited by itself, and how many of its pages","access":"sites.manage","method":"PUT","path":"/sites/:siteId/audit-schedule","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"every":{"type":"string","enum":["off","daily","weekly"]},"maxPages":{"type":"integer","minimum":1,"maximum":5000,"description":"How many pages of the site are audited"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["every","maxPages","siteId"]}},
  {"id":"listRegressions","summary":"List what got worse on a site's pages, and since when; newest first","access":"read","method":"GET","path":"/sites/:siteId/regressions","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"description":"Default: both","type":"string","enum":["open","resolved"]}},"required":["siteId"]}},
  {"id":"listAuditRules","summary":"List the audit's rules: what each looks for, why, for which networks, and where it is from","access":"read","method":"GET","path":"/audit-rules","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"listCardTemplates","summary":"List the card templates, one a site; newest sites first","access":"read","method":"GET","path":"/card-templates","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getCardTemplate","summary":"Show how the card images of a site look","access":"read","method":"GET","path":"/sites/:siteId/card-template","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"changeCardTemplate","summary":"Say how the card images of a site look from now on; cards that are made already stay as they are","access":"sites.manage","method":"PUT","path":"/sites/:siteId/card-template","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"look":{"type":"object","properties":{"version":{"default":1,"type":"number","const":1},"layout":{"default":"title-left","type":"string","enum":["title-left","photo-background","photo-side","quote","plain"]},"colours":{"default":{},"type":"object","properties":{"background":{"default":"#14213d","type":"string","pattern":"^#[0-9a-f]{6}$"},"accent":{"default":"#fca311","type":"string","pattern":"^#[0-9a-f]{6}$"},"text":{"default":null,"description":"Taken where it reads well on the background, with a contrast of 4.5 at least; else we choose","anyOf":[{"type":"string","pattern":"^#[0-9a-f]{6}$"},{"type":"null"}]}}},"titleWeight":{"default":700,"type":"number","enum":[400,500,600,700,800,900]},"siteName":{"default":"","type":"string","maxLength":120},"show":{"default":{},"type":"object","properties":{"siteName":{"default":true,"type":"boolean"},"author":{"default":true,"type":"boolean"},"date":{"default":true,"type":"boolean"}}}}},"logoId":{"default":null,"description":"A picture of listMedia","anyOf":[{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},{"type":"null"}]},"fontId":{"default":null,"description":"A font of listCardFonts; null for Noto Sans","anyOf":[{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},{"type":"null"}]},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["look","siteId"]}},
  {"id":"deleteCardTemplate","summary":"Go back to the look that every site has at first; cards that are made already stay as they are","access":"sites.manage","method":"DELETE","path":"/sites/:siteId/card-template","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"previewCard","summary":"Draw a card image of a look and a content that are not kept","access":"read","method":"POST","path":"/sites/:siteId/card-preview","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"look":{"type":"object","properties":{"version":{"default":1,"type":"number","const":1},"layout":{"default":"title-left","type":"string","enum":["title-left","photo-background","photo-side","quote","plain"]},"colours":{"default":{},"type":"object","properties":{"background":{"default":"#14213d","type":"string","pattern":"^#[0-9a-f]{6}$"},"accent":{"default":"#fca311","type":"string","pattern":"^#[0-9a-f]{6}$"},"text":{"default":null,"description":"Taken where it reads well on the background, with a contrast of 4.5 at least; else we choose","anyOf":[{"type":"string","pattern":"^#[0-9a-f]{6}$"},{"type":"null"}]}}},"titleWeight":{"default":700,"type":"number","enum":[400,500,600,700,800,900]},"siteName":{"default":"","type":"string","maxLength":120},"show":{"default":{},"type":"object","properties":{"siteName":{"default":true,"type":"boolean"},"author":{"default":true,"type":"boolean"},"date":{"default":true,"type":"boolean"}}}}},"logoId":{"default":null,"description":"A picture of listMedia","anyOf":[{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},{"type":"null"}]},"fontId":{"default":null,"description":"A font of listCardFonts; null for Noto Sans","anyOf":[{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},{"type":"null"}]},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"content":{"type":"object","properties":{"title":{"type":"string","maxLength":10000},"author":{"default":"","type":"string","maxLength":300},"publishedOn":{"default":null,"description":"The day as the card shows it","anyOf":[{"type":"string","format":"date","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$"},{"type":"null"}]},"language":{"default":"","description":"BCP 47, as in ru or pt-BR: how the day is written","type":"string","maxLength":35}},"required":["title"]},"withPicture":{"default":true,"description":"As for a page with a picture: a sample stands in for it","type":"boolean"}},"required":["look","siteId","content"]}},
  {"id":"uploadCardFont","summary":"Upload a font for card images (WOFF2, TrueType or OpenType), as multipart/form-data or as base64","access":"sites.manage","method":"POST","path":"/card-fonts","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"file":{"anyOf":[{"type":"string","format":"binary","contentEncoding":"binary","maxLength":2097152},{"type":"string","maxLength":2796204}],"description":"The font"},"name":{"type":"string","minLength":1,"maxLength":120,"description":"What you call it"}},"required":["file","name"]}},
  {"id":"listCardFonts","summary":"List the fonts of your own for card images, newest first","access":"read","method":"GET","path":"/card-fonts","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"deleteCardFont","summary":"Take a font out of the workspace; templates that use it go back to Noto Sans","access":"sites.manage","method":"DELETE","path":"/card-fonts/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"makePageCard","summary":"Make the card image of a page, from what the page says of itself or from what you say","access":"sites.manage","method":"POST","path":"/sites/:siteId/cards","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"pageUrl":{"type":"string","maxLength":2000,"format":"uri"},"content":{"default":null,"description":"Null: the page is read","anyOf":[{"type":"object","properties":{"title":{"type":"string","maxLength":10000},"author":{"default":"","type":"string","maxLength":300},"publishedOn":{"default":null,"description":"The day as the card shows it","anyOf":[{"type":"string","format":"date","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$"},{"type":"null"}]},"language":{"default":"","description":"BCP 47, as in ru or pt-BR: how the day is written","type":"string","maxLength":35}},"required":["title"]},{"type":"null"}]}},"required":["siteId","pageUrl"]}},
  {"id":"listCards","summary":"List the card images that were made for a site's pages, newest first","access":"read","method":"GET","path":"/sites/:siteId/cards","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"pageUrl":{"description":"Those of this page alone","type":"string","maxLength":2000}},"required":["siteId"]}},
  {"id":"getPageTags","summary":"Read a page now and write the tags to paste into its head","access":"read","method":"GET","path":"/sites/:siteId/page-tags","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"url":{"type":"string","maxLength":2000,"format":"uri","description":"A page of the site"}},"required":["siteId","url"]}},
  {"id":"getHeadProfile","summary":"Show what is said of all pages of a site: middlewares and proxies learn it here","access":"read","method":"GET","path":"/sites/:siteId/head-profile","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"changeHeadProfile","summary":"Say what holds for all pages of a site: default picture, fediverse account, feeds, colour","access":"sites.manage","method":"PUT","path":"/sites/:siteId/head-profile","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"profile":{"type":"object","properties":{"siteName":{"type":"string","minLength":1,"maxLength":120},"language":{"description":"BCP 47, for pages that do not say theirs","type":"string","maxLength":35,"pattern":"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},"image":{"description":"For pages without a picture of their own","type":"object","properties":{"url":{"type":"string","maxLength":2000,"format":"uri"},"width":{"type":"integer","minimum":1,"maximum":20000},"height":{"type":"integer","minimum":1,"maximum":20000},"alt":{"type":"string","maxLength":420},"type":{"type":"string","enum":["image/jpeg","image/png","image/webp","image/gif"]}},"required":["url"]},"creator":{"description":"The fediverse account that pages are credited to","type":"string","maxLength":300,"pattern":"^@?[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},"themeColor":{"type":"string","pattern":"^#[0-9a-fA-F]{6}$"},"feeds":{"maxItems":10,"type":"array","items":{"type":"object","properties":{"url":{"type":"string","maxLength":2000,"format":"uri"},"type":{"type":"string","enum":["application/rss+xml","application/atom+xml","application/feed+json"]},"title":{"type":"string","maxLength":200}},"required":["url","type"]}},"oembed":{"description":"oEmbed endpoint; {url} in it stands for the page's address","type":"string","maxLength":2000,"pattern":"^https?:\\/\\/[^\\s/]+\\S*$"}}}},"required":["siteId","profile"]}},
  {"id":"listEngines","summary":"List what a site can be written with for tags to be pushed into it, and what each asks for","access":"read","method":"GET","path":"/engines","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{}}},
  {"id":"connectSiteEngine","summary":"Connect a site to what it is written with, so that tags can be pushed into its pages","access":"sites.manage","method":"PUT","path":"/sites/:siteId/engine","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"engineId":{"type":"string","enum":["wordpress","ghost"]},"url":{"type":"string","maxLength":2000,"format":"uri","description":"Where the engine is administered, as in https://example.org"},"settings":{"type":"object","propertyNames":{"type":"string","maxLength":40},"additionalProperties":{"type":"string","maxLength":2000},"description":"What listEngines asks for, by its keys","secret":true}},"required":["siteId","engineId","url","settings"]}},
  {"id":"getSiteEngine","summary":"Show what a site is connected to","access":"read","method":"GET","path":"/sites/:siteId/engine","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"disconnectSiteEngine","summary":"Forget the credentials of what a site is written with; what was pushed stays","access":"sites.manage","method":"DELETE","path":"/sites/:siteId/engine","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"pushPageTags","summary":"Write a page's tags into what the site is written with, or only show what would change","access":"sites.manage","method":"POST","path":"/sites/:siteId/tag-pushes","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"url":{"type":"string","maxLength":2000,"format":"uri","description":"A page of the site"},"dryRun":{"default":false,"description":"True: nothing is written","type":"boolean"}},"required":["siteId","url"]}},
  {"id":"listTagPushes","summary":"List what was pushed into a site's pages, newest first","access":"read","method":"GET","path":"/sites/:siteId/tag-pushes","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"undoTagPush","summary":"Put back what stood in a page before a push; what somebody changed since then stays","access":"sites.manage","method":"DELETE","path":"/sites/:siteId/tag-pushes/:pushId","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"pushId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId","pushId"]}},
  {"id":"getModerationSettings","summary":"Get how a site's comments are moderated","access":"read","method":"GET","path":"/sites/:siteId/moderation","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"changeModerationSettings","summary":"Change how a site's comments are moderated; what is left out stays","access":"comments.moderate","method":"PATCH","path":"/sites/:siteId/moderation","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"rules":{"default":{},"description":"Those of ModerationRules that are to change","type":"object","properties":{"fastestMs":{"type":"integer","minimum":0,"maximum":60000},"perAddress":{"type":"integer","minimum":1,"maximum":1000},"perAuthor":{"type":"integer","minimum":1,"maximum":1000},"perSite":{"type":"integer","minimum":5,"maximum":100000},"maxLinks":{"type":"integer","minimum":0,"maximum":100},"holdFirst":{"type":"string","enum":["always","links","never"]},"trustedFrom":{"type":"integer","minimum":1,"maximum":4},"spamHold":{"type":"number","minimum":0,"maximum":1},"spamReject":{"type":"number","minimum":0,"maximum":1},"lessonsToReject":{"type":"integer","minimum":0,"maximum":100000},"toxicityHold":{"type":"number","minimum":0,"maximum":1},"proofOfWork":{"type":"boolean"},"akismet":{"type":"boolean"}}},"akismetKey":{"description":"The site's key of Akismet; null takes it away","secret":true,"anyOf":[{"type":"string","maxLength":200},{"type":"null"}]}},"required":["siteId"]}},
  {"id":"listModerationEntries","summary":"List what a site lets pass, holds and stops by the owner's word, and who is banned; newest first","access":"read","method":"GET","path":"/sites/:siteId/moderation/entries","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"kind":{"type":"string","enum":["word","host","address","email","author"]},"search":{"type":"string","maxLength":100}},"required":["siteId"]}},
  {"id":"addModerationEntry","summary":"Let pass, hold or stop a word, a host, an address, an e-mail or an author","access":"comments.moderate","method":"POST","path":"/sites/:siteId/moderation/entries","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"kind":{"type":"string","enum":["word","host","address","email","author"]},"effect":{"type":"string","enum":["allow","hold","reject","ban","shadow"],"description":"shadow: refused, and its author believes that it was published"},"pattern":{"type":"string","minLength":1,"maxLength":200,"description":"A star at the end of a word stands for any ending; @example.org for a domain's addresses"},"note":{"default":"","type":"string","maxLength":300}},"required":["siteId","kind","effect","pattern"]}},
  {"id":"deleteModerationEntry","summary":"Take an entry out of a site's lists, or lift a ban","access":"comments.moderate","method":"DELETE","path":"/moderation-entries/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listModerationDecisions","summary":"List what the phases decided about each submission to a site, and why; newest first","access":"comments.moderate","method":"GET","path":"/sites/:siteId/moderation/decisions","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"decision":{"type":"string","enum":["allow","hold","reject"]},"commentId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"getModerationLearning","summary":"Get how well a site's scorers foresaw what its moderators decided","access":"read","method":"GET","path":"/sites/:siteId/moderation/learning","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"scoreSampleText","summary":"Score a text as this site's scorers do by now, without keeping anything","access":"comments.moderate","method":"POST","path":"/sites/:siteId/moderation/scores","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"text":{"type":"string","minLength":1,"maxLength":10000}},"required":["siteId","text"]}},
  {"id":"listCommentQueue","summary":"List comments by what became of them, with reasons and scores, or those that readers reported; newest first","access":"comments.moderate","method":"GET","path":"/comment-queue","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"default":"held","type":"string","enum":["published","held","spam","rejected","deleted"]},"reported":{"description":"Only published ones that readers have reported; `state` is not asked then","type":"string","enum":["true"]},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"authorId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getCommentQueueCounts","summary":"Count what waits, was reported, and was refused; up to 1000 each","access":"comments.moderate","method":"GET","path":"/comment-queue/counts","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getCommentCase","summary":"Get a comment with its history, what readers reported, and the talk around it","access":"comments.moderate","method":"GET","path":"/comment-queue/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"decideComments","summary":"Publish, refuse or delete comments, teach the site's scorers, and ban who wrote them","access":"comments.moderate","method":"POST","path":"/comment-decisions","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"comments":{"minItems":1,"maxItems":100,"type":"array","items":{"type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"type":"string","enum":["published","held","spam","rejected","deleted"],"description":"Its state as you saw it"},"editedAt":{"description":"As you saw it: what was edited since is not decided blindly","anyOf":[{"type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},{"type":"null"}]}},"required":["id","state"]}},"decision":{"type":"string","enum":["publish","spam","reject","hold","delete"]},"rejectedAs":{"default":"other","description":"For `reject`: what is toxic is learned from","type":"string","enum":["toxic","off-topic","other"]},"ban":{"type":"object","properties":{"effect":{"type":"string","enum":["ban","shadow"],"description":"shadow: its author believes that it is published"},"author":{"default":true,"type":"boolean"},"email":{"default":false,"type":"boolean"},"address":{"default":false,"description":"The network address that it came from, kept as a hash","type":"boolean"}},"required":["effect"]}},"required":["comments","decision"]}},
  {"id":"undoCommentDecision","summary":"Take a decision back: comments are as they were, what was taught is unlearned, bans are lifted","access":"comments.moderate","method":"DELETE","path":"/comment-decisions/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"importComments","summary":"Bring comments from Disqus, WordPress, remark42, isso or another Samovar, as multipart/form-data or as base64","access":"comments.moderate","method":"POST","path":"/sites/:siteId/comment-imports","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"format":{"type":"string","enum":["disqus","wordpress","remark42","isso","samovar"]},"file":{"anyOf":[{"type":"string","format":"binary","contentEncoding":"binary","maxLength":33554432},{"type":"string","maxLength":44739244}],"description":"The export: XML of Disqus or WordPress, remark42's backup, isso's database, our JSON lines"},"isDryRun":{"default":"false","description":"true: only tell what would be kept, and what not","type":"string","enum":["true","false"]}},"required":["siteId","format","file"]}},
  {"id":"getCommentSettings","summary":"Show how a site talks: who may write, in what order it is read, what waits for a moderator","access":"read","method":"GET","path":"/sites/:siteId/comment-settings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"changeCommentSettings","summary":"Change how a site talks; what is left out stays","access":"sites.manage","method":"PATCH","path":"/sites/:siteId/comment-settings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"editWindowSeconds":{"type":"integer","minimum":0,"maximum":86400,"description":"How long an author may edit his comment"},"sort":{"type":"string","enum":["best","new","old"],"description":"The order in which readers find a thread"},"whoMayPost":{"type":"string","enum":["anyone","verified","own","nobody"],"description":"anyone; verified: an address or account stands behind; own: the site's own users; nobody"},"hasRatings":{"type":"boolean","description":"Comments at the top level are reviews with one to five stars"},"premoderation":{"type":"string","enum":["doubtful","everything"],"description":"What waits for a moderator: what moderation doubts, or everything"},"languages":{"maxItems":20,"type":"array","items":{"type":"string","pattern":"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"},"description":"Languages that the site's readers write in"},"maxDepth":{"type":"integer","minimum":0,"maximum":8,"description":"How far in answers are shown"},"takesForeign":{"type":"boolean","description":"Whether what was written elsewhere may arrive in the threads"},"teamName":{"anyOf":[{"type":"string","minLength":1,"maxLength":80},{"type":"null"}],"description":"How the site's team is called; guests may not"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"makeCommentSsoSecret","summary":"Make the secret that a site signs its own users with; the one before is good for nothing from then on","access":"sites.manage","method":"POST","path":"/sites/:siteId/comment-sso-secret","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"connectCommentProvider","summary":"Let visitors of a site sign in at a provider of OpenID Connect","access":"sites.manage","method":"POST","path":"/sites/:siteId/comment-provider","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"issuer":{"type":"string","maxLength":500,"format":"uri","description":"The provider's address, as its own description says it"},"clientId":{"type":"string","minLength":1,"maxLength":500},"label":{"anyOf":[{"type":"string","minLength":1,"maxLength":60},{"type":"null"}],"description":"What the button says; the provider's host without"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"clientSecret":{"type":"string","minLength":1,"maxLength":1000,"secret":true}},"required":["issuer","clientId","label","siteId","clientSecret"]}},
  {"id":"disconnectCommentProvider","summary":"Let nobody sign in at the provider any more; who has signed in stays so","access":"sites.manage","method":"DELETE","path":"/sites/:siteId/comment-provider","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"listThreads","summary":"List the threads of a site, one for each page that somebody has spoken on; newest first","access":"read","method":"GET","path":"/sites/:siteId/threads","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"getThread","summary":"Show a thread: its page with the addresses it had, its counts","access":"read","method":"GET","path":"/threads/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"changeThread","summary":"Change a thread's title, close it or open it again","access":"comments.moderate","method":"PATCH","path":"/threads/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"title":{"type":"string","minLength":1,"maxLength":300},"isClosed":{"description":"true: nobody can write any more, all stays to be read","type":"boolean"}},"required":["id"]}},
  {"id":"moveCommentThread","summary":"Give a thread its page's new address; where that page has a thread already, they become one","access":"comments.moderate","method":"POST","path":"/threads/:id/address","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"url":{"type":"string","minLength":1,"maxLength":4096,"description":"The page's new address"}},"required":["id","url"]}},
  {"id":"answerComment","summary":"Answer a published comment on its page, as the site's team","access":"comments.moderate","method":"POST","path":"/comments/:id/answers","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"body":{"type":"string","minLength":1,"maxLength":10000},"isPinned":{"default":false,"description":"Shown above the thread, as the answer to it","type":"boolean"}},"required":["id","body"]}},
  {"id":"pinComment","summary":"Show a published comment above its thread; the five that were pinned last are shown","access":"comments.moderate","method":"POST","path":"/comments/:id/pin","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"unpinComment","summary":"Leave a comment to its place in the thread","access":"comments.moderate","method":"DELETE","path":"/comments/:id/pin","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"createPoll","summary":"Make a poll for the pages of a site","access":"content.edit","method":"POST","path":"/sites/:siteId/polls","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"question":{"type":"string","maxLength":300},"options":{"minItems":2,"maxItems":12,"type":"array","items":{"type":"string","maxLength":300}},"takesMany":{"default":false,"type":"boolean"},"closesAt":{"type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}},"required":["siteId","question","options"]}},
  {"id":"listPolls","summary":"List the polls of a site with what came of them, newest first","access":"read","method":"GET","path":"/sites/:siteId/polls","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"closePoll","summary":"Close a poll now; what came of it stays to be seen","access":"content.edit","method":"POST","path":"/polls/:id/closing","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"deletePoll","summary":"Delete a poll with its votes","access":"content.edit","method":"DELETE","path":"/polls/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listCommentAuthors","summary":"List who has spoken on a site's pages, newest first; by e-mail or name, to find somebody who asks","access":"comments.moderate","method":"GET","path":"/sites/:siteId/comment-authors","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"email":{"description":"The whole address","type":"string","maxLength":320},"name":{"description":"The whole name, in capitals or not","type":"string","maxLength":120}},"required":["siteId"]}},
  {"id":"eraseCommentAuthor","summary":"Erase an author: name, address and tokens at once, all his comments right after; for good","access":"comments.moderate","method":"DELETE","path":"/comment-authors/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"getCommentTeamNotices","summary":"Show who of the team is told by mail that comments wait for a decision","access":"comments.moderate","method":"GET","path":"/sites/:siteId/comment-team-notices","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"changeCommentTeamNotices","summary":"Set who of the team is told by mail that comments wait for a decision; nobody unless named","access":"comments.moderate","method":"PUT","path":"/sites/:siteId/comment-team-notices","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"recipients":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"address":{"type":"string","maxLength":320},"language":{"type":"string","enum":["ru","en"]},"every":{"type":"string","enum":["hour","day"],"description":"At most so often, and only while something waits"}},"required":["address","language","every"]}}},"required":["siteId","recipients"]}},
  {"id":"listLists","summary":"List the lists of materials that were set up, newest first; every kind works without that too","access":"read","method":"GET","path":"/lists","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getList","summary":"Show a list's settings, pins, bans and quotas","access":"read","method":"GET","path":"/lists/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"createList","summary":"Set up a list of materials for a site; what is left out is as the kind's own","access":"content.edit","method":"POST","path":"/lists","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"kind":{"$ref":"#/$defs/ListKind"},"title":{"anyOf":[{"type":"string","maxLength":120},{"type":"null"}],"description":"Null: the element's own words"},"size":{"type":"integer","minimum":1,"maximum":20},"isOn":{"type":"boolean"},"holdOutPercent":{"type":"integer","minimum":0,"maximum":50,"description":"Share of visitors who don't see it, and by whom its worth is measured"},"holdOutSees":{"type":"string","enum":["nothing","popular"]},"explorePercent":{"type":"integer","minimum":0,"maximum":100,"description":"Share of showings in which one place goes to a material that too few have seen to be judged"},"maxAgeDays":{"anyOf":[{"type":"integer","minimum":1,"maximum":3650},{"type":"null"}],"description":"Older materials are left out; null: none is too old"},"pins":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"path":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#]*$"},"until":{"description":"Null: until it is taken off","anyOf":[{"type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},{"type":"null"}]}},"required":["path"]},"description":"Always first, in this order, as long as they may be listed"},"bans":{"maxItems":200,"type":"array","items":{"type":"object","properties":{"pattern":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#*]*\\*?$","description":"A path, or the beginning of paths with * at its end"}},"required":["pattern"]}},"quotas":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"prefix":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#]*$","description":"The beginning of paths"},"max":{"type":"integer","minimum":0,"maximum":20,"description":"At most so many of them in one showing"}},"required":["prefix","max"]}},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"key":{"description":"What the element calls it by; left out: its kind","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"}},"required":["kind","siteId"],"$defs":{"ListKind":{"type":"string","enum":["popular","rising","related","next","discussed","for-you","from-source"]}}}},
  {"id":"changeList","summary":"Change a list: its settings, and the editor's pins, bans and quotas as a whole","access":"content.edit","method":"PATCH","path":"/lists/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"kind":{"$ref":"#/$defs/ListKind"},"title":{"anyOf":[{"type":"string","maxLength":120},{"type":"null"}],"description":"Null: the element's own words"},"size":{"type":"integer","minimum":1,"maximum":20},"isOn":{"type":"boolean"},"holdOutPercent":{"type":"integer","minimum":0,"maximum":50,"description":"Share of visitors who don't see it, and by whom its worth is measured"},"holdOutSees":{"type":"string","enum":["nothing","popular"]},"explorePercent":{"type":"integer","minimum":0,"maximum":100,"description":"Share of showings in which one place goes to a material that too few have seen to be judged"},"maxAgeDays":{"anyOf":[{"type":"integer","minimum":1,"maximum":3650},{"type":"null"}],"description":"Older materials are left out; null: none is too old"},"pins":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"path":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#]*$"},"until":{"description":"Null: until it is taken off","anyOf":[{"type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},{"type":"null"}]}},"required":["path"]},"description":"Always first, in this order, as long as they may be listed"},"bans":{"maxItems":200,"type":"array","items":{"type":"object","properties":{"pattern":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#*]*\\*?$","description":"A path, or the beginning of paths with * at its end"}},"required":["pattern"]}},"quotas":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"prefix":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#]*$","description":"The beginning of paths"},"max":{"type":"integer","minimum":0,"maximum":20,"description":"At most so many of them in one showing"}},"required":["prefix","max"]}},"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"revision":{"description":"The revision that the change is made to: refused when somebody was faster","type":"integer","minimum":-9007199254740991,"maximum":9007199254740991}},"required":["id"],"$defs":{"ListKind":{"type":"string","enum":["popular","rising","related","next","discussed","for-you","from-source"]}}}},
  {"id":"deleteList","summary":"Delete a list's settings; where its key is a kind's, it goes on as it is by itself","access":"content.edit","method":"DELETE","path":"/lists/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"previewList","summary":"Show what a list would hold on a page, with settings that need not be kept","access":"read","method":"POST","path":"/sites/:siteId/list-preview","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"key":{"type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$","description":"The list, as it is kept; a kind's for one that is not"},"settings":{"description":"What is to be other than kept","type":"object","properties":{"kind":{"$ref":"#/$defs/ListKind"},"title":{"anyOf":[{"type":"string","maxLength":120},{"type":"null"}],"description":"Null: the element's own words"},"size":{"type":"integer","minimum":1,"maximum":20},"isOn":{"type":"boolean"},"holdOutPercent":{"type":"integer","minimum":0,"maximum":50,"description":"Share of visitors who don't see it, and by whom its worth is measured"},"holdOutSees":{"type":"string","enum":["nothing","popular"]},"explorePercent":{"type":"integer","minimum":0,"maximum":100,"description":"Share of showings in which one place goes to a material that too few have seen to be judged"},"maxAgeDays":{"anyOf":[{"type":"integer","minimum":1,"maximum":3650},{"type":"null"}],"description":"Older materials are left out; null: none is too old"},"pins":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"path":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#]*$"},"until":{"description":"Null: until it is taken off","anyOf":[{"type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},{"type":"null"}]}},"required":["path"]},"description":"Always first, in this order, as long as they may be listed"},"bans":{"maxItems":200,"type":"array","items":{"type":"object","properties":{"pattern":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#*]*\\*?$","description":"A path, or the beginning of paths with * at its end"}},"required":["pattern"]}},"quotas":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"prefix":{"type":"string","maxLength":2000,"pattern":"^\\/(?!\\/)[^\\s#]*$","description":"The beginning of paths"},"max":{"type":"integer","minimum":0,"maximum":20,"description":"At most so many of them in one showing"}},"required":["prefix","max"]}}}},"pageUrl":{"description":"The page that it would stand on","type":"string","maxLength":4096,"format":"uri"},"source":{"default":"","description":"Where the visit comes from, as reports name it","type":"string","maxLength":200}},"required":["siteId","key"],"$defs":{"ListKind":{"type":"string","enum":["popular","rising","related","next","discussed","for-you","from-source"]}}}},
  {"id":"getListWorth","summary":"Show what a list is worth by its hold-out: further pages a visit, and outflow with and without","access":"read","method":"GET","path":"/sites/:siteId/lists/:key/worth","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"key":{"type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"},"from":{"description":"30 days ago, when left out","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}},"required":["siteId","key"]}},
  {"id":"listMaterials","summary":"List a site's pages as lists know them: what may be listed, what may not and why; newest first","access":"read","method":"GET","path":"/sites/:siteId/materials","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"search":{"description":"A part of the path or title","type":"string","maxLength":200},"listable":{"type":"string","enum":["true","false"]}},"required":["siteId"]}},
  {"id":"listFaqEntries","summary":"List what a site answers beforehand, in its own order","access":"read","method":"GET","path":"/sites/:siteId/faq-entries","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"language":{"type":"string","enum":["en","ru"]}},"required":["siteId"]}},
  {"id":"createFaqEntry","summary":"Answer a question beforehand: a new entry at the end of the site's FAQ","access":"content.edit","method":"POST","path":"/sites/:siteId/faq-entries","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"question":{"type":"string","minLength":3,"maxLength":300},"answer":{"type":"string","minLength":1,"maxLength":10000,"description":"Small Markdown: **strong**, *emphasis*, `code`, lists, quotes, [words](https://…)"},"language":{"type":"string","enum":["en","ru"]},"isPinned":{"default":false,"description":"Stands at the top of the FAQ","type":"boolean"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["question","answer","language","siteId"]}},
  {"id":"changeFaqEntry","summary":"Change an entry of a site's FAQ; what is left out stays","access":"content.edit","method":"PATCH","path":"/faq-entries/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"question":{"type":"string","minLength":3,"maxLength":300},"answer":{"type":"string","minLength":1,"maxLength":10000,"description":"Small Markdown: **strong**, *emphasis*, `code`, lists, quotes, [words](https://…)"},"language":{"type":"string","enum":["en","ru"]},"isPinned":{"type":"boolean"},"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"moveFaqEntry","summary":"Put an entry of a site's FAQ before another, or at the end","access":"content.edit","method":"PUT","path":"/faq-entries/:id/place","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"beforeId":{"anyOf":[{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},{"type":"null"}],"description":"The entry that it stands before from now on; null: at the end"}},"required":["id","beforeId"]}},
  {"id":"deleteFaqEntry","summary":"Take an entry out of a site's FAQ; who was told its answer keeps it","access":"content.edit","method":"DELETE","path":"/faq-entries/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listQuestions","summary":"List what visitors of a site asked: waiting for an answer, weightiest first; or answered; or dismissed","access":"read","method":"GET","path":"/sites/:siteId/questions","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"default":"waiting","type":"string","enum":["waiting","answered","dismissed"]},"search":{"description":"A part of the question","type":"string","maxLength":200}},"required":["siteId"]}},
  {"id":"getQuestion","summary":"Show a question with how, where and how often it was asked, and who waits for its answer","access":"read","method":"GET","path":"/questions/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"answerQuestion","summary":"Answer a question once: it becomes an entry of the FAQ, and in a minute whoever asked is told","access":"content.edit","method":"POST","path":"/questions/:id/answer","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"question":{"type":"string","minLength":3,"maxLength":300},"answer":{"type":"string","minLength":1,"maxLength":10000,"description":"Small Markdown: **strong**, *emphasis*, `code`, lists, quotes, [words](https://…)"},"language":{"type":"string","enum":["en","ru"]},"isPinned":{"default":false,"description":"Stands at the top of the FAQ","type":"boolean"},"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"faqEntryId":{"description":"An entry that answers it already, in the place of a new one","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"dismissQuestion","summary":"Put a question aside that needs no answer; asked again, it stays there","access":"content.edit","method":"POST","path":"/questions/:id/dismissal","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"reopenQuestion","summary":"Let a question wait again that was dismissed or answered; within a minute of the answer nobody was told","access":"content.edit","method":"POST","path":"/questions/:id/reopening","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"mergeQuestions","summary":"Put questions that mean the same under this one: they are counted, answered and told together","access":"content.edit","method":"POST","path":"/questions/:id/merging","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"questionIds":{"minItems":1,"maxItems":50,"type":"array","items":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}},"required":["id","questionIds"]}},
  {"id":"splitQuestions","summary":"Take questions out again that were put under this one","access":"content.edit","method":"POST","path":"/questions/:id/splitting","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"questionIds":{"minItems":1,"maxItems":50,"type":"array","items":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}},"required":["id","questionIds"]}},
  {"id":"getSearchReport","summary":"Show what visitors look for on a site: how often, what was not found, what was opened","access":"read","method":"GET","path":"/sites/:siteId/searches","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"days":{"default":30,"description":"So many days back","type":"integer","minimum":1,"maximum":400},"order":{"default":"times","type":"string","enum":["times","notFound"]}},"required":["siteId"]}},
  {"id":"getAnswerSources","summary":"Show what a site's search finds its answers in: pages read and why others are not, FAQ entries, comments","access":"read","method":"GET","path":"/sites/:siteId/answer-sources","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"readAnswerSources","summary":"Read a site's known pages again now, as far as they were not read within the last ten minutes","access":"content.edit","method":"POST","path":"/sites/:siteId/answer-sources","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"tryAnswers","summary":"Ask a site's search as a visitor would; nothing is counted","access":"read","method":"GET","path":"/sites/:siteId/answers","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"q":{"type":"string","minLength":1,"maxLength":200,"description":"What is looked for, at most 200 characters"}},"required":["siteId","q"]}},
  {"id":"listWelcomeRules","summary":"List the rules by which visitors are greeted, newest first","access":"read","method":"GET","path":"/welcome-rules","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"createWelcomeRule","summary":"Greet visitors by where they came from","access":"content.edit","method":"POST","path":"/welcome-rules","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120,"description":"For the editors"},"place":{"type":"integer","minimum":0,"maximum":10000,"description":"Small numbers are asked first; the first rule that fits speaks"},"isOn":{"type":"boolean"},"sources":{"maxItems":50,"type":"array","items":{"type":"string","minLength":1,"maxLength":80},"description":"Where visitors come from, as reports name it; empty: from anywhere"},"arrivedBy":{"type":"string","enum":["any","link","share"],"description":"By a tracked link, or by what a reader passed on"},"campaign":{"anyOf":[{"type":"string","minLength":1,"maxLength":200},{"type":"null"}],"description":"`utm_campaign` of the link; null: any"},"visitors":{"type":"string","enum":["all","newcomers","regulars"],"description":"Regulars are known only among those who agreed to be known on other days"},"textEn":{"type":"string","maxLength":400,"description":"Plain text; `{source}` stands for where the visitor came from"},"textRu":{"type":"string","maxLength":400},"listKey":{"anyOf":[{"type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"},{"type":"null"}],"description":"The list that the next best material is taken from; null: none is offered"},"followUrl":{"anyOf":[{"type":"string","maxLength":2000,"format":"uri"},{"type":"null"}],"description":"Where to follow the site; null: nothing is said of it"},"followLabelEn":{"anyOf":[{"type":"string","minLength":1,"maxLength":80},{"type":"null"}]},"followLabelRu":{"anyOf":[{"type":"string","minLength":1,"maxLength":80},{"type":"null"}]},"holdOutPercent":{"type":"integer","minimum":0,"maximum":50,"description":"Share of visitors who are not greeted, to measure the worth by"},"everyDays":{"type":"integer","minimum":1,"maximum":365,"description":"Nobody is greeted twice within so many days, as far as he is known"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["name","textEn","textRu","siteId"]}},
  {"id":"changeWelcomeRule","summary":"Change a welcome rule: whom it greets, with what, and its place among the rules","access":"content.edit","method":"PATCH","path":"/welcome-rules/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120,"description":"For the editors"},"place":{"type":"integer","minimum":0,"maximum":10000,"description":"Small numbers are asked first; the first rule that fits speaks"},"isOn":{"type":"boolean"},"sources":{"maxItems":50,"type":"array","items":{"type":"string","minLength":1,"maxLength":80},"description":"Where visitors come from, as reports name it; empty: from anywhere"},"arrivedBy":{"type":"string","enum":["any","link","share"],"description":"By a tracked link, or by what a reader passed on"},"campaign":{"anyOf":[{"type":"string","minLength":1,"maxLength":200},{"type":"null"}],"description":"`utm_campaign` of the link; null: any"},"visitors":{"type":"string","enum":["all","newcomers","regulars"],"description":"Regulars are known only among those who agreed to be known on other days"},"textEn":{"type":"string","maxLength":400,"description":"Plain text; `{source}` stands for where the visitor came from"},"textRu":{"type":"string","maxLength":400},"listKey":{"anyOf":[{"type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"},{"type":"null"}],"description":"The list that the next best material is taken from; null: none is offered"},"followUrl":{"anyOf":[{"type":"string","maxLength":2000,"format":"uri"},{"type":"null"}],"description":"Where to follow the site; null: nothing is said of it"},"followLabelEn":{"anyOf":[{"type":"string","minLength":1,"maxLength":80},{"type":"null"}]},"followLabelRu":{"anyOf":[{"type":"string","minLength":1,"maxLength":80},{"type":"null"}]},"holdOutPercent":{"type":"integer","minimum":0,"maximum":50,"description":"Share of visitors who are not greeted, to measure the worth by"},"everyDays":{"type":"integer","minimum":1,"maximum":365,"description":"Nobody is greeted twice within so many days, as far as he is known"},"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"revision":{"description":"The revision that the change is made to: refused when somebody was faster","type":"integer","minimum":-9007199254740991,"maximum":9007199254740991}},"required":["id"]}},
  {"id":"deleteWelcomeRule","summary":"Delete a welcome rule","access":"content.edit","method":"DELETE","path":"/welcome-rules/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"getWelcomeWorth","summary":"Show what a greeting is worth by its hold-out: further pages a visit, and outflow with and without","access":"read","method":"GET","path":"/welcome-rules/:id/worth","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"from":{"description":"30 days ago, when left out","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}},"required":["id"]}},
  {"id":"getSubscriptionSettings","summary":"Show what a site offers to subscribers: topics, frequencies, feed, notices, and what they agree to","access":"read","method":"GET","path":"/sites/:siteId/subscription-settings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"changeSubscriptionSettings","summary":"Set what a site offers to subscribers; a topic that is left out is gone, those who chose it keep the rest","access":"subscribers.manage","method":"PUT","path":"/sites/:siteId/subscription-settings","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"frequencies":{"minItems":1,"maxItems":3,"type":"array","items":{"type":"string","enum":["each","daily","weekly"]}},"feedUrl":{"default":null,"anyOf":[{"type":"string","maxLength":2000,"format":"uri"},{"type":"null"}]},"consentRu":{"default":null,"anyOf":[{"type":"string","minLength":10,"maxLength":2000},{"type":"null"}]},"consentEn":{"default":null,"anyOf":[{"type":"string","minLength":10,"maxLength":2000},{"type":"null"}]},"hasPush":{"default":true,"type":"boolean"},"topics":{"default":[],"maxItems":30,"type":"array","items":{"type":"object","properties":{"id":{"description":"Leave it out for a new one","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"name":{"type":"string","minLength":1,"maxLength":80},"about":{"default":null,"anyOf":[{"type":"string","maxLength":200},{"type":"null"}]}},"required":["name"]}}},"required":["siteId","frequencies"]}},
  {"id":"listSubscribers","summary":"List a site's subscribers, newest first; those in a state, of a source, or whose address begins so","access":"subscribers.manage","method":"GET","path":"/sites/:siteId/subscribers","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"type":"string","enum":["asked","confirmed","left"]},"source":{"type":"string","enum":["element","form","import","api"]},"search":{"description":"The beginning of the address","type":"string","maxLength":254}},"required":["siteId"]}},
  {"id":"getSubscriber","summary":"Show a subscriber and what he agreed to, when and where: the record of his consent","access":"subscribers.manage","method":"GET","path":"/subscribers/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"addSubscriber","summary":"Ask somebody by a letter whether he wants the site's letters; he subscribes by confirming it","access":"subscribers.manage","method":"POST","path":"/sites/:siteId/subscribers","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"email":{"type":"string","maxLength":320},"topics":{"default":[],"maxItems":30,"type":"array","items":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"frequency":{"type":"string","enum":["each","daily","weekly"]},"language":{"default":"en","type":"string","enum":["ru","en"]},"pageUrl":{"type":"string","maxLength":2000,"format":"uri"}},"required":["siteId","email"]}},
  {"id":"endSubscription","summary":"Send a subscriber no more letters, as he asked","access":"subscribers.manage","method":"POST","path":"/subscribers/:id/end","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"eraseSubscriber","summary":"Erase everything about a subscriber: his address, his choice, the record of his consent, his letters","access":"subscribers.manage","method":"DELETE","path":"/subscribers/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"exportSubscriberData","summary":"Give out everything that is kept about a subscriber, for him who asks for it (GDPR, article 15)","access":"subscribers.manage","method":"GET","path":"/subscribers/:id/data","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"checkSubscriberImport","summary":"Try an import of subscribers without keeping anything: how many would come, and each row that can't","access":"subscribers.manage","method":"POST","path":"/sites/:siteId/subscriber-import-checks","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"csv":{"type":"string","maxLength":900000,"secret":true,"description":"A table with a column `email`, and where you have them `language`, `frequency`, `topics`, `confirmed_at`"},"statement":{"type":"string","minLength":20,"maxLength":2000,"description":"Where and when these people agreed; kept with each of them"},"language":{"default":"en","description":"Of rows that name none","type":"string","enum":["ru","en"]},"frequency":{"type":"string","enum":["each","daily","weekly"]}},"required":["siteId","csv","statement"]}},
  {"id":"importSubscribers","summary":"Take over people who agreed to get letters elsewhere, with the statement that says so; faulty rows are left out and named","access":"subscribers.manage","method":"POST","path":"/sites/:siteId/subscriber-imports","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"csv":{"type":"string","maxLength":900000,"secret":true,"description":"A table with a column `email`, and where you have them `language`, `frequency`, `topics`, `confirmed_at`"},"statement":{"type":"string","minLength":20,"maxLength":2000,"description":"Where and when these people agreed; kept with each of them"},"language":{"default":"en","description":"Of rows that name none","type":"string","enum":["ru","en"]},"frequency":{"type":"string","enum":["each","daily","weekly"]}},"required":["siteId","csv","statement"]}},
  {"id":"exportSubscribers","summary":"Give out a site's subscribers as CSV, 5,000 at once; it can be imported again","access":"subscribers.manage","method":"GET","path":"/sites/:siteId/subscriber-export","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"state":{"type":"string","enum":["asked","confirmed","left"]},"after":{"description":"`next` of the part before","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"limit":{"default":5000,"type":"integer","minimum":1,"maximum":5000}},"required":["siteId"]}},
  {"id":"getSubscriberGrowth","summary":"How a site's subscribers grew: who joined and left on each day, and how many there are now","access":"read","method":"GET","path":"/sites/:siteId/subscriber-growth","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"days":{"default":90,"description":"How many days back, 1 to 366","type":"integer","minimum":1,"maximum":366}},"required":["siteId"]}},
  {"id":"getSubscriberSources","summary":"What brought the subscribers of the last days: which pages, networks and sharers, the 50 best of each","access":"read","method":"GET","path":"/sites/:siteId/subscriber-sources","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"days":{"default":90,"description":"How many days back, 1 to 366","type":"integer","minimum":1,"maximum":366}},"required":["siteId"]}},
  {"id":"sendPushNotice","summary":"Tell the browsers that agreed to it of something new","access":"subscribers.manage","method":"POST","path":"/sites/:siteId/push-notices","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"title":{"type":"string","minLength":1,"maxLength":120},"body":{"default":"","type":"string","maxLength":300},"url":{"type":"string","maxLength":2000,"format":"uri","description":"Where a click on it leads"},"topicId":{"default":null,"description":"Only those who want this topic, or everything","anyOf":[{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},{"type":"null"}]}},"required":["siteId","title","url"]}},
  {"id":"listPushNotices","summary":"List a site's notices to browsers, newest first, and how they went","access":"read","method":"GET","path":"/sites/:siteId/push-notices","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["siteId"]}},
  {"id":"adviseTitles","summary":"Judge titles before any test: how curious they make, and whether the text keeps their promise","access":"read","method":"POST","path":"/headlines/advice","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"titles":{"minItems":1,"maxItems":6,"type":"array","items":{"type":"string","minLength":1,"maxLength":300}},"text":{"type":"string","maxLength":50000},"url":{"description":"Page to read the text from","type":"string","maxLength":2000,"format":"uri"}},"required":["titles"]}},
  {"id":"createHeadlineTest","summary":"Begin a test of titles: of a page on the site's lists, or of posts that lead to it","access":"content.edit","method":"POST","path":"/sites/:siteId/headline-tests","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"path":{"type":"string","maxLength":2000,"pattern":"^\\/\\S*$"},"titles":{"description":"Of the page, two to six; leave out for a test of posts","minItems":2,"maxItems":6,"type":"array","items":{"type":"string","minLength":1,"maxLength":300}},"postIds":{"description":"Posts that lead to the page, each with a title of its own","minItems":2,"maxItems":6,"type":"array","items":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}},"required":["siteId","path"]}},
  {"id":"listHeadlineTests","summary":"List tests of titles, newest first","access":"read","method":"GET","path":"/headline-tests","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getHeadlineTest","summary":"Show a test of titles: rates with intervals that may be looked at any time, and what can be said","access":"read","method":"GET","path":"/headline-tests/:testId","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"testId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["testId"]}},
  {"id":"endHeadlineTest","summary":"End a test of titles, with a winner or without; the winner can become the title of the page's card","access":"content.edit","method":"POST","path":"/headline-tests/:testId/ending","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"testId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"winnerId":{"default":null,"description":"The arm that stays; null: none","anyOf":[{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},{"type":"null"}]},"isCardTitle":{"default":false,"description":"The winner's title goes into the page's tags and card from now on","type":"boolean"}},"required":["testId"]}},
  {"id":"getOverview","summary":"Compare the two halves, row by row, by the workspace's own figures","access":"read","method":"GET","path":"/reports/overview","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}}}},
  {"id":"getLoopReport","summary":"Show for each publication what the network counts and what it brought: from like to second visitor","access":"read","method":"GET","path":"/reports/loop","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}}}},
  {"id":"getReportCards","summary":"Every card of the overview at once: totals, the days, pages, sources, networks, countries, devices","access":"read","method":"GET","path":"/reports/cards","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"audience":{"description":"Known people only, by consent; `unknown` are all others","type":"string","enum":["newcomer","returning","regular","unknown"]},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"},"compareFrom":{"description":"Beginning of the period to compare with","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"compareTo":{"description":"Its end; left out: as long as the period itself","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"}}}},
  {"id":"getTraffic","summary":"Show visits, views, reads and the rest over time, beside another period if one is asked for","access":"read","method":"GET","path":"/reports/traffic","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"audience":{"description":"Known people only, by consent; `unknown` are all others","type":"string","enum":["newcomer","returning","regular","unknown"]},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"},"compareFrom":{"description":"Beginning of the period to compare with","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"compareTo":{"description":"Its end; left out: as long as the period itself","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"interval":{"default":"day","type":"string","enum":["hour","day","week","month"]}}}},
  {"id":"getBreakdown","summary":"Break the visits down by pages, sources, networks, campaigns, countries or another dimension","access":"read","method":"GET","path":"/reports/breakdown","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"audience":{"description":"Known people only, by consent; `unknown` are all others","type":"string","enum":["newcomer","returning","regular","unknown"]},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"},"compareFrom":{"description":"Beginning of the period to compare with","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"compareTo":{"description":"Its end; left out: as long as the period itself","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"dimension":{"type":"string","enum":["page","entryPage","exitPage","sourceKind","source","network","campaign","medium","publication","link","generation","country","device","browser","os","language","site","audience"]},"sort":{"default":"visits","description":"Which figure comes first","type":"string","enum":["visitors","visits","views","bounces","reads","visibleSeconds","shares","reactions","comments","searches","subscriptions","goals"]},"rows":{"default":100,"description":"How many rows, 1 to 500","type":"integer","minimum":1,"maximum":500}},"required":["dimension"]}},
  {"id":"getLiveView","summary":"Show the last thirty minutes of the sites, as they are","access":"read","method":"GET","path":"/reports/live","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"getDirectArrivals","summary":"Split visits without a referrer into those with a known parent, those in an app, and the unknown","access":"read","method":"GET","path":"/reports/direct","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"audience":{"description":"Known people only, by consent; `unknown` are all others","type":"string","enum":["newcomer","returning","regular","unknown"]},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"}}}},
  {"id":"getPostReport","summary":"Show what each publication brought to the sites in a period, its share tree included","access":"read","method":"GET","path":"/reports/posts","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"},"rows":{"default":100,"description":"How many rows, 1 to 500","type":"integer","minimum":1,"maximum":500}}}},
  {"id":"getChannelReport","summary":"Show what each channel brought to the sites in a period","access":"read","method":"GET","path":"/reports/channels","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"}}}},
  {"id":"getLinkReport","summary":"Show each tracked link's clicks and what became of them","access":"read","method":"GET","path":"/reports/links","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"},"rows":{"default":100,"description":"How many rows, 1 to 500","type":"integer","minimum":1,"maximum":500}}}},
  {"id":"getInteraction","summary":"Show what visitors did on the site: reads, reactions, comments, searches, subscriptions, shares, lists","access":"read","method":"GET","path":"/reports/interaction","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Path; left out: all pages","type":"string","minLength":1,"maxLength":2048}}}},
  {"id":"getAttribution","summary":"Credit conversions to the arrivals before them by five models side by side","access":"read","method":"GET","path":"/reports/attribution","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"goal":{"description":"Name of the goal; left out: all goals","type":"string","minLength":1,"maxLength":80},"by":{"default":"source","description":"What is credited: source, sourceKind, network, campaign, publication, link, entryPage","type":"string","enum":["source","sourceKind","network","campaign","publication","link","entryPage"]},"windowDays":{"default":30,"type":"integer","minimum":1,"maximum":90}}}},
  {"id":"getFunnel","summary":"Count how many visitors went through steps in their order, and where they were lost","access":"read","method":"POST","path":"/reports/funnels","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"steps":{"minItems":2,"maxItems":10,"type":"array","items":{"type":"object","properties":{"kind":{"type":"string","enum":["view","share","react","comment","subscribe","search","goal","custom","read"]},"page":{"description":"Path; ends with * for all that begin so","type":"string","maxLength":2048},"name":{"description":"Name of the goal, reaction, list or custom event","type":"string","maxLength":200}},"required":["kind"]}},"windowMinutes":{"default":1440,"description":"Time from the first step to the last; without consent a visitor is known for one UTC day","type":"integer","minimum":1,"maximum":43200}},"required":["steps"]}},
  {"id":"getCohorts","summary":"Show who came back, by the week or month in which they were first seen","access":"read","method":"GET","path":"/reports/cohorts","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"zone":{"description":"Whose weeks and months are meant; left out: the workspace's","type":"string"},"interval":{"default":"week","type":"string","enum":["week","month"]}}}},
  {"id":"getRegulars","summary":"Show what first brought those who became regular: source, network, campaign or entry page","access":"read","method":"GET","path":"/reports/regulars","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"siteId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"},"by":{"default":"source","type":"string","enum":["source","network","campaign","entryPage"]}}}},
  {"id":"getNewcomerPaths","summary":"Show what newcomers from each network or source do next, and who of them comes back","access":"read","method":"GET","path":"/reports/newcomers","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"},"by":{"default":"network","type":"string","enum":["network","source"]}}}},
  {"id":"getShareTrees","summary":"List the share trees that grew in a period, the largest first, and K of all of them","access":"read","method":"GET","path":"/reports/share-trees","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"network":{"description":"Where the link was placed","type":"string","minLength":1,"maxLength":80},"rows":{"default":50,"type":"integer","minimum":1,"maximum":200}}}},
  {"id":"getShareTree","summary":"Measure one share tree: K with its interval, depth, structural virality, cycle time, sharers, revenue","access":"read","method":"GET","path":"/reports/share-trees/:root","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"root":{"type":"string","pattern":"^[0-9a-z-]{20,36}$","description":"Id of the tracked link, or of the first share of a page's own tree"}},"required":["root"]}},
  {"id":"getShareTreeDrawing","summary":"Give a share tree's nodes and edges for a drawing, the branches that brought most first","access":"read","method":"GET","path":"/reports/share-trees/:root/drawing","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"root":{"type":"string","pattern":"^[0-9a-z-]{20,36}$","description":"Id of the tracked link, or of the first share of a page's own tree"},"nodes":{"default":500,"type":"integer","minimum":10,"maximum":5000}},"required":["root"]}},
  {"id":"listVisits","summary":"List the visits behind a number, newest first: give the same narrowing as the report it stands in","access":"read","method":"GET","path":"/reports/visits","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"description":"One site; left out: all of the workspace","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"sourceKind":{"description":"As in `search`, `network`, `direct`","type":"string","minLength":1,"maxLength":40},"source":{"description":"As the source report names it","type":"string","minLength":1,"maxLength":300},"network":{"description":"Where the visitor came from or the link was placed","type":"string","minLength":1,"maxLength":80},"campaign":{"description":"utm_campaign","type":"string","minLength":1,"maxLength":300},"postId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"publicationId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"linkId":{"description":"Visits of the whole share tree below this tracked link","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"page":{"description":"Visits that saw this path","type":"string","minLength":1,"maxLength":2048},"country":{"description":"ISO 3166-1 alpha-2; empty for unknown","type":"string","maxLength":2},"device":{"type":"string","minLength":1,"maxLength":40},"audience":{"description":"Known people only, by consent; `unknown` are all others","type":"string","enum":["newcomer","returning","regular","unknown"]},"from":{"description":"Beginning; left out: 28 days before the end","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"to":{"description":"End, not included; left out: now","type":"string","format":"date-time","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"},"zone":{"description":"Whose days are meant; left out: the workspace's","type":"string"}}}},
  {"id":"getVisit","summary":"Show one visit step by step: each page, what was read, and what the visitor did","access":"read","method":"GET","path":"/reports/visits/:visitId","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"visitId":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["visitId"]}},
  {"id":"listAnnotations","summary":"List what is noted beside the figures, newest first","access":"read","method":"GET","path":"/reports/annotations","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"siteId":{"description":"Of this site, and those that concern all","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"},"firstDay":{"type":"string","format":"date","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$","description":"As in `2026-11-24`, in the workspace's zone"},"lastDay":{"type":"string","format":"date","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$","description":"As in `2026-11-24`, in the workspace's zone"}}}},
  {"id":"createAnnotation","summary":"Note what happened on a day, to be read beside its figures","access":"reports.write","method":"POST","path":"/reports/annotations","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"day":{"type":"string","format":"date","pattern":"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$","description":"As in `2026-11-24`, in the workspace's zone"},"text":{"type":"string","minLength":1,"maxLength":500},"siteId":{"description":"Left out: it concerns all sites","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["day","text"]}},
  {"id":"deleteAnnotation","summary":"Delete a note from beside the figures","access":"reports.write","method":"DELETE","path":"/reports/annotations/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
  {"id":"listReportViews","summary":"List views of reports that are kept under a name, newest first","access":"read","method":"GET","path":"/reports/views","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"limit":{"default":50,"description":"How many rows, 1 to 100","type":"integer","minimum":1,"maximum":100},"after":{"description":"`next` of the page before; leave it out for the first page","type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}}}},
  {"id":"saveReportView","summary":"Keep a view of reports under a name; one that has the name already is replaced","access":"reports.write","method":"POST","path":"/reports/views","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":120},"page":{"type":"string","maxLength":200,"pattern":"^\\/[a-z0-9/-]*$","description":"Path of the page of the app"},"query":{"type":"string","maxLength":4000,"description":"What stands behind `?` in its address: the narrowing, as the page keeps it"}},"required":["name","page","query"]}},
  {"id":"deleteReportView","summary":"Delete a kept view of reports","access":"reports.write","method":"DELETE","path":"/reports/views/:id","input":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"id":{"type":"string","format":"uuid","pattern":"^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$"}},"required":["id"]}},
] as const;
