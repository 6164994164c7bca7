import { z } from "zod";
import { StoreInstant } from "../ask-store.ts";
import { noId } from "../filter.ts";

/** Columns of `visit` that make a row of the drill-down. */
export const visitColumns = `
  site_id as siteId, began as beganAt, ended as endedAt, toString(visitor) as visitor, consented, source_kind as sourceKind,
  source, network, campaign, link_id as linkId, publication_id as publicationId, generation, entry_page as entryPage,
  exit_page as exitPage, views, visible_ms as visibleMs, is_read as isRead, is_bounce as isBounce, country, device,
  browser, language, shares + reactions + comments + searches + subscriptions + goals as actions`;

const known = (id: string) => (id === noId ? null : id);
const flag = z.number().transform(Boolean);
const id = z.string().transform(known);

export const StoredVisit = z
  .object({
    siteId: z.string(),
    beganAt: StoreInstant,
    endedAt: StoreInstant,
    visitor: z.string(),
    consented: flag,
    sourceKind: z.string(),
    source: z.string(),
    network: z.string(),
    campaign: z.string(),
    linkId: id,
    publicationId: id,
    generation: z.number(),
    entryPage: z.string(),
    exitPage: z.string(),
    views: z.number(),
    visibleMs: z.coerce.number(),
    isRead: flag,
    isBounce: flag,
    country: z.string(),
    device: z.string(),
    browser: z.string(),
    language: z.string(),
    actions: z.number(),
  })
  .transform(({ consented, generation, visibleMs, ...row }) => ({
    id: visitIdOf(row.beganAt, row.visitor),
    ...row,
    isKnown: consented,
    generation: generation === 0 ? null : generation - 1,
    visibleSeconds: Math.round(visibleMs / 1000),
  }));
export type StoredVisit = z.output<typeof StoredVisit>;

/**
 * A visit's id says which one it is: a UUID of version 8 (RFC 9562) that holds the millisecond of its beginning and
 * its visitor's number, so that ids sort by time and none has to be stored.
 */
export function visitIdOf(beganAt: Date, visitor: string): string {
  const time = beganAt.getTime().toString(16).padStart(12, "0");
  const who = BigInt(visitor).toString(16).padStart(18, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-8${who.slice(0, 3)}-8${who.slice(3, 6)}-${who.slice(6)}`;
}

/** What an id says. Undefined where it is no visit's. */
export function readVisitId(
  visitId: string,
): { readonly beganAt: Date; readonly visitor: string } | undefined {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{12})$/.exec(visitId);
  if (!found) return undefined;
  const [, high = "", low = "", ...who] = found;
  const visitor = BigInt(`0x${who.join("")}`);
  return visitor < 1n << 64n
    ? { beganAt: new Date(Number.parseInt(high + low, 16)), visitor: visitor.toString() }
    : undefined;
}
