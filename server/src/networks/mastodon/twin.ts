/**
 * A local emulator of the network's API, written from its reference; the source stands beside each rule in
 * `twin/`. A request that the reference does not know is answered 501 and kept in `unknown`: it fails the test.
 */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { accountRoutes, instanceRoutes, timelineRoutes } from "./twin/accounts.ts";
import { injectFaults, type TwinEnv, type TwinFault, type TwinFaultRule } from "./twin/faults.ts";
import { mediaRoutes } from "./twin/media.ts";
import { oauthRoutes } from "./twin/oauth.ts";
import { pageRoutes } from "./twin/pages.ts";
import { refuseDeadTokens } from "./twin/request.ts";
import { statusRoutes } from "./twin/statuses.ts";
import {
  secret,
  stockLimits,
  TwinWorld,
  type TwinCard,
  type TwinLimits,
  type TwinStatus,
  type TwinUser,
} from "./twin/world.ts";

export type { TwinFault, TwinStatus, TwinUser };

export interface TwinSettings {
  /** Whether a repeated `Idempotency-Key` answers the first status. Two kin of the network ignore the header. */
  readonly honoursIdempotencyKey: boolean;
  /** The name that NodeInfo tells. */
  readonly software?: string;
  readonly port?: number;
  readonly limits?: Partial<TwinLimits>;
  readonly now?: () => Date;
}

export interface TwinRequest {
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | undefined;
}

/** The running twin, and what tests and the demo do to it. Users are named by their user name. */
export interface Twin extends AsyncDisposable {
  readonly url: string;
  /** Requests that the network's reference does not know. Must stay empty. */
  readonly unknown: readonly string[];
  readonly requests: readonly TwinRequest[];
  addUser(username: string, settings?: { displayName?: string; password?: string }): TwinUser;
  /** An access token as the user would make it under Development → New application. */
  tokenFor(username: string, scopes?: readonly string[]): string;
  statuses(username?: string): readonly TwinStatus[];
  post(username: string, text: string): TwinStatus;
  reply(username: string, statusId: string, text: string): TwinStatus;
  favourite(username: string, statusId: string): void;
  reblog(username: string, statusId: string): void;
  follow(follower: string, followed: string): void;
  /**
   * The card that a server makes of the status's page, some time after it: `LinkCrawlWorker` in
   * https://github.com/mastodon/mastodon/blob/main/app/workers/link_crawl_worker.rb
   */
  showCard(statusId: string, card: TwinCard): void;
  /** The fault befalls the next request that matches `METHOD /path`, a path's `:id` being any. */
  inject(request: string, fault: TwinFault, times?: number): void;
  /** Uploads from now on answer 202, then 206 so many times. */
  slowMedia(polls: number): void;
  /** All tokens given out so far stop working. */
  expireTokens(): void;
  close(): Promise<void>;
}

export async function startMastodonTwin(settings: TwinSettings): Promise<Twin> {
  const address = { origin: "" };
  const world = new TwinWorld({
    origin: () => address.origin,
    limits: { ...stockLimits, ...settings.limits },
    software: settings.software ?? (settings.honoursIdempotencyKey ? "mastodon" : "gotosocial"),
    honoursIdempotencyKey: settings.honoursIdempotencyKey,
    now: settings.now ?? (() => new Date()),
  });
  world.addUser("demo", { displayName: "Demo", password: "demo" });
  const rules: TwinFaultRule[] = [];
  const unknown: string[] = [];
  const requests: TwinRequest[] = [];
  const app = buildApp(world, { rules, unknown, requests });
  const stop = await new Promise<() => Promise<void>>((resolve) => {
    const server = serve(
      { fetch: app.fetch, port: settings.port ?? 0, hostname: "127.0.0.1" },
      ({ port }) => {
        address.origin = `http://127.0.0.1:${port}`;
        resolve(async () => {
          if ("closeAllConnections" in server) server.closeAllConnections();
          await new Promise((closed) => server.close(closed));
        });
      },
    );
  });
  return {
    url: address.origin,
    unknown,
    requests,
    ...controls(world, rules),
    close: stop,
    [Symbol.asyncDispose]: stop,
  };
}

interface Records {
  readonly rules: TwinFaultRule[];
  readonly unknown: string[];
  readonly requests: TwinRequest[];
}

function buildApp(world: TwinWorld, { rules, unknown, requests }: Records): Hono<TwinEnv> {
  const app = new Hono<TwinEnv>();
  app.use(async (c, next) => {
    requests.push({
      method: c.req.method,
      path: c.req.path,
      idempotencyKey: c.req.header("idempotency-key"),
    });
    await next();
  });
  app.use(injectFaults(rules));
  app.use("/api/*", refuseDeadTokens(world));
  app.route("/api/v1/statuses", statusRoutes(world));
  app.route("/api/v1/accounts", accountRoutes(world));
  app.route("/api/v1/timelines", timelineRoutes(world));
  app.route("/", mediaRoutes(world));
  app.route("/", instanceRoutes(world));
  app.route("/", oauthRoutes(world));
  app.route("/", pageRoutes(world));
  app.notFound((c) => {
    unknown.push(`${c.req.method} ${c.req.path}`);
    return c.json({ error: `The twin does not know ${c.req.method} ${c.req.path}` }, 501);
  });
  return app;
}

function controls(world: TwinWorld, rules: TwinFaultRule[]) {
  const user = (username: string): TwinUser => world.addUser(username);
  const status = (id: string): TwinStatus => {
    const found = world.statuses.get(id);
    if (!found) throw new Error(`The twin has no status ${id}`);
    return found;
  };
  return {
    addUser: (username: string, settings?: { displayName?: string; password?: string }) =>
      world.addUser(username, settings),
    tokenFor: (username: string, scopes: readonly string[] = ["read", "write", "follow"]) =>
      world.addToken(secret(), { userId: user(username).id, scopes }).token,
    statuses: (username?: string) =>
      [...world.statuses.values()].filter(
        (each) => username === undefined || each.accountId === user(username).id,
      ),
    post: (username: string, text: string) => world.addStatus(user(username).id, { text }),
    reply: (username: string, statusId: string, text: string) =>
      world.addStatus(user(username).id, { text, inReplyToId: status(statusId).id }),
    favourite: (username: string, statusId: string) =>
      void status(statusId).favouritedBy.add(user(username).id),
    reblog: (username: string, statusId: string) => void status(statusId).rebloggedBy.add(user(username).id),
    follow: (follower: string, followed: string) => void user(followed).followers.add(user(follower).id),
    showCard: (statusId: string, card: TwinCard) => {
      status(statusId).card = card;
    },
    inject: (request: string, fault: TwinFault, times = 1) => {
      const [method = "", path = ""] = request.split(" ");
      const pattern = path.split("/").map((part) => (part.startsWith(":") ? "[^/]+" : RegExp.escape(part)));
      rules.push({ method, path: new RegExp(`^${pattern.join("/")}$`), fault, times });
    },
    slowMedia: (polls: number) => {
      world.slowMediaPolls = polls;
    },
    expireTokens: () => {
      for (const token of world.tokens.values()) token.revoked = true;
    },
  };
}
