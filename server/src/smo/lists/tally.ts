import { dayMs, fade, hourMs, minuteMs } from "./ranking/fading.ts";

/** What happened on a site, oldest first. */
export interface Happening {
  readonly kind: "view" | "share" | "comment" | "shown" | "clicked";
  /** Milliseconds. */
  readonly at: number;
  readonly visitor: string;
  readonly hasConsented: boolean;
  /** The page that it happened on. */
  readonly pageId: string | undefined;
  /** Whether the visit came by a tracked link or by what a reader passed on. */
  readonly isTracked: boolean;
  readonly source: string;
  /** Of a list that was shown with an entry to be judged, or clicked: its key, and that entry. */
  readonly list?: string | undefined;
  readonly entryId?: string | undefined;
}

/** A visit that may go on. */
export interface OpenVisit {
  source: string;
  /** Newest first. */
  pageIds: string[];
  seenAt: number;
}

/** Counts as of one instant; each halves in the time that its name says. */
export interface PageTally {
  views15m: number;
  views1h: number;
  views6h: number;
  views7d: number;
  nexts15m: number;
  nexts1h: number;
  nexts6h: number;
  shares6h: number;
  arrivals6h: number;
  comments6h: number;
  views: number;
  comments: number;
  firstAt: number;
  /** Views by the hour that they fell into: milliseconds of its beginning. */
  readonly hours: Map<number, number>;
}

export interface FollowTally {
  readonly fromId: string;
  readonly toId: string;
  weight30m: number;
  weight4h: number;
  weight30d: number;
}

export interface Tally {
  readonly asOf: number;
  readonly pages: Map<string, PageTally>;
  readonly follows: Map<string, FollowTally>;
  readonly sources: Map<
    string,
    { readonly source: string; readonly pageId: string; weight1h: number; weight7d: number }
  >;
  readonly visits: Map<string, OpenVisit>;
  readonly history: Map<string, { readonly visitor: string; readonly pageId: string; readAt: number }>;
  readonly trials: Map<
    string,
    { readonly list: string; readonly pageId: string; shown: number; taken: number }
  >;
}

export const halfLives = {
  m15: 15 * minuteMs,
  m30: 30 * minuteMs,
  h1: hourMs,
  h4: 4 * hourMs,
  h6: 6 * hourMs,
  d7: 7 * dayMs,
  d30: 30 * dayMs,
};
/** A visit is a visitor's events with no gap longer than this. */
export const visitGapMs = 30 * minuteMs;
/** How many pages back of a visit a page is joined to. */
const reach = 3;
const pagesKept = 10;

/**
 * Counts what happened since the last time. `visits` are those that were open then, by visitor; they are continued in
 * place. Pure but for that.
 */
export function tallyUp(happenings: readonly Happening[], visits: Map<string, OpenVisit>): Tally {
  const asOf = happenings.at(-1)?.at ?? 0;
  const tally: Tally = {
    asOf,
    pages: new Map(),
    follows: new Map(),
    sources: new Map(),
    visits,
    history: new Map(),
    trials: new Map(),
  };
  for (const happening of happenings) count(tally, happening);
  return tally;
}

function count(tally: Tally, happening: Happening): void {
  const { kind, pageId, at } = happening;
  if (kind === "shown" || kind === "clicked") return countTrial(tally, happening);
  if (pageId === undefined) return;
  if (kind === "view") return countView(tally, { ...happening, pageId });
  const page = pageIn(tally, pageId, at);
  const weight = fade(1, tally.asOf - at, halfLives.h6);
  if (kind === "share") page.shares6h += weight;
  else {
    page.comments6h += weight;
    page.comments += 1;
  }
}

type View = Happening & { readonly pageId: string };

function countView(tally: Tally, view: View): void {
  const { pageId, at } = view;
  const page = pageIn(tally, pageId, at);
  const visit = visitOf(tally, view);
  // The same page once more is a reload, or the way back: it tells nothing.
  if (visit.pageIds[0] === pageId) return;
  const isNext = visit.pageIds.length > 0;
  addView(page, at, tally.asOf);
  if (!isNext && view.isTracked) page.arrivals6h += fade(1, tally.asOf - at, halfLives.h6);
  if (isNext && !visit.pageIds.includes(pageId)) countNext(tally, view, visit);
  visit.pageIds = [pageId, ...visit.pageIds.filter((id) => id !== pageId)].slice(0, pagesKept);
  if (view.hasConsented) {
    const { visitor } = view;
    tally.history.set(`${visitor} ${pageId}`, { visitor, pageId, readAt: at });
  }
}

function visitOf(tally: Tally, { visitor, at, source }: View): OpenVisit {
  const before = tally.visits.get(visitor);
  if (before && at - before.seenAt <= visitGapMs) {
    before.seenAt = Math.max(before.seenAt, at);
    return before;
  }
  const visit = { source, pageIds: [], seenAt: at };
  tally.visits.set(visitor, visit);
  return visit;
}

function addView(page: PageTally, at: number, asOf: number): void {
  const age = asOf - at;
  page.views15m += fade(1, age, halfLives.m15);
  page.views1h += fade(1, age, halfLives.h1);
  page.views6h += fade(1, age, halfLives.h6);
  page.views7d += fade(1, age, halfLives.d7);
  page.views += 1;
  const hour = Math.floor(at / hourMs) * hourMs;
  page.hours.set(hour, (page.hours.get(hour) ?? 0) + 1);
}

function countNext(tally: Tally, { pageId, at }: View, { source, pageIds }: OpenVisit): void {
  const age = tally.asOf - at;
  const page = pageIn(tally, pageId, at);
  page.nexts15m += fade(1, age, halfLives.m15);
  page.nexts1h += fade(1, age, halfLives.h1);
  page.nexts6h += fade(1, age, halfLives.h6);
  for (const [index, fromId] of pageIds.slice(0, reach).entries()) {
    const follow = entry(tally.follows, `${fromId} ${pageId}`, {
      fromId,
      toId: pageId,
      weight30m: 0,
      weight4h: 0,
      weight30d: 0,
    });
    const weight = 1 / (index + 1);
    follow.weight30m += fade(weight, age, halfLives.m30);
    follow.weight4h += fade(weight, age, halfLives.h4);
    follow.weight30d += fade(weight, age, halfLives.d30);
  }
  if (source === "") return;
  const next = entry(tally.sources, `${source}\0${pageId}`, { source, pageId, weight1h: 0, weight7d: 0 });
  next.weight1h += fade(1, age, halfLives.h1);
  next.weight7d += fade(1, age, halfLives.d7);
}

function countTrial(tally: Tally, { kind, list, entryId: pageId }: Happening): void {
  if (list === undefined || pageId === undefined) return;
  const trial = entry(tally.trials, `${list} ${pageId}`, { list, pageId, shown: 0, taken: 0 });
  if (kind === "shown") trial.shown += 1;
  else trial.taken += 1;
}

function pageIn(tally: Tally, pageId: string, at: number): PageTally {
  return entry(tally.pages, pageId, {
    views15m: 0,
    views1h: 0,
    views6h: 0,
    views7d: 0,
    nexts15m: 0,
    nexts1h: 0,
    nexts6h: 0,
    shares6h: 0,
    arrivals6h: 0,
    comments6h: 0,
    views: 0,
    comments: 0,
    firstAt: at,
    hours: new Map(),
  });
}

function entry<Value>(map: Map<string, Value>, key: string, fresh: Value): Value {
  const known = map.get(key);
  if (known) return known;
  map.set(key, fresh);
  return fresh;
}
