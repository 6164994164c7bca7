import { type AnalysedPassage, analyseQuery } from "./analyse.ts";
import { type Bank, rankPassages, type Ranked } from "./rank-passages.ts";
import type { ReadQuery } from "./read-query.ts";

export interface Answering {
  readonly ranked: readonly Ranked[];
  /** What was looked for instead of what was written. */
  readonly corrected: string | undefined;
  /** The stems that were looked for: what is marked in the passages. */
  readonly stems: readonly string[];
  readonly isFound: boolean;
}

/** Below this share of the query's weight the best passage speaks of something else. */
export const leastHeld = 0.5;

/** Orders passages by how they answer a query; by what was probably meant where nothing answers what was written. */
export function answerQuery(
  query: ReadQuery,
  passages: readonly AnalysedPassage[],
  bank: Omit<Bank, "passagesWith">,
): Answering {
  const known = { ...bank, passagesWith: (stem: string) => query.counts.get(stem) ?? 0 };
  const answer = (stems: readonly string[], corrected?: string): Answering => {
    const ranked = rankPassages(analyseQuery(stems), passages, known);
    return { ranked, corrected, stems, isFound: (ranked[0]?.held ?? 0) >= leastHeld };
  };
  const written = answer(query.stems);
  if (written.isFound || !query.meant) return written;
  const meant = answer(query.meant.stems, query.meant.written);
  return meant.isFound ? meant : written;
}
