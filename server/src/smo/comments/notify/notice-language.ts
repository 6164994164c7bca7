export type LetterLanguage = "ru" | "en";

/** The language of a talk by its own words: an author's settings are nowhere. */
export const languageOfTalk = (text: string): LetterLanguage =>
  /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en";
