import { FadingCounts, dayMs, hourMs, minuteMs } from "./fading.ts";
import { type Following, nextFeatures } from "./next-features.ts";

/** A page opened in a visit. */
export interface Reading {
  /** Milliseconds. */
  readonly at: number;
  readonly visit: number | string;
  readonly page: number;
  /** Who else is like this visitor: readers that came from the same source. */
  readonly cohort: string;
}

export interface Candidates {
  readonly pages: readonly number[];
  /** Row by row as `pages`. */
  readonly features: readonly number[][];
}

const spans = {
  m15: 15 * minuteMs,
  h1: hourMs,
  h6: 6 * hourMs,
  m30: 30 * minuteMs,
  h4: 4 * hourMs,
  d30: 30 * dayMs,
};
/** How many pages back of a visit its next one is told by, and joined to. */
const reach = 3;
const mostActive = 120;
const mostCandidates = 260;
const refreshMs = minuteMs;

/**
 * All readings of a site so far, in memory, and what may be read next by them. The server keeps the same counts in
 * Postgres (`list_count`, `list_follow`); this form is for weighing the model on recorded readings.
 */
export class ReadingMemory {
  readonly #views = [spans.m15, spans.h1, spans.h6].map((span) => new FadingCounts<number>(span));
  readonly #nexts = [spans.m15, spans.h1, spans.h6].map((span) => new FadingCounts<number>(span));
  readonly #allNexts = new FadingCounts<"all">(spans.h1);
  readonly #cohorts = new FadingCounts<string>(spans.h1);
  readonly #paths = new Map<number, Paths>();
  readonly #firstAt = new Map<number, number>();
  readonly #visits = new Map<number | string, number[]>();
  #active: readonly number[] = [];
  #activeAt = -Infinity;

  /** The pages that the visit has read; empty for one that has not begun. */
  pagesOf(visit: number | string): readonly number[] {
    return this.#visits.get(visit) ?? [];
  }

  observe({ at, visit, page, cohort }: Reading): void {
    for (const counts of this.#views) counts.add(page, at);
    if (!this.#firstAt.has(page)) this.#firstAt.set(page, at);
    const before = this.#visits.get(visit);
    if (!before) {
      this.#visits.set(visit, [page]);
      return;
    }
    for (const counts of this.#nexts) counts.add(page, at);
    this.#allNexts.add("all", at);
    this.#cohorts.add(`${page} ${cohort}`, at);
    for (const [index, from] of before.slice(-reach).toReversed().entries()) {
      this.#pathFrom(from).add(page, at, 1 / (index + 1));
    }
    before.push(page);
  }

  #pathFrom(page: number): Paths {
    const paths = this.#paths.get(page) ?? new Paths();
    this.#paths.set(page, paths);
    return paths;
  }

  /** What the visit may open next: what is read now, and what followed its pages; never what it has read. */
  candidatesFor({ at, visit, cohort }: Omit<Reading, "page">): Candidates {
    this.#refresh(at);
    const read = this.pagesOf(visit);
    const last = read.slice(-reach).toReversed();
    const found = new Set(this.#active);
    for (const from of last)
      for (const page of this.#paths.get(from)?.pages ?? []) if (found.size < mostCandidates) found.add(page);
    for (const page of read) found.delete(page);
    const pages = [...found];
    const allNexts1h = this.#allNexts.get("all", at);
    const features = pages.map((page) => {
      const follows = last.map((from) => this.#paths.get(from)?.following(page, at));
      return nextFeatures(this.#readersOf(page, cohort, at), { follows, allNexts1h });
    });
    return { pages, features };
  }

  #readersOf(page: number, cohort: string, at: number) {
    const [views15m = 0, views1h = 0, views6h = 0] = this.#views.map((counts) => counts.get(page, at));
    const [nexts15m = 0, nexts1h = 0, nexts6h = 0] = this.#nexts.map((counts) => counts.get(page, at));
    return {
      views15m,
      views1h,
      views6h,
      nexts15m,
      nexts1h,
      nexts6h,
      cohort1h: this.#cohorts.get(`${page} ${cohort}`, at),
      ageHours: (at - (this.#firstAt.get(page) ?? at)) / hourMs,
    };
  }

  #refresh(at: number): void {
    if (at - this.#activeAt < refreshMs) return;
    this.#activeAt = at;
    const [, views1h, views6h] = this.#views;
    const scored = views6h?.above(0.05, at).map(([page, views]) => {
      const nexts = this.#nexts[1]?.get(page, at) ?? 0;
      return { page, score: (views1h?.get(page, at) ?? 0) + 0.2 * views + 3 * nexts };
    });
    this.#active = (scored ?? [])
      .toSorted((one, other) => other.score - one.score)
      .slice(0, mostActive)
      .map(({ page }) => page);
  }
}

/** What followed one page. */
class Paths {
  readonly pages = new Set<number>();
  readonly #to = fadingPaths();
  readonly #all = fadingPaths();

  add(page: number, at: number, weight: number): void {
    this.pages.add(page);
    for (const counts of this.#to) counts.add(page, at, weight);
    for (const counts of this.#all) counts.add(any, at, weight);
  }

  following(page: number, at: number): Following {
    const [to30m = 0, to4h = 0, to30d = 0] = this.#to.map((counts) => counts.get(page, at));
    const [all30m = 0, all4h = 0, all30d = 0] = this.#all.map((counts) => counts.get(any, at));
    return { to30m, to4h, to30d, all30m, all4h, all30d };
  }
}

const any = -1;
const fadingPaths = () => [spans.m30, spans.h4, spans.d30].map((span) => new FadingCounts<number>(span));
