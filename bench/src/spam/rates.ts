import type { Decided } from "./streams.ts";

/** How well scores tell spam from talk. */
export interface Rates {
  /** The chance that a positive one scores above a negative one, ties counted half. */
  readonly auc: number;
  /** The share that is right at .5; a score that says nothing either way counts as talk. */
  readonly accuracy: number;
}

export function ratesOf(rows: readonly Decided[], scores: readonly number[], unknown = 0.5): Rates {
  const scored = rows.map(({ isPositive }, at) => ({ isPositive, score: scores[at] ?? 0 }));
  const right = scored.filter(({ isPositive, score }) => isPositive === score > unknown).length;
  return { auc: auc(scored), accuracy: right / scored.length };
}

function auc(scored: readonly { readonly score: number; readonly isPositive: boolean }[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    const positives = sorted.slice(from, to).filter(({ isPositive }) => isPositive).length;
    ranks += (positives * (from + 1 + to)) / 2;
    from = to;
  }
  const positives = scored.filter(({ isPositive }) => isPositive).length;
  const negatives = scored.length - positives;
  return positives === 0 || negatives === 0
    ? Number.NaN
    : (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** The mean over streams; one that holds a single kind has no AUC and is left out of it. */
export function meanOf(all: readonly Rates[]): Rates {
  return { auc: mean(all.map((rates) => rates.auc)), accuracy: mean(all.map((rates) => rates.accuracy)) };
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
