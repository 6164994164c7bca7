import type { Finding, Rule, Subject } from "../rule.ts";
import { detectLanguage } from "./detect-language.ts";
import { measureEase, type EaseLanguage } from "./measure-ease.ts";

/** Flesch's own bands: below 50 difficult, below 30 very difficult. */
const difficult = 50;
const veryDifficult = 30;
/** Of less text the figure says nothing. */
const leastWords = 100;

export const easeRule: Rule = {
  id: "RD04",
  group: "reading",
  title: { en: "Easy enough to read", ru: "Читается без труда" },
  why: {
    en: "Who comes from a network reads on a phone and on the way. Long sentences of long words lose him.",
    ru: "Из сети приходят с телефоном и на ходу. Длинные фразы из длинных слов такого читателя теряют.",
  },
  severity: "warning",
  networks: "none",
  grade: "B",
  source:
    "English: R. Flesch, A new readability yardstick (1948). Russian: I. Oborneva's coefficients (2006), 206.835 − 1.3·ASL − 60.1·ASW, as cited at https://geratools.com/russian-readability-flesch",
  reach: "page",
  says: {
    "very-difficult": {
      what: {
        en: "Reading ease is {score} of 100: very difficult. A sentence has {sentence} words on average, a word {word} syllables.",
        ru: "Лёгкость чтения — {score} из 100: очень трудно. В среднем слов в предложении — {sentence}, слогов в слове — {word}.",
      },
      remedy: {
        en: "Part the longest sentences in two; write the everyday word where there is one.",
        ru: "Разделите самые длинные предложения; где есть простое слово, пишите его.",
      },
    },
    difficult: {
      what: {
        en: "Reading ease is {score} of 100: difficult. A sentence has {sentence} words on average, a word {word} syllables.",
        ru: "Лёгкость чтения — {score} из 100: трудно. В среднем слов в предложении — {sentence}, слогов в слове — {word}.",
      },
      remedy: {
        en: "Shorten the longest sentences, first of all in the opening.",
        ru: "Сократите самые длинные предложения, прежде всего в начале.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const language = detectLanguage(page.text.main)?.find(isMeasured);
    const ease = language && measureEase(page.text.main, language);
    if (!ease || ease.words < leastWords || ease.score >= difficult) return [];
    const isVery = ease.score < veryDifficult;
    return [
      {
        key: isVery ? "very-difficult" : "difficult",
        severity: isVery ? "warning" : "info",
        networks: "none",
        values: {
          score: Math.max(0, Math.round(ease.score)),
          sentence: Math.round(ease.wordsPerSentence),
          word: Math.round(ease.syllablesPerWord * 10) / 10,
        },
      },
    ];
  },
};

const isMeasured = (language: string): language is EaseLanguage => language === "en" || language === "ru";
