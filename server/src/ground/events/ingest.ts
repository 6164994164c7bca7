import type { Context } from "hono";
import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import type { EventLog } from "./event-log.ts";
import { type Circumstances, eventRow } from "./event-row.ts";
import { reasonOf } from "./reason.ts";
import { Batch, maxBatchBytes, pageKinds, type Reason } from "./schema.ts";
import { createUserAgentReader } from "./user-agent.ts";
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
  /** Where the request came from, forwarding headers judged: see `createClientAddress`. */
  readonly addressOf: (context: Context) => string | undefined;
  readonly visitors: Pick<VisitorHasher, "hashVisitor">;
  readonly now: () => Date;
}

const siteTtlMs = 60_000;
const noSiteTtlMs = 2_000;

/**
 * `POST /e`: takes a batch from a page or a server, and answers 202 once it would survive a crash. A batch is taken
 * whole or refused whole. Bodies are read as text whatever their type says, so that pages need no preflight.
 */
export function createIngest(deps: IngestDeps): (context: Context) => Promise<Response> {
  const findSite = cachedSites(deps.findSite);
  const readAgent = createUserAgentReader();

  return async (context) => {
    const header = (name: string) => context.req.header(name);
    // On refusals too: a script that could not read the answer would send the same bad batch again.
    context.header("access-control-allow-origin", header("origin") ?? "*");
    if (context.req.method === "OPTIONS") return preflight(context);

    const batch = parseBatch(await readBody(context));
    const site = await findSite(batch.site);
    if (!site) {
      throw new Problem("forbidden", say`No site has the key "${batch.site}"`, {
        hint: say`Copy the embed line from the site's page in Samovar`,
      });
    }
    const isTrusted = await checkSender(deps, {
      site,
      batch,
      authorization: header("authorization"),
      origin: header("origin"),
    });

    const now = deps.now();
    const userAgent = header("user-agent") ?? "";
    const agent = readAgent(userAgent);
    const reason: Reason = batch.own
      ? "own"
      : isTrusted
        ? "human"
        : reasonOf({ method: "POST", header }, agent);
    const known: Circumstances = {
      workspace_id: site.workspaceId,
      site_id: site.id,
      reason,
      ...(agent.robot !== "" && { robot: agent.robot }),
      ...(await visitorOf(deps, { site, batch, isTrusted, userAgent, context, now })),
      ...(isTrusted ? { trusted: 1 } : { device: agent.device, browser: agent.browser, os: agent.os }),
      language: languageOf(header("accept-language")),
    };
    await deps.log.append(batch.events.map((event) => eventRow(event, known, now)));
    return context.json({ accepted: batch.events.length }, 202);
  };
}

function preflight(context: Context): Response {
  context.header("access-control-allow-methods", "POST");
  context.header("access-control-allow-headers", "content-type");
  context.header("access-control-max-age", "86400");
  return context.body(null, 204);
}

async function readBody(context: Context): Promise<string> {
  const announced = Number(context.req.header("content-length") ?? 0);
  const text = announced > maxBatchBytes ? undefined : await context.req.text();
  if (text !== undefined && Buffer.byteLength(text) <= maxBatchBytes) return text;
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
    if (new URL(event.url).origin !== origin) {
      throw new Problem("invalid", say`The event's url ${event.url} is no page of ${origin}, which sent it`);
    }
  }
}

interface Seen {
  readonly site: EventSite;
  readonly batch: Batch;
  readonly isTrusted: boolean;
  readonly userAgent: string;
  readonly context: Context;
  readonly now: Date;
}

/** A server's own address and user agent say nothing of the visitor: without a lasting id it names none. */
async function visitorOf(deps: IngestDeps, seen: Seen): Promise<Partial<Circumstances>> {
  const { site, batch } = seen;
  if (batch.visitor !== undefined) return { visitor: hashKnownVisitor(site.id, batch.visitor), consented: 1 };
  if (seen.isTrusted) return {};
  const visitor = await deps.visitors.hashVisitor({
    siteId: site.id,
    address: deps.addressOf(seen.context) ?? "",
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
