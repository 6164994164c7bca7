/** Accounts, timelines, the instance and its NodeInfo. */
import { Hono } from "hono";
import { accountEntity, statusEntity } from "./entities.ts";
import type { TwinEnv } from "./faults.ts";
import { imageTypes } from "./media.ts";
import { notFound, signedIn, viewerOf } from "./request.ts";
import { visible } from "./statuses.ts";
import type { TwinStatus, TwinWorld } from "./world.ts";

/** https://docs.joinmastodon.org/methods/accounts/ */
export function accountRoutes(world: TwinWorld): Hono<TwinEnv> {
  const routes = new Hono<TwinEnv>();
  routes.get("/verify_credentials", signedIn(world, "read:accounts"), (c) => {
    const user = world.users.get(c.get("userId"));
    return user
      ? c.json({ ...accountEntity(world, user), source: { privacy: "public", sensitive: false } })
      : notFound(c);
  });
  routes.get("/lookup", (c) => {
    const user = world.findUser(c.req.query("acct") ?? "");
    return user ? c.json(accountEntity(world, user)) : notFound(c);
  });
  routes.get("/:id", (c) => {
    const user = world.users.get(c.req.param("id"));
    return user ? c.json(accountEntity(world, user)) : notFound(c);
  });
  routes.get("/:id/statuses", (c) => {
    const own = latest(world, viewerOf(world, c)).filter((status) => status.accountId === c.req.param("id"));
    return c.json(page(own, c.req.query()).map((each) => statusEntity(world, each, viewerOf(world, c))));
  });
  routes.get("/:id/followers", signedIn(world, "read:accounts"), (c) => {
    const ids = world.users.get(c.req.param("id") ?? "")?.followers ?? [];
    return c.json(
      [...ids].flatMap((id) => world.users.get(id) ?? []).map((each) => accountEntity(world, each)),
    );
  });
  routes.post("/:id/follow", signedIn(world, "write:follows"), (c) => {
    const user = world.users.get(c.req.param("id") ?? "");
    user?.followers.add(c.get("userId"));
    return user ? c.json({ id: user.id, following: true }) : notFound(c);
  });
  return routes;
}

/** https://docs.joinmastodon.org/methods/timelines/ */
export function timelineRoutes(world: TwinWorld): Hono<TwinEnv> {
  const routes = new Hono<TwinEnv>();
  routes.get("/public", (c) => {
    const open = latest(world, undefined).filter(
      (status) => status.visibility === "public" && !status.inReplyToId,
    );
    return c.json(page(open, c.req.query()).map((each) => statusEntity(world, each, viewerOf(world, c))));
  });
  routes.get("/home", signedIn(world, "read:statuses"), (c) => {
    const me = c.get("userId");
    const mine = latest(world, me).filter(
      ({ accountId }) => accountId === me || world.users.get(accountId)?.followers.has(me),
    );
    return c.json(page(mine, c.req.query()).map((each) => statusEntity(world, each, me)));
  });
  return routes;
}

function latest(world: TwinWorld, viewerId: string | undefined): TwinStatus[] {
  return [...world.statuses.values()].filter(({ id }) => visible(world, id, viewerId)).toReversed();
}

/** https://docs.joinmastodon.org/api/guidelines/#pagination */
function page(statuses: TwinStatus[], query: Record<string, string>): TwinStatus[] {
  const before = query["max_id"] ? BigInt(query["max_id"]) : undefined;
  const after = query["since_id"] ? BigInt(query["since_id"]) : undefined;
  return statuses
    .filter(
      ({ id }) =>
        (before === undefined || BigInt(id) < before) && (after === undefined || BigInt(id) > after),
    )
    .filter((status) => query["exclude_replies"] !== "true" || !status.inReplyToId)
    .slice(0, Math.min(Number(query["limit"] ?? 20), 40));
}

export function instanceRoutes(world: TwinWorld): Hono<TwinEnv> {
  const routes = new Hono<TwinEnv>();
  // https://docs.joinmastodon.org/methods/instance/#v2
  routes.get("/api/v2/instance", (c) =>
    c.json({
      domain: new URL(world.origin()).host,
      title: `Twin of ${world.software}`,
      version: "4.5.0",
      source_url: "https://github.com/mastodon/mastodon",
      description: "A local emulator of the network's API",
      languages: ["en", "ru"],
      configuration: configuration(world),
      registrations: { enabled: false, approval_required: false, message: null },
      api_versions: { mastodon: 7 },
      rules: [],
    }),
  );
  // https://docs.joinmastodon.org/methods/instance/#v1
  routes.get("/api/v1/instance", (c) =>
    c.json({
      uri: new URL(world.origin()).host,
      title: "Twin",
      version: "4.5.0",
      configuration: configuration(world),
    }),
  );
  // http://nodeinfo.diaspora.software/protocol.html
  routes.get("/.well-known/nodeinfo", (c) => {
    const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
    return c.json({ links: [{ rel, href: `${world.origin()}/nodeinfo/2.0` }] });
  });
  routes.get("/nodeinfo/2.0", (c) =>
    c.json({
      version: "2.0",
      software: { name: world.software, version: "4.5.0" },
      protocols: ["activitypub"],
      services: { inbound: [], outbound: [] },
      usage: { users: { total: world.users.size }, localPosts: world.statuses.size },
      openRegistrations: false,
      metadata: {},
    }),
  );
  return routes;
}

function configuration(world: TwinWorld) {
  const { limits } = world;
  return {
    statuses: {
      max_characters: limits.maxCharacters,
      max_media_attachments: limits.maxMediaAttachments,
      characters_reserved_per_url: limits.charactersReservedPerUrl,
    },
    media_attachments: {
      supported_mime_types: imageTypes,
      image_size_limit: limits.imageSizeLimit,
      image_matrix_limit: 33_177_600,
      description_limit: limits.descriptionLimit,
    },
    polls: {
      max_options: limits.maxPollOptions,
      max_characters_per_option: limits.maxPollOptionCharacters,
      min_expiration: 300,
      max_expiration: 2_629_746,
    },
  };
}
