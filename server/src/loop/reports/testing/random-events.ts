import { v7 as uuidv7 } from "uuid";
import { type EventKind, mintEventId } from "#src/ground/events/index.ts";

/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A row of the event table with nothing left out that reports read. */
export interface WholeEvent {
  readonly workspace_id: string;
  readonly site_id: string;
  readonly kind: EventKind;
  readonly id: string;
  readonly revision: number;
  readonly at: string;
  readonly received_at: string;
  readonly reason: string;
  readonly visitor: string;
  readonly consented: number;
  readonly trusted: number;
  readonly s: string;
  readonly parent: string;
  readonly page_path: string;
  readonly visible_ms: number;
  readonly scroll_percent: number;
  readonly name: string;
  readonly value: number;
  readonly currency: string;
  readonly network: string;
  readonly device: string;
  readonly link_id: string;
  readonly publication_id: string;
  readonly source: string;
  readonly source_kind: string;
  readonly utm_campaign: string;
  readonly country: string;
  readonly order_id: string;
}

export const noId = "00000000-0000-0000-0000-000000000000";
export const storeTime = (ms: number) => new Date(ms).toISOString().slice(0, 23).replace("T", " ");

export interface World {
  readonly workspaceId: string;
  readonly siteIds: readonly string[];
  readonly linkIds: readonly string[];
  readonly beginsAt: number;
  readonly days: number;
  readonly visitors: number;
}

export const newWorld = (): World => ({
  workspaceId: uuidv7(),
  siteIds: [uuidv7(), uuidv7()],
  linkIds: [uuidv7(), uuidv7()],
  beginsAt: Date.parse("2026-03-27T20:00:00Z"),
  days: 4,
  visitors: 24,
});

/** An event with every field at rest. */
export function plainEvent(world: World, kind: EventKind, at: number): WholeEvent {
  return {
    workspace_id: world.workspaceId,
    site_id: world.siteIds[0] ?? noId,
    kind,
    id: mintEventId(new Date(at)),
    revision: 1000,
    at: storeTime(at),
    received_at: storeTime(at).slice(0, 19),
    reason: "human",
    visitor: "1",
    consented: 0,
    trusted: 0,
    s: "",
    parent: "",
    page_path: "/",
    visible_ms: 0,
    scroll_percent: 0,
    name: "",
    value: 0,
    currency: "",
    network: "",
    device: "desktop",
    link_id: noId,
    publication_id: noId,
    source: "",
    source_kind: "",
    utm_campaign: "",
    country: "",
    order_id: "",
  };
}

const kinds: readonly EventKind[] = [
  "view",
  "view",
  "view",
  "view",
  "engage",
  "engage",
  "engage",
  "click",
  "share",
  "react",
  "comment",
  "goal",
  "custom",
  "search",
  "subscribe",
];
const sources = [
  ["search", "Google"],
  ["network", "VK"],
  ["messenger", "Telegram"],
  ["referral", "blog.example"],
  ["direct", ""],
  ["direct-in-app", "Instagram"],
  ["campaign", "partner"],
  ["internal", ""],
  ["direct-known", ""],
] as const;

/**
 * Streams that no site would send: few visitors, so that visits touch, bridge and split; ids of clicks, shares, other
 * sites and nobody; robots; engagements that are told again later; everything sent twice now and then.
 */
// oxlint-disable-next-line eslint/complexity, eslint/max-lines-per-function -- one draw after another, in the order that fixes the stream for its seed
export function randomEvents(world: World, count: number, random: () => number): WholeEvent[] {
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const spanMs = world.days * 86_400_000;
  const made: WholeEvent[] = [];
  const tokens: WholeEvent[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = pick(kinds, "view");
    // Squared: most of it lies close together.
    const at = world.beginsAt + Math.floor(random() ** 2 * spanMs);
    const visitor = 1 + Math.floor(random() * world.visitors);
    const [sourceKind, source] = pick(sources, ["direct", ""] as const);
    const arrival =
      random() < 0.35
        ? (pick(tokens, undefined)?.id ?? "")
        : random() < 0.05
          ? mintEventId(new Date(at))
          : "";
    const view = pick(
      made.filter((event) => event.kind === "view"),
      undefined,
    );
    const isClick = kind === "click";
    const viewedAt = view && Date.parse(`${view.at.replace(" ", "T")}Z`);
    // A page is left soon, or looked at again hours later; never before it was seen.
    const spread = random() < 0.8 ? 1_500_000 : 70_000_000;
    const near = kind === "engage" && viewedAt ? viewedAt + Math.floor(random() * spread) : at;
    const event: WholeEvent = {
      ...plainEvent(world, kind, near),
      id: kind === "engage" && view ? view.id : mintEventId(new Date(at)),
      site_id: kind === "engage" && view ? view.site_id : pick(world.siteIds, noId),
      visitor: kind === "engage" && view ? view.visitor : String(visitor),
      consented: visitor % 3 === 0 ? 1 : 0,
      reason: random() < 0.06 ? "crawler" : "human",
      s: isClick ? "" : arrival,
      parent: kind === "share" ? arrival : "",
      page_path: kind === "engage" && view ? view.page_path : pick(["/", "/tea", "/cups", "/honey"], "/"),
      // It only grows while the page is open, so the last report of a view is the one with the most.
      visible_ms: kind === "engage" ? Math.floor((viewedAt ? near - viewedAt : 0) / 80) : 0,
      revision: kind === "engage" ? 0 : 1000,
      scroll_percent: kind === "engage" ? Math.floor(random() * 101) : 0,
      name:
        kind === "custom"
          ? pick(["list.shown", "list.clicked"], "list.shown")
          : kind === "goal"
            ? "order"
            : "",
      value: kind === "goal" ? Math.floor(random() * 100) : 0,
      currency: kind === "goal" ? pick(["EUR", "RUB"], "EUR") : "",
      order_id: kind === "goal" ? pick(["", "a", "b"], "") : "",
      trusted: kind === "goal" && random() < 0.4 ? 1 : 0,
      network: kind === "share" ? pick(["telegram", "copy"], "copy") : "",
      device: pick(["mobile", "desktop"], "desktop"),
      country: pick(["RU", "DE", ""], ""),
      link_id: isClick ? pick(world.linkIds, noId) : noId,
      publication_id: isClick ? pick(world.linkIds, noId) : noId,
      source: kind === "view" || isClick ? source : "",
      source_kind: kind === "view" || isClick ? sourceKind : "",
      utm_campaign: sourceKind === "campaign" ? "spring" : "",
    };
    const told = kind === "engage" ? { ...event, revision: event.visible_ms } : event;
    made.push(told);
    if (kind === "share" || isClick) tokens.push(told);
  }
  const again = made.filter(() => random() < 0.08);
  return [...made, ...again];
}
