import { splitWords } from "../words/split-words.ts";
import { stem } from "../words/stem.ts";

/** A piece of text that may be an answer. Of a FAQ entry the title is its question. */
export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A passage as the ranking compares it: stems with their counts. */
export interface AnalysedPassage {
  readonly id: string;
  readonly title: Field;
  readonly text: Field;
  /** Neighbouring stems of the title, `a b`. */
  readonly titlePairs: ReadonlySet<string>;
}

interface Field {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** A query's different stems, and its neighbouring ones, in their order. */
export interface AnalysedQuery {
  readonly stems: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

/** Of a longer text the rest is not weighed: passages are cut before they are kept. */
const maxWords = 2000;

export const stemsOf = (text: string): readonly string[] =>
  splitWords(text)
    .slice(0, maxWords)
    .map((word) => stem(word.text));

export function analysePassage({ id, title, text }: Passage): AnalysedPassage {
  const titleStems = stemsOf(title);
  return {
    id,
    title: fieldOf(titleStems),
    text: fieldOf(stemsOf(text)),
    titlePairs: new Set(pairsOf(titleStems).map((pair) => pair.join(" "))),
  };
}

export function analyseQuery(stems: readonly string[]): AnalysedQuery {
  return { stems: [...new Set(stems)], pairs: pairsOf(stems) };
}

function fieldOf(stems: readonly string[]): Field {
  const counts = new Map<string, number>();
  for (const each of stems) counts.set(each, (counts.get(each) ?? 0) + 1);
  return { counts, length: stems.length };
}

const pairsOf = (stems: readonly string[]): (readonly [string, string])[] =>
  stems.slice(1).map((second, at) => [stems[at] ?? "", second] as const);
