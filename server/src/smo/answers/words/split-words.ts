/** A word of a text: as it is compared, and where it stands. */
export interface Word {
  /** Lower case, compatibility forms made plain, ё written as е, as many do. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer runs of letters are no words of any language; what is compared of them is their beginning. */
const maxWordLength = 40;

/** Letters and digits, with an apostrophe inside a word and a point or comma inside a number. */
const wordPattern = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;

/** Words of a text in their order. `covid-19` and `covid19` are two words each. */
export function splitWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: written, index }) => ({
    text: foldWord(written),
    start: index,
    end: index + written.length,
  }));
}

/** One word in the spelling that words are compared in. */
export const foldWord = (written: string): string =>
  written.slice(0, maxWordLength).normalize("NFKC").toLowerCase().replaceAll("ё", "е").replaceAll("’", "'");
