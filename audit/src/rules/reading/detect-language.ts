import { splitWords } from "../relevance/score-relevance.ts";

/** Scripts that tell the language, or the few that share them: two-letter codes. */
const scripts: readonly { readonly letters: RegExp; readonly languages: readonly string[] }[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: ["ja"] },
  { letters: /\p{Script=Hangul}/gu, languages: ["ko"] },
  { letters: /\p{Script=Han}/gu, languages: ["zh", "ja"] },
  { letters: /\p{Script=Arabic}/gu, languages: ["ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd"] },
  { letters: /\p{Script=Hebrew}/gu, languages: ["he", "yi", "iw"] },
  { letters: /\p{Script=Greek}/gu, languages: ["el"] },
  { letters: /\p{Script=Georgian}/gu, languages: ["ka"] },
  { letters: /\p{Script=Armenian}/gu, languages: ["hy"] },
  { letters: /\p{Script=Thai}/gu, languages: ["th"] },
  { letters: /\p{Script=Devanagari}/gu, languages: ["hi", "mr", "ne", "sa"] },
];

const split = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** The words that a language cannot do without, and its neighbours do without. */
const binding: Readonly<Record<string, ReadonlySet<string>>> = {
  en: split(
    "the and of to is that it was for with are this be have from they which you not but his her will",
  ),
  de: split(
    "der die das und ist nicht ein eine den dem mit sich auf für von zu auch wird sind bei oder noch",
  ),
  fr: split("le les des est et une dans pour que qui sur pas au avec ce sont du plus par nous vous ou"),
  es: split("el los las una que para con por del es se lo como más pero sus fue este son entre muy"),
  it: split("il gli che della per una con non sono del nel alla di più questo dei anche come ma dal"),
  pt: split("os uma que não para com do da em mais dos das se foi ao pelo como são mas sua também"),
  pl: split("nie się na jest że do to jak są przez dla ale czy od tego oraz po który ich tylko"),
  ru: split(
    "и в не на что с как это по но из у за для от так или он она они был была было были только если же бы",
  ),
  uk: split(
    "і в не на що з як це та але із у за для від так або він вона вони був була було були тільки якщо",
  ),
  be: split("і ў не на што з як гэта па але у за для ад так або ён яна яны быў была было былі толькі калі"),
  bg: split("и в не на че с как това по но от за да се са е ще към който която които бе при така или"),
  sr: split("и у не на што са као то по али из за да се су је од који која које или би"),
};

/** Characters: a page of a book tells its language. */
const sampleLength = 4000;
const enough = { characters: 200, words: 30, share: 0.08, lead: 1.3 };

/**
 * The language of a text: a two-letter code, or several that cannot be told apart here; undefined where the text is
 * short or its language is none that we know. Pure.
 */
export function detectLanguage(text: string): readonly string[] | undefined {
  const sample = text.slice(0, sampleLength);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < enough.characters) return undefined;
  const script = scripts.find(({ letters: own }) => (sample.match(own)?.length ?? 0) > letters / 4);
  return script ? script.languages : byWords(sample);
}

/** Languages that `detectLanguage` can name: only of these may one say that a text is not in it. */
export const knownLanguages: ReadonlySet<string> = new Set([
  ...Object.keys(binding),
  ...scripts.flatMap(({ languages }) => languages),
]);

function byWords(sample: string): readonly string[] | undefined {
  const words = splitWords(sample.toLowerCase());
  if (words.length < enough.words) return undefined;
  const shares = Object.entries(binding)
    .map(([language, own]) => ({
      language,
      share: words.filter((word) => own.has(word)).length / words.length,
    }))
    .toSorted((a, b) => b.share - a.share);
  const [best, next] = shares;
  const isClear = best && next && best.share >= enough.share && best.share >= next.share * enough.lead;
  return isClear ? [best.language] : undefined;
}
