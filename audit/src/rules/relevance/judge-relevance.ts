import { scoreRelevance, wordsOf, type Relevance } from "./score-relevance.ts";

/** Below this a title is doubted. Chosen on half of FNC-1 so that at most 2 % of related titles are (bench `relevance`). */
export const doubtBelow = 0.18;

/** With fewer words that say something, or a shorter text, the score is chance: nothing is said then. */
const least = { weighed: 3, words: 60 };

/** Of a thousand titles that keep their promise, how many score so low: measured on the whole of FNC-1. */
const rareness: readonly { readonly below: number; readonly in1000: number }[] = [
  { below: 0.05, in1000: 3 },
  { below: 0.1, in1000: 7 },
  { below: doubtBelow, in1000: 18 },
];

export interface Doubt extends Relevance {
  readonly in1000: number;
}

/** The doubt that a text keeps its title's promise, or undefined: where it does, and where one cannot tell. Pure. */
export function findDoubt(title: string, text: string): Doubt | undefined {
  if (isUnspaced(title) || wordsOf(text).length < least.words) return undefined;
  const relevance = scoreRelevance(title, text);
  if (relevance.weighed < least.weighed || relevance.score >= doubtBelow) return undefined;
  const rare = rareness.find(({ below }) => relevance.score < below);
  return rare && { ...relevance, in1000: rare.in1000 };
}

/** Scripts that part no words by spaces: ours would be one long word each. */
const isUnspaced = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u.test(
    text,
  );
