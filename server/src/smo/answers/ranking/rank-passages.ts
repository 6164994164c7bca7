import type { AnalysedPassage, AnalysedQuery } from "./analyse.ts";
import { createLikeness, type Likeness } from "./likeness.ts";

/** What is known of all passages that are searched: how rare a stem is, how long titles and texts are. */
export interface Bank {
  readonly passages: number;
  /** In how many passages the stem stands, in title or text. */
  readonly passagesWith: (stem: string) => number;
  readonly averageTitle: number;
  readonly averageText: number;
}

export interface Ranked {
  readonly id: string;
  readonly score: number;
  /** The share of the query's weight that title or text hold, 0 to 1. */
  readonly held: number;
}

export interface Weights {
  /** Flattens how much rare stems weigh more than common ones: their idf to this power. */
  readonly rarity: number;
  /** BM25's k1 and b. */
  readonly saturation: number;
  readonly length: number;
  /** What a stem in the text weighs beside one in the title. */
  readonly text: number;
  /** What a stem of the title weighs that is only spelled alike. */
  readonly alike: number;
  /** What neighbours weigh that are neighbours in the title too. */
  readonly pairs: number;
}

/**
 * Chosen on one half of the questions of two public sets, looked at on the other half (bench `answers`). Rarity is
 * that of the whole bank: in titles alone a word of the matter looks as rare as one of chance.
 */
export const weights: Weights = {
  rarity: 0.7,
  saturation: 1.2,
  length: 0.75,
  text: 0.1,
  alike: 0.75,
  pairs: 0.3,
};

/** Puts passages in the order in which they answer a query, best first; of equals the first stays first. Pure. */
export function rankPassages(
  query: AnalysedQuery,
  passages: readonly AnalysedPassage[],
  bank: Bank,
  by: Weights = weights,
): Ranked[] {
  const idf = new Map(query.stems.map((stem) => [stem, rarityOf(stem, bank, by)]));
  const asked: Asked = {
    query,
    bank,
    by,
    idfOf: (stem) => idf.get(stem) ?? 0,
    weight: sum(query.stems, (stem) => idf.get(stem) ?? 0),
    pairWeight: sum(query.pairs, ([a, b]) => Math.max(idf.get(a) ?? 0, idf.get(b) ?? 0)),
    likeness: createLikeness(),
  };
  return passages.map((passage) => scorePassage(passage, asked)).toSorted((a, b) => b.score - a.score);
}

interface Asked {
  readonly query: AnalysedQuery;
  readonly bank: Bank;
  readonly by: Weights;
  readonly idfOf: (stem: string) => number;
  /** Of all stems together. */
  readonly weight: number;
  readonly pairWeight: number;
  readonly likeness: Likeness;
}

function rarityOf(stem: string, bank: Bank, { rarity }: Weights): number {
  const having = bank.passagesWith(stem);
  return Math.log(1 + (bank.passages - having + 0.5) / (having + 0.5)) ** rarity;
}

function scorePassage(passage: AnalysedPassage, asked: Asked): Ranked {
  const { by, bank, query, idfOf } = asked;
  const { title, text } = passage;
  let [score, held] = [0, 0];
  for (const stem of query.stems) {
    const weight = idfOf(stem);
    const inTitle = title.counts.get(stem) ?? 0;
    const inText = text.counts.get(stem) ?? 0;
    score += weight * saturate(inTitle, title.length / bank.averageTitle, by);
    score += weight * by.text * saturate(inText, text.length / bank.averageText, by);
    const alike = inTitle > 0 ? 0 : likest(stem, passage, asked.likeness);
    score += weight * by.alike * alike;
    held += weight * (inTitle + inText > 0 ? 1 : alike);
  }
  const pairs = query.pairs.filter((pair) => passage.titlePairs.has(pair.join(" ")));
  const kept = sum(pairs, ([a, b]) => Math.max(idfOf(a), idfOf(b)));
  return {
    id: passage.id,
    score: score / (asked.weight || 1) + (by.pairs * kept) / (asked.pairWeight || 1),
    held: held / (asked.weight || 1),
  };
}

/** BM25: each further time counts for less, and in a long field for less. */
function saturate(count: number, relativeLength: number, { saturation, length }: Weights): number {
  if (count === 0) return 0;
  return (count * (saturation + 1)) / (count + saturation * (1 - length + length * relativeLength));
}

function likest(stem: string, { title }: AnalysedPassage, likeness: Likeness): number {
  let best = 0;
  for (const other of title.counts.keys()) best = Math.max(best, likeness.between(stem, other));
  return best;
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
