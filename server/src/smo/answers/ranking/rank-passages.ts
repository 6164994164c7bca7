import type { AnalysedPassage, AnalysedQuery } from "./analyse.ts";
import { createKinship, type Kinship } from "./kinship.ts";
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
  /** What a stem of the title weighs that is another word, but stands in the same passages. */
  readonly kin: number;
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
  text: 0.08,
  alike: 0.5,
  kin: 0.2,
  pairs: 0.4,
};

/** What speaks for a passage, each as a share of the query's weight. The score is their sum, weighted. */
export interface Features {
  readonly title: number;
  readonly text: number;
  readonly alike: number;
  readonly kin: number;
  readonly pairs: number;
}

/** Puts passages in the order in which they answer a query, best first; of equals the first stays first. Pure. */
export function rankPassages(
  query: AnalysedQuery,
  passages: readonly AnalysedPassage[],
  bank: Bank,
): Ranked[] {
  return measurePassages(query, passages, bank)
    .map(({ id, held, features }) => ({ id, held, score: scoreOf(features, weights) }))
    .toSorted((a, b) => b.score - a.score);
}

export const scoreOf = (features: Features, by: Omit<Weights, "rarity" | "saturation" | "length">): number =>
  features.title +
  by.text * features.text +
  by.alike * features.alike +
  by.kin * features.kin +
  by.pairs * features.pairs;

/** The features of passages, in their order. Pure. */
export function measurePassages(
  query: AnalysedQuery,
  passages: readonly AnalysedPassage[],
  bank: Bank,
): { readonly id: string; readonly held: number; readonly features: Features }[] {
  const idf = new Map(query.stems.map((stem) => [stem, rarityOf(stem, bank)]));
  const asked: Asked = {
    query,
    bank,
    idfOf: (stem) => idf.get(stem) ?? 0,
    weight: sum(query.stems, (stem) => idf.get(stem) ?? 0) || 1,
    pairWeight: sum(query.pairs, ([a, b]) => Math.max(idf.get(a) ?? 0, idf.get(b) ?? 0)) || 1,
    likeness: createLikeness(),
    kinship: createKinship(query.stems, passages),
  };
  return passages.map((passage) => measurePassage(passage, asked));
}

interface Asked {
  readonly query: AnalysedQuery;
  readonly bank: Bank;
  readonly idfOf: (stem: string) => number;
  /** Of all stems together. */
  readonly weight: number;
  readonly pairWeight: number;
  readonly likeness: Likeness;
  readonly kinship: Kinship;
}

function rarityOf(stem: string, bank: Bank): number {
  const having = bank.passagesWith(stem);
  return Math.log(1 + (bank.passages - having + 0.5) / (having + 0.5)) ** weights.rarity;
}

function measurePassage(passage: AnalysedPassage, asked: Asked) {
  const { bank, query, idfOf, likeness, kinship } = asked;
  const { title, text } = passage;
  const found = { title: 0, text: 0, alike: 0, kin: 0, held: 0 };
  for (const stem of query.stems) {
    const weight = idfOf(stem) / asked.weight;
    const inTitle = title.counts.get(stem) ?? 0;
    const inText = text.counts.get(stem) ?? 0;
    const others = inTitle > 0 ? [] : [...title.counts.keys()];
    const alike = greatest(others, (other) => likeness.between(stem, other));
    found.title += weight * saturate(inTitle, title.length / bank.averageTitle);
    found.text += weight * saturate(inText, text.length / bank.averageText);
    found.alike += weight * alike;
    found.kin += weight * greatest(others, (other) => kinship.between(stem, other));
    found.held += weight * (inTitle + inText > 0 ? 1 : alike);
  }
  const { held, ...features } = found;
  const pairs = query.pairs.filter((pair) => passage.titlePairs.has(pair.join(" ")));
  const kept = sum(pairs, ([a, b]) => Math.max(idfOf(a), idfOf(b)));
  return { id: passage.id, held, features: { ...features, pairs: kept / asked.pairWeight } };
}

/** BM25: each further time counts for less, and in a long field for less. */
function saturate(count: number, relativeLength: number): number {
  if (count === 0) return 0;
  const { saturation, length } = weights;
  return (count * (saturation + 1)) / (count + saturation * (1 - length + length * relativeLength));
}

function greatest(stems: readonly string[], of: (stem: string) => number): number {
  let best = 0;
  for (const stem of stems) best = Math.max(best, of(stem));
  return best;
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
