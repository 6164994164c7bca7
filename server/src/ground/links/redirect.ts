import type { Context } from "hono";
import {
  createUserAgentReader,
  type EventLog,
  type EventLogger,
  eventRow,
  type EventRow,
  languageOf,
  mintEventId,
  type Reason,
  reasonOf,
  type VisitorHasher,
} from "#src/ground/events/index.ts";
import type { FindLink, LinkTarget } from "./link-finder.ts";
import { missingPage } from "./missing-page.ts";
import { Slug } from "./schema.ts";

export interface RedirectDeps {
  readonly findLink: FindLink;
  readonly log: Pick<EventLog, "append">;
  readonly addressOf: (context: Context) => string | undefined;
  readonly visitors: Pick<VisitorHasher, "hashVisitor">;
  readonly now: () => Date;
  readonly logger: EventLogger;
}

/**
 * `GET /l/:slug` (and HEAD): leads on at once, and records the click afterwards. People get the click's id in the
 * query, by which the visit finds its click; robots get the page's own clean address, so that no network's card
 * carries an id that others would then share.
 */
export function createRedirect(deps: RedirectDeps): (context: Context) => Promise<Response> {
  const readAgent = createUserAgentReader();

  return async (context) => {
    const slug = (context.req.param("slug") ?? "").toLowerCase();
    const link = Slug.safeParse(slug).success ? await deps.findLink(slug) : undefined;
    if (!link) return missing(context);

    const header = (name: string) => context.req.header(name);
    const agent = readAgent(header("user-agent") ?? "");
    const reason = reasonOf({ method: context.req.method, header }, agent);
    const click = { id: mintEventId(deps.now()), link, reason, agent };
    void recordClick(deps, context, click).catch((cause: unknown) =>
      deps.logger.error({ err: cause, linkId: link.id }, "A click was not recorded"),
    );
    return leadOn(context, reason === "human" ? withArrival(link.url, click.id) : link.url);
  };
}

function leadOn(context: Context, url: string): Response {
  // Each click has an id of its own, so no cache may answer in our place.
  context.header("cache-control", "private, no-store");
  // The site sees the network's host, as it would without us, and never which page or profile of the network: a
  // redirect's policy can only narrow what the browser was willing to tell.
  context.header("referrer-policy", "strict-origin-when-cross-origin");
  context.header("x-robots-tag", "noindex");
  return context.redirect(url, 302);
}

/** Adds the id to the query; what is there, and the fragment, stays byte for byte. */
export function withArrival(url: string, id: string): string {
  const hashAt = url.indexOf("#");
  const page = hashAt < 0 ? url : url.slice(0, hashAt);
  const fragment = hashAt < 0 ? "" : url.slice(hashAt);
  const joint = page.includes("?") ? (/[?&]$/.test(page) ? "" : "&") : "?";
  return `${page}${joint}smv=${id}${fragment}`;
}

interface Click {
  readonly id: string;
  readonly link: LinkTarget;
  readonly reason: Reason;
  readonly agent: ReturnType<ReturnType<typeof createUserAgentReader>>;
}

async function recordClick(deps: RedirectDeps, context: Context, click: Click): Promise<void> {
  // Read from the request before anything is awaited: afterwards it may be gone.
  const address = deps.addressOf(context) ?? "";
  const userAgent = context.req.header("user-agent") ?? "";
  const referrer = context.req.header("referer")?.slice(0, 2048);
  const language = languageOf(context.req.header("accept-language"));
  const now = deps.now();
  const { link } = click;
  // A link to no site of ours has visitors of its own: hashes of different links must not be compared.
  const siteId = link.siteId ?? link.id;
  const visitor = await deps.visitors.hashVisitor({ siteId, address, userAgent, visitBeganAt: now });
  await deps.log.append([clickRow(click, { visitor, language, referrer, now })]);
}

interface Seen {
  readonly visitor: string;
  readonly language: string;
  readonly referrer: string | undefined;
  readonly now: Date;
}

function clickRow(click: Click, seen: Seen): EventRow {
  const { link, agent } = click;
  return eventRow(
    {
      kind: "click",
      id: click.id,
      v: 1,
      age: 0,
      url: link.url,
      referrer: seen.referrer,
      linkId: link.id,
      publicationId: link.publicationId ?? undefined,
    },
    {
      workspace_id: link.workspaceId,
      site_id: link.siteId ?? undefined,
      reason: click.reason,
      robot: agent.robot,
      visitor: seen.visitor,
      device: agent.device,
      browser: agent.browser,
      os: agent.os,
      language: seen.language,
      trusted: 1,
    },
    seen.now,
  );
}

function missing(context: Context): Response | Promise<Response> {
  context.header("cache-control", "no-store");
  context.header("x-robots-tag", "noindex");
  context.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
  const language = /^\s*ru\b/i.test(context.req.header("accept-language") ?? "") ? "ru" : "en";
  return context.html(missingPage(language), 404);
}
