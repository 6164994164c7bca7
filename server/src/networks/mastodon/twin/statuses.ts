/** https://docs.joinmastodon.org/methods/statuses/ */
import { Hono, type Context } from "hono";
import { countedLength } from "./content.ts";
import { statusEntity } from "./entities.ts";
import type { TwinEnv } from "./faults.ts";
import {
  asFields,
  flag,
  invalid,
  list,
  notFound,
  readFields,
  signedIn,
  text,
  viewerOf,
  type Fields,
} from "./request.ts";
import type { TwinPoll, TwinStatus, TwinWorld } from "./world.ts";

/** https://docs.joinmastodon.org/methods/statuses/#headers : "Idempotency keys are stored for up to 1 hour." */
const idempotencyWindowMs = 3_600_000;

export function statusRoutes(world: TwinWorld): Hono<TwinEnv> {
  const routes = new Hono<TwinEnv>();
  const write = signedIn(world, "write:statuses");
  routes.post("/", write, (c) => create(world, c));
  routes.get("/", (c) => {
    const ids = list(asFields({ id: new URL(c.req.url).searchParams.getAll("id[]") }), "id");
    const viewer = viewerOf(world, c);
    return c.json(
      ids.flatMap((id) => visible(world, id, viewer) ?? []).map((each) => statusEntity(world, each, viewer)),
    );
  });
  routes.get("/:id", (c) => {
    const viewer = viewerOf(world, c);
    const status = visible(world, c.req.param("id"), viewer);
    return status ? c.json(statusEntity(world, status, viewer)) : notFound(c);
  });
  routes.put("/:id", write, (c) => edit(world, c));
  routes.delete("/:id", write, (c) => {
    const status = own(world, c);
    if (!status) return notFound(c);
    world.statuses.delete(status.id);
    return c.json({ ...statusEntity(world, status), text: status.text });
  });
  routes.get("/:id/context", (c) => context(world, c));
  routes.get("/:id/source", signedIn(world, "read:statuses"), (c) => {
    const status = own(world, c);
    return status
      ? c.json({ id: status.id, text: status.text, spoiler_text: status.spoilerText })
      : notFound(c);
  });
  reactionRoutes(world, routes);
  return routes;
}

/** https://docs.joinmastodon.org/methods/statuses/#favourite and #boost */
function reactionRoutes(world: TwinWorld, routes: Hono<TwinEnv>): void {
  const reactions = [
    ["favourite", "favouritedBy", "add", "write:favourites"],
    ["unfavourite", "favouritedBy", "delete", "write:favourites"],
    ["reblog", "rebloggedBy", "add", "write:statuses"],
    ["unreblog", "rebloggedBy", "delete", "write:statuses"],
  ] as const;
  for (const [path, set, change, scope] of reactions) {
    routes.post(`/:id/${path}`, signedIn(world, scope), (c) => {
      const status = visible(world, c.req.param("id") ?? "", c.get("userId"));
      if (!status) return notFound(c);
      status[set][change](c.get("userId"));
      return c.json(statusEntity(world, status, c.get("userId")));
    });
  }
}

async function create(world: TwinWorld, c: Context<TwinEnv>): Promise<Response> {
  const fields = await readFields(c);
  const userId = c.get("userId");
  const key = `${userId}:${c.req.header("idempotency-key") ?? ""}`;
  const known = alreadyPosted(world, key);
  if (known) return c.json(statusEntity(world, known, userId));
  const parentId = text(fields, "in_reply_to_id");
  // https://github.com/mastodon/mastodon/blob/main/app/controllers/api/v1/statuses_controller.rb#set_thread
  if (parentId && !world.statuses.has(parentId)) {
    return c.json({ error: "The post you are trying to reply to does not appear to exist." }, 404);
  }
  const poll = pollOf(world, fields);
  const fault = faultOf(world, { fields, poll, userId });
  if (fault) return invalid(c, fault);
  const status = world.addStatus(userId, {
    ...contentOf(fields),
    poll,
    visibility: text(fields, "visibility") ?? "public",
    inReplyToId: parentId,
    applicationName: c.get("appName"),
  });
  if (c.req.header("idempotency-key") && world.honoursIdempotencyKey) {
    world.idempotencyKeys.set(key, {
      statusId: status.id,
      until: world.now().getTime() + idempotencyWindowMs,
    });
  }
  return c.json(statusEntity(world, status, userId));
}

function alreadyPosted(world: TwinWorld, key: string): TwinStatus | undefined {
  const remembered = world.idempotencyKeys.get(key);
  if (!remembered || remembered.until <= world.now().getTime()) return undefined;
  return world.statuses.get(remembered.statusId);
}

/** https://docs.joinmastodon.org/methods/statuses/#edit : what is left out is cleared. */
async function edit(world: TwinWorld, c: Context<TwinEnv>): Promise<Response> {
  const status = own(world, c);
  if (!status) return notFound(c);
  const fields = await readFields(c);
  const poll = pollOf(world, fields);
  const fault = faultOf(world, { fields, poll, userId: c.get("userId") });
  if (fault) return invalid(c, fault);
  Object.assign(status, contentOf(fields), { poll, editedAt: world.now() });
  return c.json(statusEntity(world, status, c.get("userId")));
}

const contentOf = (fields: Fields) => ({
  text: text(fields, "status") ?? "",
  spoilerText: text(fields, "spoiler_text") ?? "",
  sensitive: flag(fields, "sensitive") || Boolean(text(fields, "spoiler_text")),
  language: text(fields, "language"),
  mediaIds: list(fields, "media_ids"),
});

function pollOf(world: TwinWorld, fields: Fields): TwinPoll | undefined {
  if (fields["poll"] === undefined || fields["poll"] === null) return undefined;
  const poll = asFields(fields["poll"]);
  return {
    options: list(poll, "options"),
    multiple: flag(poll, "multiple"),
    hideTotals: flag(poll, "hide_totals"),
    expiresAt: new Date(world.now().getTime() + Number(poll["expires_in"]) * 1000),
  };
}

interface Draft {
  readonly fields: Fields;
  readonly poll: TwinPoll | undefined;
  readonly userId: string;
}

/** The server's own words, from config/locales/en.yml and the validators under app/validators/. */
function faultOf(world: TwinWorld, { fields, poll, userId }: Draft): string | undefined {
  const { limits } = world;
  const content = contentOf(fields);
  if (!content.text.trim() && content.mediaIds.length === 0) return "Text can't be blank";
  if (countedLength(world, content.text, content.spoilerText) > limits.maxCharacters) {
    return `Text character limit of ${limits.maxCharacters} exceeded`;
  }
  return mediaFault(world, content.mediaIds, userId) ?? (poll && pollFault(world, poll, content.mediaIds));
}

function mediaFault(world: TwinWorld, ids: readonly string[], userId: string): string | undefined {
  if (ids.length > world.limits.maxMediaAttachments)
    return `Cannot attach more than ${world.limits.maxMediaAttachments} files`;
  const media = ids.map((id) => world.media.get(id));
  if (media.some((each) => each?.ownerId !== userId)) return "Media could not be found";
  if (media.some((each) => each && each.pendingPolls > 0)) {
    return "Cannot attach files that have not finished processing. Try again in a moment!";
  }
  return undefined;
}

/** https://github.com/mastodon/mastodon/blob/main/app/validators/poll_options_validator.rb */
function pollFault(world: TwinWorld, poll: TwinPoll, mediaIds: readonly string[]): string | undefined {
  if (mediaIds.length > 0) return "Cannot attach a poll to a post that has files";
  if (poll.options.length < 2) return "Options must contain more than one item";
  if (poll.options.length > world.limits.maxPollOptions) return "Options can't contain more items";
  if (poll.options.some((each) => Array.from(each).length > world.limits.maxPollOptionCharacters)) {
    return "Options character limit exceeded";
  }
  const seconds = (poll.expiresAt.getTime() - world.now().getTime()) / 1000;
  if (!(seconds >= 299 && seconds <= 2_629_746)) return "Expires at is out of range";
  return undefined;
}

/** https://docs.joinmastodon.org/methods/statuses/#context */
function context(world: TwinWorld, c: Context<TwinEnv>): Response {
  const viewer = viewerOf(world, c);
  const status = visible(world, c.req.param("id") ?? "", viewer);
  if (!status) return notFound(c);
  const ancestors: TwinStatus[] = [];
  for (let up = parentOf(world, status); up; up = parentOf(world, up)) ancestors.unshift(up);
  const below = (id: string): TwinStatus[] =>
    world
      .repliesTo(id)
      .flatMap((each) => (visible(world, each.id, viewer) ? [each] : []).concat(below(each.id)));
  const entities = (statuses: TwinStatus[]) => statuses.map((each) => statusEntity(world, each, viewer));
  return c.json({ ancestors: entities(ancestors), descendants: entities(below(status.id)) });
}

const parentOf = (world: TwinWorld, status: TwinStatus): TwinStatus | undefined =>
  status.inReplyToId === undefined ? undefined : world.statuses.get(status.inReplyToId);

function own(world: TwinWorld, c: Context<TwinEnv>): TwinStatus | undefined {
  const status = world.statuses.get(c.req.param("id") ?? "");
  return status?.accountId === c.get("userId") ? status : undefined;
}

/** "Status does not exist or is private" both answer 404: https://docs.joinmastodon.org/methods/statuses/#get */
export function visible(world: TwinWorld, id: string, viewerId: string | undefined): TwinStatus | undefined {
  const status = world.statuses.get(id);
  if (!status || status.accountId === viewerId) return status;
  if (status.visibility === "public" || status.visibility === "unlisted") return status;
  const follows = viewerId !== undefined && world.users.get(status.accountId)?.followers.has(viewerId);
  return status.visibility === "private" && follows ? status : undefined;
}
