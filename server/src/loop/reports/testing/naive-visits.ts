import { noId, type WholeEvent } from "./random-events.ts";

/** A visit as a person with paper and pencil would write it down, by the definitions and nothing else. */
export interface NaiveVisit {
  readonly siteId: string;
  readonly visitor: string;
  readonly began: string;
  readonly ended: string;
  readonly isKnown: boolean;
  readonly s: string;
  readonly linkId: string;
  readonly generation: number;
  readonly sourceKind: string;
  readonly source: string;
  readonly network: string;
  readonly pages: readonly string[];
  readonly readPages: readonly string[];
  readonly views: number;
  readonly visibleMs: number;
  readonly isRead: boolean;
  readonly isBounce: boolean;
  readonly shares: number;
  readonly goals: number;
  readonly money: readonly string[];
  readonly device: string;
  readonly country: string;
}

const gapMs = 30 * 60_000;
const instant = (event: WholeEvent) => Date.parse(`${event.at.replace(" ", "T")}Z`);
const text = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** Of copies of one event the one with the greatest revision. */
export function onceEach(events: readonly WholeEvent[]): WholeEvent[] {
  const best = new Map<string, WholeEvent>();
  for (const event of events) {
    const key = `${event.site_id} ${event.kind} ${event.id}`;
    const known = best.get(key);
    if (!known || event.revision >= known.revision) best.set(key, event);
  }
  return [...best.values()];
}

export interface NaiveToken {
  readonly event: WholeEvent;
  readonly root: string;
  readonly linkId: string;
  readonly generation: number;
  readonly network: string;
}

/** What each click's and share's id goes back to, by walking up its parents. */
export function naiveTokens(events: readonly WholeEvent[]): ReadonlyMap<string, NaiveToken> {
  const made = new Map(
    events
      .filter((event) => event.reason === "human" && (event.kind === "click" || event.kind === "share"))
      .map((event) => [event.id, event]),
  );
  const tokens = new Map<string, NaiveToken>();
  const resolve = (event: WholeEvent): NaiveToken => {
    const known = tokens.get(event.id);
    if (known) return known;
    const above = event.kind === "share" ? made.get(event.parent) : undefined;
    const parent = above && above.site_id === event.site_id ? resolve(above) : undefined;
    const token: NaiveToken =
      event.kind === "click"
        ? { event, root: event.link_id, linkId: event.link_id, generation: 1, network: "" }
        : parent
          ? { ...parent, event, generation: parent.generation + 1, network: event.network }
          : { event, root: event.id, linkId: noId, generation: 2, network: event.network };
    tokens.set(event.id, token);
    return token;
  };
  for (const event of made.values()) resolve(event);
  return tokens;
}

export function naiveVisits(all: readonly WholeEvent[]): NaiveVisit[] {
  const events = onceEach(all);
  const tokens = naiveTokens(events);
  const acted = events.filter((event) => event.reason === "human" && event.kind !== "click");
  const ofVisitors = Map.groupBy(acted, (event) => `${event.site_id} ${event.visitor}`);
  return [...ofVisitors.values()].flatMap((own) =>
    cut(own.toSorted((left, right) => text(left.at, right.at) || text(left.id, right.id))).map((visit) =>
      describe(visit, tokens),
    ),
  );
}

function cut(events: readonly WholeEvent[]): WholeEvent[][] {
  const visits: WholeEvent[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (instant(event) - last > gapMs) visits.push([]);
    visits.at(-1)?.push(event);
    last = instant(event);
  }
  return visits;
}

const isRead = (event: WholeEvent) => event.visible_ms >= 15_000 || event.scroll_percent >= 75;
const isDeed = (event: WholeEvent) =>
  !["view", "engage"].includes(event.kind) && !(event.kind === "custom" && event.name === "list.shown");

function describe(events: readonly WholeEvent[], tokens: ReadonlyMap<string, NaiveToken>): NaiveVisit {
  const views = events.filter((event) => event.kind === "view");
  const [first] = events;
  const landing = views[0] ?? first;
  const last = events.at(-1);
  if (!landing || !first || !last) throw new Error("A visit has at least one event");
  const came = tokens.get(landing.s);
  const ours = came?.event.site_id === landing.site_id ? came : undefined;
  const visibleMs = sum(events.filter(({ kind }) => kind === "engage").map((event) => event.visible_ms));
  const countOf = (kind: string) => events.filter((event) => event.kind === kind).length;
  return {
    siteId: landing.site_id,
    visitor: landing.visitor,
    began: first.at,
    ended: last.at,
    isKnown: events.some((event) => event.consented === 1),
    s: landing.s,
    ...broughtBy(ours),
    sourceKind: sourceKind(landing, ours !== undefined, views.length),
    source: landing.source,
    network: networkOf(landing, ours),
    pages: views.map((event) => event.page_path),
    readPages: [...new Set(events.filter(isRead).map((event) => event.page_path))].toSorted(text),
    views: views.length,
    visibleMs,
    isRead: events.some(isRead),
    isBounce: isBounce(events, views.length, visibleMs),
    shares: countOf("share"),
    goals: countOf("goal"),
    money: moneyOf(events),
    device: landing.device,
    country: landing.country,
  };
}

const broughtBy = (ours: NaiveToken | undefined) => ({
  linkId: ours?.linkId ?? noId,
  generation: ours?.generation ?? 0,
});

const networkOf = (landing: WholeEvent, ours: NaiveToken | undefined) =>
  ["network", "messenger"].includes(landing.source_kind)
    ? landing.source.toLowerCase()
    : (ours?.network ?? "");

const isBounce = (events: readonly WholeEvent[], views: number, visibleMs: number) =>
  views === 1 && visibleMs < 10_000 && !events.some(isDeed);

function sourceKind(landing: WholeEvent, isOurs: boolean, views: number): string {
  if (views === 0) return "";
  const { source_kind: kind } = landing;
  if (isOurs && ["direct", "direct-in-app", ""].includes(kind)) return "direct-known";
  return kind === "" || (kind === "direct-known" && !isOurs) ? "direct" : kind;
}

/** Totals by currency and trust, each order once, a server's word before a page's. */
function moneyOf(events: readonly WholeEvent[]): string[] {
  const paid = events.filter((event) => event.kind === "goal" && event.value !== 0);
  const orders = new Set<string>();
  const kept = paid
    .toSorted((left, right) => right.trusted - left.trusted || 0)
    .filter((event) => {
      if (event.order_id === "" || event.value < 0) return true;
      const isFirst = !orders.has(event.order_id);
      orders.add(event.order_id);
      return isFirst;
    });
  return kept.map((event) => `${event.trusted} ${event.currency} ${event.value}`).toSorted(text);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
