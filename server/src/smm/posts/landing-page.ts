/** Looks at the page that a post leads to as the networks will that it goes to. */
import { setTimeout as after } from "node:timers/promises";
import { auditPage, type Card, type NetworkId, networkIds, type PageAudit } from "@samovar/audit";
import { isPublicAddress } from "@samovar/http-client";
import { z } from "zod";
import type { Outside } from "#src/smm/channels/index.ts";
import { cardGroups, faultsOf, type LandingFault, unchecked } from "./landing-faults.ts";

/** What a look at the page brought. */
export interface Landing {
  readonly url: string;
  readonly faults: readonly LandingFault[];
  /** As each of the networks would show it; empty where the page could not be read. */
  readonly cards: readonly Card[];
}

const timeBoxMs = 8000;
const freshMs = 5 * 60_000;
/** Who has just mended the page wants to go on. */
const freshWithErrorsMs = 15_000;

/** From the last look, where it is fresh and was for these networks; else looks, for at most eight seconds. */
export async function checkLandingPage(
  outside: Outside,
  url: string,
  networks: readonly NetworkId[],
): Promise<Landing> {
  if (networks.length === 0) return { url, faults: [], cards: [] };
  const known = await findKnown(outside, url, networks);
  if (known) return known;
  const landing = await look(outside, url, networks);
  // What was not to be had in time may be the next time.
  if (landing.faults.some(({ key }) => key === "unchecked")) return landing;
  await keep(outside, landing, networks);
  return landing;
}

async function look(outside: Outside, url: string, networks: readonly NetworkId[]): Promise<Landing> {
  const visitors = outside.openVisitors();
  const timer = new AbortController();
  try {
    const audit = await Promise.race([
      auditPage(url, { visitors, networks, groups: cardGroups, now: outside.now }),
      after(timeBoxMs, undefined, { signal: timer.signal }),
    ]);
    if (!audit) return { url, faults: unchecked(url, networks, timeBoxMs / 1000), cards: [] };
    return { url, faults: faultsOf(audit, { networks, isPrivate: isPrivate(audit) }), cards: audit.cards };
  } finally {
    timer.abort();
    await visitors.close();
  }
}

/** Whether it is on an address by number that only this house's network knows, or on this machine. */
function isPrivate({ url }: Pick<PageAudit, "url">): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  return /^[\d.]+$|:/.test(host)
    ? !isPublicAddress(host)
    : /(^|\.)(localhost|local|internal|test)$/.test(host);
}

const StoredFault = z.object({
  ruleId: z.string(),
  key: z.string(),
  severity: z.enum(["error", "warning"]),
  networks: z.array(z.enum(networkIds)),
  what: z.object({ en: z.string(), ru: z.string() }),
  remedy: z.object({ en: z.string(), ru: z.string() }),
  paste: z.string().optional(),
  repair: z.enum(["tags", "card-image"]).optional(),
});
const StoredCard = z.looseObject({ network: z.enum(networkIds), layout: z.string(), domain: z.string() });
const StoredLanding = z.object({ faults: z.array(StoredFault), cards: z.array(StoredCard) });

/** A card as it was written down. A `Card` is plain data, and only this feature writes it: it is taken at its word. */
export const cardOf = (stored: unknown): Card => StoredCard.parse(stored) as unknown as Card;

async function findKnown(
  outside: Outside,
  url: string,
  networks: readonly NetworkId[],
): Promise<Landing | undefined> {
  const now = outside.now().getTime();
  const row = await outside.transact(({ db }) =>
    db.selectFrom("postLandingPage").selectAll().where("url", "=", url).executeTakeFirst(),
  );
  if (!row || !networks.every((id) => row.networks.includes(id))) return undefined;
  const ageMs = now - row.checkedAt.getTime();
  if (ageMs > (row.hasErrors ? freshWithErrorsMs : freshMs)) return undefined;
  const { faults, cards } = StoredLanding.parse(row.landing);
  return { url, ...among(faults.map(faultOf), networks), cards: cards.map(cardOf) };
}

const faultOf = (stored: z.output<typeof StoredFault>): LandingFault => ({
  ...stored,
  paste: stored.paste,
  repair: stored.repair,
});

/** What was found for more networks than are asked about now. */
function among(all: readonly LandingFault[], asked: readonly NetworkId[]): Pick<Landing, "faults"> {
  const faults = all
    .map((fault) => ({ ...fault, networks: fault.networks.filter((id) => asked.includes(id)) }))
    .filter(({ networks }) => networks.length > 0);
  return { faults };
}

async function keep(
  outside: Outside,
  { url, faults, cards }: Landing,
  networks: readonly NetworkId[],
): Promise<void> {
  const kept = {
    networks: [...networks],
    landing: JSON.stringify({ faults, cards }, (_name, part: unknown) =>
      typeof part === "string" ? part.replaceAll("\0", "").toWellFormed() : part,
    ),
    hasErrors: faults.some(({ severity }) => severity === "error"),
    checkedAt: outside.now(),
  };
  await outside.transact(async ({ db }) => {
    const stale = new Date(outside.now().getTime() - freshMs);
    await db.deleteFrom("postLandingPage").where("checkedAt", "<", stale).execute();
    await db
      .insertInto("postLandingPage")
      .values({ url, ...kept })
      .onConflict((same) => same.columns(["workspaceId", "url"]).doUpdateSet(kept))
      .execute();
  });
}
