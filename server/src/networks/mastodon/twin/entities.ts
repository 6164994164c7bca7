/** The JSON shapes of https://docs.joinmastodon.org/entities/ */
import { toHtml } from "./content.ts";
import type { TwinCard, TwinMedia, TwinPoll, TwinStatus, TwinUser, TwinWorld } from "./world.ts";

/** https://docs.joinmastodon.org/entities/Account/ */
export function accountEntity(world: TwinWorld, user: TwinUser) {
  const url = `${world.origin()}/@${user.username}`;
  const picture = `${world.origin()}/avatars/${user.username}.svg`;
  const own = [...world.statuses.values()].filter((status) => status.accountId === user.id);
  return {
    id: user.id,
    username: user.username,
    acct: user.username,
    display_name: user.displayName,
    locked: false,
    bot: false,
    discoverable: true,
    group: false,
    created_at: user.createdAt.toISOString(),
    note: "",
    url,
    uri: `${world.origin()}/users/${user.username}`,
    avatar: picture,
    avatar_static: picture,
    header: picture,
    header_static: picture,
    followers_count: user.followers.size,
    following_count: [...world.users.values()].filter((other) => other.followers.has(user.id)).length,
    statuses_count: own.length,
    last_status_at: own.at(-1)?.createdAt.toISOString().slice(0, 10) ?? null,
    emojis: [],
    fields: [],
  };
}

/** https://docs.joinmastodon.org/entities/Status/ */
export function statusEntity(world: TwinWorld, status: TwinStatus, viewerId?: string) {
  const author = getUser(world, status.accountId);
  const media = status.mediaIds.flatMap((id) => world.media.get(id) ?? []);
  return {
    id: status.id,
    created_at: status.createdAt.toISOString(),
    edited_at: status.editedAt?.toISOString() ?? null,
    ...lineage(world, status),
    sensitive: status.sensitive,
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: status.language ?? null,
    uri: `${world.origin()}/users/${author.username}/statuses/${status.id}`,
    url: statusUrl(world, status),
    ...reactions(world, status, viewerId ?? ""),
    muted: false,
    bookmarked: false,
    content: toHtml(world, status.text),
    reblog: null,
    application: status.applicationName ? { name: status.applicationName, website: null } : null,
    account: accountEntity(world, author),
    media_attachments: media.map((each) => mediaEntity(world, each)),
    mentions: mentionsIn(world, status.text),
    tags: tagsIn(world, status.text),
    emojis: [],
    card: status.card ? cardEntity(status.card) : null,
    poll: status.poll ? pollEntity(world, status.id, status.poll) : null,
  };
}

/** https://docs.joinmastodon.org/entities/PreviewCard/ */
function cardEntity({ url, title, description, image, providerName }: TwinCard) {
  return {
    url,
    title,
    description,
    language: "",
    type: "link",
    authors: [],
    author_name: "",
    author_url: "",
    provider_name: providerName,
    provider_url: "",
    html: "",
    width: 0,
    height: 0,
    image: image ?? null,
    image_description: "",
    embed_url: "",
    blurhash: null,
    published_at: null,
  };
}

/** https://docs.joinmastodon.org/entities/MediaAttachment/ : `url` is null while the file is being processed. */
export function mediaEntity(world: TwinWorld, media: TwinMedia) {
  const address = `${world.origin()}/media/${media.id}/original`;
  return {
    id: media.id,
    type: "image",
    url: media.pendingPolls > 0 ? null : address,
    preview_url: address,
    remote_url: null,
    meta: {},
    description: media.description ?? null,
    blurhash: null,
  };
}

export const statusUrl = (world: TwinWorld, status: TwinStatus): string =>
  `${world.origin()}/@${getUser(world, status.accountId).username}/${status.id}`;

export function getUser(world: TwinWorld, id: string): TwinUser {
  const user = world.users.get(id);
  if (!user) throw new Error(`The twin has no user ${id}`);
  return user;
}

/** https://docs.joinmastodon.org/entities/Poll/ */
function pollEntity(world: TwinWorld, statusId: string, poll: TwinPoll) {
  return {
    id: statusId,
    expires_at: poll.expiresAt.toISOString(),
    expired: poll.expiresAt <= world.now(),
    multiple: poll.multiple,
    votes_count: 0,
    voters_count: 0,
    voted: false,
    own_votes: [],
    options: poll.options.map((title) => ({ title, votes_count: poll.hideTotals ? null : 0 })),
    emojis: [],
  };
}

const lineage = (world: TwinWorld, { inReplyToId }: TwinStatus) => ({
  in_reply_to_id: inReplyToId ?? null,
  in_reply_to_account_id: world.statuses.get(inReplyToId ?? "")?.accountId ?? null,
});

const reactions = (world: TwinWorld, status: TwinStatus, viewerId: string) => ({
  replies_count: world.repliesTo(status.id).length,
  reblogs_count: status.rebloggedBy.size,
  favourites_count: status.favouritedBy.size,
  favourited: status.favouritedBy.has(viewerId),
  reblogged: status.rebloggedBy.has(viewerId),
});

function tagsIn(world: TwinWorld, text: string) {
  return [...text.matchAll(/(?<![\w/&])#([\p{L}\p{N}_]+)/gu)].map(([, name = ""]) => ({
    name: name.toLowerCase(),
    url: `${world.origin()}/tags/${encodeURIComponent(name)}`,
  }));
}

function mentionsIn(world: TwinWorld, text: string) {
  return [...text.matchAll(/(?<![\w/])@([\w.-]*\w)/g)].flatMap(([, name = ""]) => {
    const user = world.findUser(name);
    return user ? [{ id: user.id, username: name, acct: name, url: `${world.origin()}/@${name}` }] : [];
  });
}
