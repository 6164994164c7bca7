import {
  type Answer,
  type Asked,
  createUserAgentReader,
  type Door,
  type EventLog,
  type EventLogger,
  type FindLearned,
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

export interface RedirectDeps {
  readonly findLink: FindLink;
  readonly log: Pick<EventLog, "append">;
  readonly visitors: Pick<VisitorHasher, "hashVisitor">;
  readonly now: () => Date;
  readonly logger: EventLogger;
  /** As at the events' own door. */
  readonly countryOf?: (asked: Asked) => string;
  readonly findLearned?: FindLearned | undefined;
}

/**
 * `GET /l/:slug` (and HEAD): leads on at once, and records the click afterwards. People get the click's id in the
 * query, by which the visit finds its click; robots get the page's own clean address, so that no network's card
 * carries an id that others would then share.
 */
export function createRedirect(deps: RedirectDeps): Door {
  const readAgent = createUserAgentReader();

  return {
    async open(asked) {
      const slug = asked.slug.toLowerCase();
      const link = plainSlug.test(slug) ? await deps.findLink(slug) : undefined;
      if (!link) return missing(asked);
      const agent = readAgent(asked.header("user-agent") ?? "");
      const reason = reasonOf(asked, agent);
      const click = { id: mintEventId(deps.now()), link, reason, agent };
      void recordClick(deps, asked, click).catch((cause: unknown) =>
        deps.logger.error({ err: cause, linkId: link.id }, "A click was not recorded"),
      );
      return leadOn(reason === "human" ? withArrival(link.url, click.id) : link.url);
    },
  };
}

/** As `Slug` says it, without the schema's cost. */
const plainSlug = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;

function leadOn(url: string): Answer {
  return {
    status: 302,
    headers: {
      location: url,
      // Each click has an id of its own, so no cache may answer in our place.
      "cache-control": "private, no-store",
      // The site sees the network's host, as it would without us, and never which page or profile of the network: a
      // redirect's policy can only narrow what the browser was willing to tell.
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-robots-tag": "noindex",
    },
    body: "",
  };
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

async function recordClick(deps: RedirectDeps, asked: Asked, click: Click): Promise<void> {
  // Read from the request before anything is awaited: afterwards it may be gone.
  const address = asked.address ?? "";
  const userAgent = asked.header("user-agent") ?? "";
  const referrer = asked.header("referer")?.slice(0, 2048);
  const language = languageOf(asked.header("accept-language"));
  const country = deps.countryOf?.(asked) ?? "";
  const now = deps.now();
  const { link } = click;
  // A link to no site of ours has visitors of its own: hashes of different links must not be compared.
  const siteId = link.siteId ?? link.id;
  const visitor = await deps.visitors.hashVisitor({ siteId, address, userAgent, visitBeganAt: now });
  await deps.log.append([
    clickRow(click, { visitor, language, country, referrer, now, findLearned: deps.findLearned }),
  ]);
}

interface Seen {
  readonly visitor: string;
  readonly language: string;
  readonly country: string;
  readonly findLearned: RedirectDeps["findLearned"];
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
      ...(seen.country && { country: seen.country }),
      trusted: 1,
    },
    { at: seen.now, inApp: agent.inApp, findLearned: seen.findLearned },
  );
}

async function missing(asked: Asked): Promise<Answer> {
  const language = /^\s*ru\b/i.test(asked.header("accept-language") ?? "") ? "ru" : "en";
  return {
    status: 404,
    headers: {
      "content-type": "text/html; charset=UTF-8",
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    },
    body: (await missingPage(language)).toString(),
  };
}
