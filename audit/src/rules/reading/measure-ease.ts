import { wordsOf } from "../relevance/score-relevance.ts";

export type EaseLanguage = "en" | "ru";

export interface Ease {
  /** About 0 (a statute) to 100 (a primer); it may go beyond at both ends. */
  readonly score: number;
  readonly words: number;
  readonly sentences: number;
  readonly wordsPerSentence: number;
  readonly syllablesPerWord: number;
}

/**
 * English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948). Russian: its coefficients
 * fitted anew by I. Oborneva (2006) on parallel texts, as they are cited: 206.835 − 1.3·ASL − 60.1·ASW.
 */
const coefficients: Readonly<Record<EaseLanguage, { readonly sentence: number; readonly word: number }>> = {
  en: { sentence: 1.015, word: 84.6 },
  ru: { sentence: 1.3, word: 60.1 },
};

const base = 206.835;

/** Flesch's reading ease. A line is at least one sentence: headings and list items carry no full stop. Pure. */
export function measureEase(text: string, language: EaseLanguage): Ease | undefined {
  const sentences = text
    .split(/\n+|(?<=[.!?…]["»”')\]]*)\s+(?=["«“'([]*[\p{Lu}\p{N}—–-])/u)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word, language), 0);
  const wordsPerSentence = words.length / sentences.length;
  const syllablesPerWord = syllables / words.length;
  const { sentence, word } = coefficients[language];
  return {
    score: base - sentence * wordsPerSentence - word * syllablesPerWord,
    words: words.length,
    sentences: sentences.length,
    wordsPerSentence,
    syllablesPerWord,
  };
}

/** A figure counts as one; a Russian word has as many syllables as vowels, an English one as groups of them that sound. */
export function countSyllables(word: string, language: EaseLanguage): number {
  const lower = word.toLowerCase();
  if (language === "ru") return Math.max(1, lower.match(/[аеёиоуыэюяaeiouy]/g)?.length ?? 0);
  const sounding = lower
    .replaceAll(/[^a-z]/g, "")
    .replace(/(?<=[^aeiouy])(?:es|ed)$/, (ending, at: number, whole: string) =>
      /(?:[sxz]|ch|sh|ge|ce|se)es$|[td]ed$/.test(whole) ? ending : "",
    )
    .replace(/(?<=[^aeiouyl]|[aeiouy]l)e$/, "")
    .replace(/^y/, "");
  const groups = sounding.match(/[aeiouy]+/g)?.length ?? 0;
  const parted =
    sounding.match(/i(?:a|o(?!u|n)|um)|(?<=[^qg])u(?:a|ou)|eo(?!u)|(?<=[aeiouy].*)ea$/g)?.length ?? 0;
  return Math.max(1, groups + parted);
}
