import type { Charset, Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";

const within = 1024;
const tag = '<meta charset="utf-8">';

export const charsetDeclared: Rule = {
  id: "LP25",
  group: "placement",
  title: { en: "Charset declared first", ru: "Кодировка объявлена в самом начале" },
  why: {
    en: "A reader that does not learn the charset from the header or from the first 1024 bytes guesses it, and Cyrillic on the card turns into gibberish.",
    ru: "Если кодировка не названа ни в заголовке, ни в первых 1024 байтах, её угадывают, и русский текст на карточке превращается в кракозябры.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source: "https://html.spec.whatwg.org/multipage/semantics.html#charset",
  reach: "page",
  says: {
    missing: {
      what: {
        en: "Neither the header nor the page names its charset; readers guess {charset}.",
        ru: "Ни заголовок, ни страница не называют кодировку; читатели предполагают {charset}.",
      },
      remedy: {
        en: "Save the page as UTF-8 and put this first in the head.",
        ru: "Сохраните страницу в UTF-8 и поставьте этот тег первым в head.",
      },
    },
    late: {
      what: {
        en: "The charset is named at byte {end}; it must be within the first 1024.",
        ru: "Кодировка названа на байте {end}, а должна быть в первых 1024.",
      },
      remedy: {
        en: "Put this tag first in the head, before everything else.",
        ru: "Поставьте этот тег первым в head, раньше всего остального.",
      },
    },
    contradicted: {
      what: {
        en: "The page is read as {charset}, but its meta tag says {declared}.",
        ru: "Страница читается как {charset}, а её метатег говорит {declared}.",
      },
      remedy: {
        en: "Say the same in both; this is what they should be.",
        ru: "Напишите в обоих местах одно и то же; вот что должно быть.",
      },
    },
    invalid: {
      what: {
        en: "The page names {charset}, but its bytes are none: letters are lost.",
        ru: "Страница называет {charset}, но её байты в этой кодировке не читаются: буквы теряются.",
      },
      remedy: {
        en: "Save the page as UTF-8, and say so in both places.",
        ru: "Сохраните страницу в UTF-8 и укажите это в обоих местах.",
      },
    },
  },
  check,
};

const inBoth = `Content-Type: text/html; charset=utf-8\n${tag}`;

function check({ page }: Subject): Finding[] {
  const { charset } = page;
  if (page.byteLength === 0) return [];
  const found = { severity: "error", networks: "all", values: { charset: charset.name } } as const;
  if (!charset.isValid) return [{ ...found, key: "invalid", paste: inBoth }];
  if (isLate(charset)) return [{ ...found, key: "late", values: { end: charset.metaEnd ?? 0 }, paste: tag }];
  if (charset.source === "default")
    return [{ ...found, key: "missing", severity: isPlain(page) ? "warning" : "error", paste: tag }];
  const { metaName: declared } = charset;
  if (declared === undefined || namedBy(declared) === charset.name) return [];
  return [{ ...found, key: "contradicted", values: { charset: charset.name, declared }, paste: inBoth }];
}

/** A tag that comes late is no matter where the header or the byte order mark has said it before. */
const isLate = ({ source, metaEnd = 0 }: Charset): boolean =>
  metaEnd > within && source !== "header" && source !== "bom";

/** In ASCII alone every guess is right. */
const isPlain = ({ title, metas, text }: Page): boolean =>
  !/\P{ASCII}/u.test([title?.text ?? "", text.main, ...metas.map(({ content }) => content)].join(" "));

/** Labels are many: `utf8` and `UTF-8` are one. */
function namedBy(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return label; // No charset at all: it is quoted as it stands.
  }
}
