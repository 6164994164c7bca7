import { bindingWords, everydayWords } from "./common-words.ts";
import { stem } from "./stem.ts";

/** How far a text keeps what its title promises. */
export interface Relevance {
  /** 0: nothing of the title is in the text; 1: all of it, from the first lines on. */
  readonly score: number;
  /** The title's words that the text does not hold, as written, weightiest first. */
  readonly missing: readonly string[];
  /** Words of the title that say something: few of them make the score uncertain. */
  readonly weighed: number;
}

interface Term {
  readonly written: string;
  readonly stem: string;
  readonly weight: number;
}

/** What a word of the title is worth: there is no corpus here, so kinds of words stand for their rarity. */
const weights = { everyday: 0.35, plain: 1, number: 1.1, name: 1.5 };

/** What finding a word is worth: in the lead, elsewhere, more than once; a word of the same beginning, less. */
const credits = { lead: 1, later: 0.75, again: 0.1, kindred: 0.6 };

const leadWords = 80;
const kindredLetters = 5;

/** Scores a title against a text, English or Russian: the weighted share of its words that the text holds. Pure. */
export function scoreRelevance(title: string, text: string): Relevance {
  const terms = termsOf(title, namesIn(text));
  const body = stemsOf(text);
  const found = terms.map((term) => ({ term, credit: creditOf(term.stem, body) }));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const kept = found.reduce((sum, { term, credit }) => sum + term.weight * credit, 0);
  return {
    score: total === 0 ? 1 : Math.min(1, kept / total),
    missing: found
      .filter(({ credit }) => credit === 0)
      .toSorted((a, b) => b.term.weight - a.term.weight)
      .map(({ term }) => term.written),
    weighed: terms.filter(({ weight }) => weight > weights.everyday).length,
  };
}

/** Words of a text, as written: letters and digits, with an apostrophe inside. */
export function wordsOf(text: string): readonly string[] {
  if (text === latest.text) return latest.words;
  const words = splitWords(text);
  // A page's rules ask one after the other for the words of the same long text.
  if (text.length > longText) latest = { text, words };
  return words;
}

/** The same for a text that is asked for once. */
export const splitWords = (text: string): readonly string[] =>
  text.match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu) ?? [];

const longText = 500;
let latest: { readonly text: string; readonly words: readonly string[] } = { text: "", words: [] };

function termsOf(title: string, names: ReadonlySet<string>): Term[] {
  const terms = new Map<string, Term>();
  for (const written of wordsOf(title)) {
    const word = fold(written);
    if (bindingWords.has(word) || (word.length < 2 && !/\p{N}/u.test(word))) continue;
    const root = stem(word);
    if (!terms.has(root)) terms.set(root, { written, stem: root, weight: weigh(word, names) });
  }
  return [...terms.values()];
}

function weigh(word: string, names: ReadonlySet<string>): number {
  if (everydayWords.has(word)) return weights.everyday;
  if (/^\p{N}/u.test(word)) return weights.number;
  return names.has(stem(word)) ? weights.name : weights.plain;
}

interface Body {
  readonly lead: ReadonlySet<string>;
  readonly times: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlySet<string>;
}

function stemsOf(text: string): Body {
  const times = new Map<string, number>();
  const lead = new Set<string>();
  for (const [at, written] of wordsOf(text).entries()) {
    const root = stem(fold(written));
    times.set(root, (times.get(root) ?? 0) + 1);
    if (at < leadWords) lead.add(root);
  }
  const beginnings = new Set(
    [...times.keys()].filter((root) => root.length >= kindredLetters).map(beginning),
  );
  return { lead, times, beginnings };
}

function creditOf(root: string, { lead, times, beginnings }: Body): number {
  const count = times.get(root) ?? 0;
  if (count > 0) return (lead.has(root) ? credits.lead : credits.later) + (count > 1 ? credits.again : 0);
  const isKindred = root.length >= kindredLetters && beginnings.has(beginning(root));
  return isKindred ? credits.kindred : 0;
}

const beginning = (root: string): string => root.slice(0, kindredLetters);

/** Stems that the text writes with a capital inside a sentence: a title's own capitals tell nothing. */
function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, written = ""] of text.matchAll(/(?<=[\p{Ll}\p{N},;:)] )(\p{Lu}[\p{L}\p{M}]+)/gu))
    names.add(stem(fold(written)));
  return names;
}

/** Lower case, with ё written as е, as many do. */
const fold = (word: string): string => word.toLowerCase().replaceAll("ё", "е").replaceAll("’", "'");
