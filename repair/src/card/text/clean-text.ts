/** More than any card can show at its smallest letters. */
const maxGraphemes = 400;
const maxMarksInRow = 4;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** A text as a row of what a reader calls letters. */
export function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/**
 * One line of what can be shown: spaces are one, control and direction codes are gone, and of marks piled upon a letter
 * as many stay as any orthography needs.
 */
export function cleanText(text: string): string {
  const start = text.slice(0, maxGraphemes * 20).normalize("NFC");
  const plain = start
    .replaceAll(/[\p{Zs}\s]+/gu, " ")
    .replaceAll(
      /[\p{Cc}\p{Cs}\p{Co}\u00ad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]/gu,
      "",
    )
    .replaceAll(new RegExp(`(\\p{M}{${maxMarksInRow}})\\p{M}+`, "gu"), "$1");
  return graphemesOf(plain).slice(0, maxGraphemes).join("").trim();
}

/** Keeps together what reads badly in pieces: a dash with the word before it, a number and a short Russian word with the one after. */
export function glueWords(text: string): string {
  return text
    .replaceAll(/(?<=[\p{L}\p{Nd}\p{P}]) (?=[\u2013\u2014])/gu, "\u00a0")
    .replaceAll(
      /(?<=(?:^|[ \u00a0(«])(?:\p{Script=Cyrillic}{1,2}|\p{Nd}{1,4})) (?=[\p{L}\p{Nd}])/gu,
      "\u00a0",
    );
}

/** By the first letter that has a direction (Unicode Bidirectional Algorithm, P2 and P3). */
export function directionOf(text: string): "ltr" | "rtl" {
  const strong = /[\p{L}]/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(strong)
    ? "rtl"
    : "ltr";
}
