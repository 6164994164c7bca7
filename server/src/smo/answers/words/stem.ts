import { stemEnglish } from "./stem-english.ts";
import { stemRussian } from "./stem-russian.ts";

/** What the forms of a word have in common; words in scripts that we know no forms of come back as they are. */
export function stem(word: string): string {
  if (/^[a-z'’]+$/.test(word)) return stemEnglish(word);
  if (/^[а-я'’]+$/.test(word)) return stemRussian(word);
  return word;
}
