import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import type { Answer, Asked, Door } from "./door.ts";
import { EventId } from "./event-id.ts";
import type { EventLog } from "./event-log.ts";
import { type Circumstances, eventRow } from "./event-row.ts";
import { readPlainBatch } from "./plain-batch.ts";
import { reasonOf } from "./reason.ts";
import { Batch, maxBatchBytes, pageKinds, type Reason } from "./schema.ts";
import type { FindLearned } from "./source-of.ts";
import { createUserAgentReader, type UserAgent } from "./user-agent.ts";
import { hashKnownVisitor, type VisitorHasher } from "./visitor.ts";

/** A site as the event endpoint knows it. */
export interface EventSite {
  readonly id: string;
  readonly workspaceId: string;
  /** Schemes and hosts whose pages may speak for the site. */
  readonly origins: readonly string[];
}

export interface IngestDeps {
  readonly log: Pick<EventLog, "append">;
  readonly findSite: (key: string) => Promise<EventSite | undefined>;
  /** The workspace that an `Authorization` header's API key may write events of. */
  readonly findServer: (authorization: string) => Promise<{ readonly workspaceId: string } | undefined>;
  readonly visitors: Pick<VisitorHasher, "hashVisitor">;
  readonly now: () => Date;
  /** ISO 3166-1 alpha-2 by what a trusted proxy or a local database tells; empty: unknown. */
  readonly countryOf?: (asked: Asked) => string;
  readonly findLearned?: FindLearned | undefined;
}

const siteTtlMs = 60_000;
const noSiteTtlMs = 2_000;

/**
 * `POST /e`: takes a batch from a page or a server, and answers 202 once it would survive a crash. A batch is taken
 * whole or refused whole. Bodies are read as text whatever their type says, so that pages need no preflight.
 */
export function createIngest(deps: IngestDeps): Door {
  const findSite = cachedSites(deps.findSite);
  const readAgent = createUserAgentReader();

  async function take(asked: Asked): Promise<Answer> {
    const batch = parseBatch(await readBody(asked));
    const site = await findSite(batch.site);
    if (!site) {
      throw new Problem("forbidden", say`No site has the key "${batch.site}"`, {
        hint: say`Copy the embed line from the site's page in Samovar`,
      });
    }
    const authorization = asked.header("authorization");
    const sender = { site, batch, authorization, origin: asked.header("origin") };
    const isTrusted = await checkSender(deps, sender);
    const now = deps.now();
    const userAgent = asked.header("user-agent") ?? "";
    const agent = readAgent(userAgent);
    const country = deps.countryOf?.(asked) ?? "";
    const known: Circumstances = {
      workspace_id: site.workspaceId,
      site_id: site.id,
      reason: whyOf(asked, { batch, isTrusted, agent }),
      ...(agent.robot !== "" && { robot: agent.robot }),
      ...(await visitorOf(deps, { site, batch, isTrusted, userAgent, address: asked.address, now })),
      ...(isTrusted
        ? { trusted: 1 }
        : { device: agent.device, browser: agent.browser, os: agent.os, ...(country && { country }) }),
      language: languageOf(asked.header("accept-language")),
    };
    const arriving = { at: now, inApp: isTrusted ? "" : agent.inApp, findLearned: deps.findLearned };
    await deps.log.append(
      batch.events.map((event) =>
        event.kind === "fetch"
          ? eventRow(withArrival(event), { ...known, ...fetcherOf(readAgent(event.userAgent)) }, arriving)
          : eventRow(event, known, arriving),
      ),
    );
    return {
      status: 202,
      headers: { "content-type": "application/json", "access-control-allow-origin": allowed(asked) },
      body: `{"accepted":${batch.events.length}}`,
    };
  }

  return {
    open: async (asked) => (asked.method === "OPTIONS" ? preflight(asked) : take(asked)),
    // A script that could not read the refusal would send the same bad batch again.
    refusalHeaders: (asked) => ({ "access-control-allow-origin": allowed(asked) }),
  };
}

/** A robot that fetched a share's own address was probably sent there by a post or message with it. */
function withArrival<Event extends Batch["events"][number]>(event: Event): Event {
  const s = event.s ?? new URL(event.url).searchParams.get("smv") ?? "";
  return EventId.safeParse(s).success ? { ...event, s } : event;
}

function fetcherOf(agent: UserAgent): Partial<Circumstances> {
  const { reason, robot, device, browser, os } = agent;
  return { reason, robot, device, browser, os };
}

const allowed = (asked: Pick<Asked, "header">) => asked.header("origin") ?? "*";

function preflight(asked: Asked): Answer {
  return {
    status: 204,
    headers: {
      "access-control-allow-origin": allowed(asked),
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "86400",
    },
    body: "",
  };
}

async function readBody(asked: Asked): Promise<string> {
  const text = await asked.readText(maxBatchBytes);
  if (text !== undefined) return text;
  throw new Problem("too_large", say`The batch is larger than ${maxBatchBytes} bytes`, {
    hint: say`Send it in parts`,
  });
}

function parseBatch(text: string): Batch {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Problem("invalid", say`The body is no JSON`, {
      hint: say`Send {"site": …, "events": […]}`,
      cause,
    });
  }
  return readPlainBatch(json) ?? parseAny(json);
}

function parseAny(json: unknown): Batch {
  const parsed = Batch.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const [first] = fields;
  throw new Problem(
    "invalid",
    say`${first?.path || "The batch"}: ${first?.message ?? z.prettifyError(parsed.error)}`,
    {
      hint: say`Nothing of the batch was taken; see /api/docs for what an event holds`,
      fields,
    },
  );
}

function whyOf(
  asked: Asked,
  {
    batch,
    isTrusted,
    agent,
  }: {
    readonly batch: Batch;
    readonly isTrusted: boolean;
    readonly agent: Parameters<typeof reasonOf>[1];
  },
): Reason {
  if (batch.own) return "own";
  return isTrusted ? "human" : reasonOf({ method: "POST", header: asked.header }, agent);
}

interface Sender {
  readonly site: EventSite;
  readonly batch: Batch;
  readonly authorization: string | undefined;
  readonly origin: string | undefined;
}

/** A server proves itself by its key, a page by the origin that the browser states. Tells whether it was a server. */
async function checkSender(deps: IngestDeps, sender: Sender): Promise<boolean> {
  if (sender.authorization === undefined) {
    checkPage(sender);
    return false;
  }
  const server = await deps.findServer(sender.authorization);
  if (server?.workspaceId === sender.site.workspaceId) return true;
  throw new Problem("unauthenticated", say`The key in Authorization may not write events of this site`, {
    hint: say`Make an API key in the site's own workspace, and send it as \`Authorization: Bearer …\``,
  });
}

function checkPage({ site, batch, origin }: Sender): void {
  if (origin === undefined || !site.origins.includes(origin)) {
    throw new Problem("forbidden", say`Pages of ${origin ?? "an unnamed origin"} don't speak for this site`, {
      hint: say`Register that origin with the site (it has ${site.origins.join(", ")}), or send an API key from a server`,
    });
  }
  for (const event of batch.events) {
    if (!pageKinds.has(event.kind)) {
      throw new Problem("forbidden", say`A page can't say that a ${event.kind} happened`, {
        hint: say`Send it from a server with an API key`,
      });
    }
    if (event.kind === "goal" && (event.value ?? 0) < 0) {
      throw new Problem("invalid", say`A page can't take money back: the value is ${event.value}`, {
        hint: say`Send refunds from a server with an API key`,
      });
    }
    if (!isPageOf(origin, event.url)) {
      throw new Problem("invalid", say`The event's url ${event.url} is no page of ${origin}, which sent it`);
    }
  }
}

/** An origin never ends in a slash, so what goes on with one after it is a page of it; the rest is parsed. */
function isPageOf(origin: string, url: string): boolean {
  return url.startsWith(`${origin}/`) || new URL(url).origin === origin;
}

interface Seen {
  readonly site: EventSite;
  readonly batch: Batch;
  readonly isTrusted: boolean;
  readonly userAgent: string;
  readonly address: string | undefined;
  readonly now: Date;
}

/** A server's own address and user agent say nothing of the visitor: without a lasting id it names none. */
async function visitorOf(deps: IngestDeps, seen: Seen): Promise<Partial<Circumstances>> {
  const { site, batch } = seen;
  if (batch.visitor !== undefined) return { visitor: hashKnownVisitor(site.id, batch.visitor), consented: 1 };
  if (seen.isTrusted) return {};
  const visitor = await deps.visitors.hashVisitor({
    siteId: site.id,
    address: seen.address ?? "",
    userAgent: seen.userAgent,
    visitBeganAt: new Date(seen.now.getTime() - batch.visitAge),
  });
  return { visitor };
}

export function languageOf(acceptLanguage: string | undefined): string {
  return /^[a-z]{2,3}(?=$|[-,;])/i.exec(acceptLanguage ?? "")?.[0].toLowerCase() ?? "";
}

/** A site that was registered a moment ago must be found soon, so its absence is remembered for a moment only. */
function cachedSites(findSite: IngestDeps["findSite"]): IngestDeps["findSite"] {
  const known = new TtlCache<Promise<EventSite | undefined>>({ maxEntries: 10_000 });
  return (key) => {
    const before = known.get(key);
    if (before) return before;
    const asked = findSite(key);
    known.set(key, asked, siteTtlMs);
    asked.then(
      (site) => !site && known.set(key, asked, noSiteTtlMs),
      () => known.delete(key),
    );
    return asked;
  };
}
