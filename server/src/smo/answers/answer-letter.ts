import type { LetterWords } from "#src/ground/mail/index.ts";
import { plainAnswer } from "./render-answer.ts";

interface Told {
  readonly asker: { readonly language: string; readonly page: string };
  readonly answer: {
    readonly question: string;
    readonly answer: string;
    readonly entryId: string;
    readonly siteName: string;
    readonly siteKey: string;
  };
  readonly publicUrl: string;
}

const maxAnswer = 4000;

/**
 * The letter that tells an answer, in the language of the asker. Nothing in it is what the asker typed: an address
 * that was given may be somebody else's, and he shall not be sent a stranger's words.
 */
export function letterOf({ asker, answer }: Told): {
  words: LetterWords;
  language: "en" | "ru";
  subject: string;
} {
  const language = asker.language === "ru" ? "ru" : "en";
  const own = wordsIn[language];
  const subject = own.subject(answer.siteName);
  const text = plainAnswer(answer.answer);
  const words: LetterWords = {
    language,
    subject,
    heading: own.heading,
    paragraphs: [own.intro(answer.siteName)],
    quotes: [
      { from: answer.question, text: text.length > maxAnswer ? `${text.slice(0, maxAnswer)}…` : text },
    ],
    button: { label: own.button, url: asker.page },
    footer: [own.why(answer.siteName), own.once],
  };
  return { words, language, subject };
}

const wordsIn = {
  en: {
    subject: (site: string) => `Your question to ${site} is answered`,
    heading: "Your question is answered",
    intro: (site: string) => `You asked on ${site}, and asked to be told. Here is the answer.`,
    button: "Back to the page where you asked",
    why: (site: string) => `You get this letter because this address was left with a question on ${site}.`,
    once: "It is the only one: the address is kept no longer. If it wasn't you, nothing needs to be done.",
  },
  ru: {
    subject: (site: string) => `Ответ на ваш вопрос — ${site}`,
    heading: "На ваш вопрос ответили",
    intro: (site: string) => `Вы спрашивали на сайте ${site} и просили сообщить. Вот ответ.`,
    button: "Вернуться на страницу, где вы спрашивали",
    why: (site: string) =>
      `Письмо пришло, потому что этот адрес оставили вместе с вопросом на сайте ${site}.`,
    once: "Оно единственное: адрес больше не хранится. Если это были не вы, ничего делать не нужно.",
  },
} as const;
