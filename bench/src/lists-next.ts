import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { learnChoice, scoreOf, startChoice } from "@samovar/server/smo/lists/ranking/choice.ts";
import { hourMs } from "@samovar/server/smo/lists/ranking/fading.ts";
import { nextPrior } from "@samovar/server/smo/lists/ranking/next-features.ts";
import { type Reading, ReadingMemory } from "@samovar/server/smo/lists/ranking/reading-memory.ts";
import type { Figures } from "./main.ts";

const places = 10;

/**
 * Each click but a session's first is foretold from what was seen before it, among all articles. Weights are learned
 * on the first two thirds of the time and stand still on the last, of which alone the figures tell; counts go on.
 */
export async function measureNextClicks(data: string): Promise<Figures> {
  const readings = await readClicks(join(data, "rec_globo", "clicks_sample.csv.gz"));
  const first = readings[0]?.at ?? 0;
  const splitAt = first + ((readings.at(-1)?.at ?? 0) - first) * (2 / 3);
  const startedAt = performance.now();
  const { asked, hits } = foretell(readings, splitAt);
  const share = (count: number) => round(count / asked);
  return {
    next_clicks: asked,
    next_hit_rate_at_10: share(hits.ours),
    next_hit_rate_at_10_before_learning: share(hits.prior),
    next_hit_rate_at_10_last_hour: share(hits.popular),
    next_hit_rate_at_10_covisits_with_fill: share(hits.covisits),
    next_ms_per_click: round((performance.now() - startedAt) / readings.length),
  };
}

function foretell(readings: readonly Reading[], splitAt: number) {
  const memory = new ReadingMemory();
  const learned = startChoice(nextPrior);
  const [popular, covisits] = [new LastHour(), new Covisits()];
  const hits = { ours: 0, prior: 0, popular: 0, covisits: 0 };
  let asked = 0;
  const ask = (reading: Reading, read: readonly number[]) => {
    const { pages, features } = memory.candidatesFor(reading);
    const taken = pages.indexOf(reading.page);
    if (reading.at < splitAt) {
      if (taken >= 0) learnChoice(learned, features, taken);
      return;
    }
    asked += 1;
    const now = popular.first(reading.at, new Set(read));
    hits.ours += isAmongFirst(features, taken, learned.weights);
    hits.prior += isAmongFirst(features, taken, nextPrior);
    hits.popular += Number(now.includes(reading.page));
    hits.covisits += Number(covisits.first(read, now).includes(reading.page));
  };
  for (const reading of readings) {
    const read = memory.pagesOf(reading.visit);
    if (read.length > 0) ask(reading, read);
    covisits.observe(read.at(-1), reading.page);
    popular.observe(reading);
    memory.observe(reading);
  }
  return { asked, hits };
}

async function readClicks(file: string): Promise<Reading[]> {
  const [, ...lines] = gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split("\n");
  return lines.map((line) => {
    const [seconds = 0, , visit = 0, page = 0, referrer = 0, device = 0] = line.split(",").map(Number);
    return { at: seconds * 1000, visit, page, cohort: `${referrer} ${device}` };
  });
}

function isAmongFirst(features: readonly number[][], taken: number, weights: ArrayLike<number>): 0 | 1 {
  const own = features[taken];
  if (!own) return 0;
  const least = scoreOf(weights, own);
  return features.filter((each) => scoreOf(weights, each) > least).length < places ? 1 : 0;
}

/** The first baseline: what was clicked most within the last hour, without what the session has read. */
class LastHour {
  readonly #counts = new Map<number, number>();
  readonly #window: Reading[] = [];
  #from = 0;

  observe(reading: Reading): void {
    this.#window.push(reading);
    this.#counts.set(reading.page, (this.#counts.get(reading.page) ?? 0) + 1);
  }

  first(at: number, read: ReadonlySet<number>): number[] {
    for (; (this.#window[this.#from]?.at ?? Infinity) < at - hourMs; this.#from += 1) {
      const { page = 0 } = this.#window[this.#from] ?? {};
      const left = (this.#counts.get(page) ?? 0) - 1;
      if (left > 0) this.#counts.set(page, left);
      else this.#counts.delete(page);
    }
    return firstOf([...this.#counts].filter(([page]) => !read.has(page)));
  }
}

/** The second: what followed the open article most often so far, filled up with the first baseline. */
class Covisits {
  readonly #follows = new Map<number, Map<number, number>>();

  observe(from: number | undefined, to: number): void {
    if (from === undefined) return;
    const follows = this.#follows.get(from) ?? new Map<number, number>();
    this.#follows.set(from, follows.set(to, (follows.get(to) ?? 0) + 1));
  }

  first(read: readonly number[], fill: readonly number[]): number[] {
    const follows = [...(this.#follows.get(read.at(-1) ?? -1) ?? [])].filter(
      ([page]) => !read.includes(page),
    );
    return [...new Set([...firstOf(follows), ...fill])].slice(0, places);
  }
}

const firstOf = (counts: readonly (readonly [number, number])[]): number[] =>
  counts
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, places)
    .map(([page]) => page);

const round = (value: number) => Math.round(value * 10_000) / 10_000;
