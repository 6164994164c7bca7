import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { among, countBytes, cutToBytes, findMeta, quote, squeeze, writeMeta } from "../tags.ts";

/** A reported experiment: one byte more, and there is no embed at all. */
const maxSiteNameBytes = 253;

export const siteAndLanguageNamed: Rule = {
  id: "LP33",
  group: "identity",
  title: { en: "Site and language named well", ru: "Сайт и язык названы как надо" },
  why: {
    en: "Discord drops the whole card for a long site name; the language decides for whom Mastodon shows the link and how it is read aloud.",
    ru: "Из-за длинного имени сайта Discord отбрасывает карточку целиком; от языка зависит, кому Mastodon покажет ссылку и как её прочтут вслух.",
  },
  severity: "error",
  networks: "all",
  grade: "B",
  source:
    "A reported experiment on Discord (mastodawn/000abc); https://ogp.me/#optional; https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes",
  reach: "page",
  says: {
    "long-site-name": {
      what: {
        en: "og:site_name has {bytes} bytes; beyond 253 Discord shows no card at all.",
        ru: "Длина og:site_name — {bytes} байт; если больше 253, Discord не покажет карточку вовсе.",
      },
      remedy: {
        en: "Give the site's name alone, without its slogan.",
        ru: "Оставьте только имя сайта, без девиза.",
      },
    },
    "bad-locale": {
      what: {
        en: "og:locale is no locale: “{value}”.",
        ru: "og:locale — не локаль: «{value}».",
      },
      remedy: {
        en: "Write language and country like en_GB or ru_RU.",
        ru: "Напишите язык и страну так: ru_RU или en_GB.",
      },
    },
    "no-lang": {
      what: { en: "<html> does not say its language.", ru: "В <html> не указан язык." },
      remedy: {
        en: "Name it in the first tag of the page.",
        ru: "Укажите его в первом теге страницы.",
      },
    },
    "bad-lang": {
      what: {
        en: '<html lang="{value}"> is no language.',
        ru: '<html lang="{value}"> — не язык.',
      },
      remedy: {
        en: "Write the language's code, like en or ru.",
        ru: "Напишите код языка, например ru или en.",
      },
    },
  },
  check,
};

function check(subject: Subject): Finding[] {
  const { page } = subject;
  return page.byteLength === 0 ? [] : [...siteName(subject), ...locale(page), ...language(page)];
}

function siteName(subject: Subject): Finding[] {
  const networks = among(subject, ["discord"]);
  const meta = findMeta(subject.page, "og:site_name");
  const bytes = countBytes(meta?.content ?? "");
  if (!meta || bytes <= maxSiteNameBytes || networks.length === 0) return [];
  const name = squeeze(meta.content).split(/\s[|–—·•]\s/u)[0] ?? "";
  const paste = writeMeta("og:site_name", cutToBytes(name, maxSiteNameBytes));
  return [
    {
      key: "long-site-name",
      severity: "error",
      networks,
      values: { bytes },
      ...quote(meta),
      paste,
      repair: "tags",
    },
  ];
}

function locale(page: Page): Finding[] {
  const meta = findMeta(page, "og:locale");
  const value = meta?.content.trim() ?? "";
  if (!meta || /^[a-z]{2,3}([_-][A-Za-z]{4})?[_-][A-Z]{2}$/.test(value)) return [];
  const known = page.lang === undefined ? undefined : languageOf(page.lang);
  const paste =
    known?.region === undefined ? undefined : writeMeta("og:locale", `${known.language}_${known.region}`);
  return [
    { key: "bad-locale", severity: "warning", networks: "all", values: { value }, ...quote(meta), paste },
  ];
}

function language({ lang = "", text, metas }: Page): Finding[] {
  const value = lang.trim();
  if (value !== "" && languageOf(value)) return [];
  const told = metas.find(({ name }) => name === "og:locale")?.content ?? "";
  const guess = languageOf(told.replaceAll("_", "-"))?.language ?? guessLanguage(text.main);
  const paste = guess === undefined ? undefined : `<html lang="${guess}">`;
  const key = value === "" ? "no-lang" : "bad-lang";
  return [{ key, severity: "warning", networks: "all", values: { value }, paste }];
}

/** A language of BCP 47 as it goes in full: `ru` is `ru-RU`. */
function languageOf(tag: string): Intl.Locale | undefined {
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return undefined;
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined; // A RangeError: it is none.
  }
}

/** Russian by its letters, of the two that Samovar speaks; the owner knows of others. */
function guessLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const cyrillic = text.match(/[а-яё]/giu)?.length ?? 0;
  if (letters < 20) return undefined;
  return cyrillic > letters / 2 ? "ru" : undefined;
}
