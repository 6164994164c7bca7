import type { Finding, Rule, Subject } from "../rule.ts";
import { detectLanguage, knownLanguages } from "./detect-language.ts";

export const languageRule: Rule = {
  id: "RD01",
  group: "reading",
  title: { en: "The language is named, and true", ru: "Язык указан, и указан верно" },
  why: {
    en: "By lang a screen reader chooses its voice, a browser offers to translate and a network shows the page to its own readers.",
    ru: "По lang программа чтения выбирает голос, браузер предлагает перевод, а сеть показывает страницу своим читателям.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://www.w3.org/TR/WCAG22/#language-of-page",
  reach: "page",
  says: {
    missing: {
      what: { en: "<html> has no lang.", ru: "У <html> нет lang." },
      remedy: { en: "Say the language of the text.", ru: "Укажите язык текста." },
    },
    malformed: {
      what: {
        en: "lang is “{lang}”, which is no language tag.",
        ru: "lang равен «{lang}», а такого языка нет.",
      },
      remedy: {
        en: "Write a tag of BCP 47: en, ru, pt-BR; with a hyphen.",
        ru: "Запишите код по BCP 47: en, ru, pt-BR — через дефис.",
      },
    },
    differs: {
      what: {
        en: "lang says “{lang}”, and the text seems to be in “{seen}”.",
        ru: "lang говорит «{lang}», а текст, похоже, на «{seen}».",
      },
      remedy: { en: "Say the language of the text.", ru: "Укажите язык самого текста." },
    },
  },
  check({ page }: Subject): Finding[] {
    const seen = detectLanguage(page.text.main);
    const common = { severity: "warning", networks: "none" } as const;
    const told = seen?.length === 1 ? { paste: `<html lang="${seen[0]}">` } : {};
    const lang = page.lang?.trim() ?? "";
    if (lang === "") return [{ ...common, key: "missing", values: {}, ...told }];
    const values = { lang: lang.slice(0, 40) };
    const primary = primaryOf(lang);
    if (primary === undefined) return [{ ...common, key: "malformed", values, ...told }];
    if (!seen || seen.includes(primary) || !knownLanguages.has(primary)) return [];
    return [{ ...common, key: "differs", values: { ...values, seen: seen.join(", ") }, ...told }];
  },
};

/** `pt` of `pt-BR`; undefined where it is no tag. */
function primaryOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).language;
  } catch {
    return undefined;
  }
}
