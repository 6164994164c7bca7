import type { Finding, Rule, Subject } from "../rule.ts";
import { findMeta } from "../tags.ts";
import { isArticle, thingsOf, type Thing } from "../things.ts";

const forReaders = { networks: "none" } as const;

export const oembedRule: Rule = {
  id: "SP04",
  group: "spreading",
  title: { en: "Ready to be embedded", ru: "Можно встроить" },
  why: {
    en: "Blogs and forums that know oEmbed show more of a page than its card: a title, an author, a piece of it.",
    ru: "Блоги и форумы, которые знают oEmbed, показывают больше карточки: заголовок, автора, фрагмент.",
  },
  severity: "info",
  networks: "none",
  grade: "A",
  source: "https://oembed.com/#section4",
  reach: "page",
  says: {
    none: {
      what: { en: "The page offers no oEmbed answer.", ru: "Страница не предлагает ответа oEmbed." },
      remedy: {
        en: "Engines have it built in or as a plug-in; name it by a link in the head.",
        ru: "В движках это есть сразу или плагином; назовите его ссылкой в head.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const offers = page.links.some(({ type }) =>
      /^(application|text)\/(json|xml)\+oembed$/i.test(type ?? ""),
    );
    if (offers || !isArticle(page)) return [];
    const endpoint = new URL("/oembed", page.url);
    endpoint.searchParams.set("url", page.url);
    const paste = `<link rel="alternate" type="application/json+oembed" href="${endpoint.href}">`;
    return [{ ...forReaders, key: "none", severity: "info", values: {}, paste }];
  },
};

/** What each type is little worth without, by Google's pages on structured data. */
const wanted: readonly (readonly [type: RegExp, properties: readonly string[]])[] = [
  [/(Article|BlogPosting)$/, ["headline", "image", "datePublished", "author"]],
  [/^Product$/, ["name", "image", "offers"]],
  [/^Recipe$/, ["name", "image"]],
  [/^Event$/, ["name", "startDate", "location"]],
  [/^VideoObject$/, ["name", "thumbnailUrl", "uploadDate"]],
  [/^FAQPage$/, ["mainEntity"]],
];

export const structuredDataRule: Rule = {
  id: "SP05",
  group: "spreading",
  title: { en: "Structured data that holds", ru: "Структурированные данные целы" },
  why: {
    en: "Search, assistants and some networks take title, author, date and picture from JSON-LD first.",
    ru: "Поиск, ассистенты и часть сетей берут заголовок, автора, дату и картинку прежде всего из JSON-LD.",
  },
  severity: "error",
  networks: "none",
  grade: "A",
  source: "https://developers.google.com/search/docs/appearance/structured-data/article",
  reach: "page",
  says: {
    broken: {
      what: { en: "A JSON-LD script is no JSON: {error}.", ru: "Скрипт JSON-LD — не JSON: {error}." },
      remedy: {
        en: "Most often a quote or a line break in a text is not escaped: let the engine write it, not a template.",
        ru: "Чаще всего не экранирована кавычка или перевод строки: пусть это пишет движок, а не шаблон.",
      },
    },
    incomplete: {
      what: {
        en: "The {type} in JSON-LD lacks: {missing}.",
        ru: "В JSON-LD у {type} не хватает: {missing}.",
      },
      remedy: { en: "Add what is missing.", ru: "Добавьте недостающее." },
    },
    none: {
      what: {
        en: "An article without JSON-LD: machines must guess its author and date.",
        ru: "Статья без JSON-LD: автора и дату машинам приходится угадывать.",
      },
      remedy: {
        en: "Add an Article with headline, image, datePublished and author.",
        ru: "Добавьте Article с headline, image, datePublished и author.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const broken = page.structuredData.flatMap(({ error, line }): Finding[] =>
      error === undefined
        ? []
        : [{ ...forReaders, key: "broken", severity: "error", values: { error: error.slice(0, 120) }, line }],
    );
    const things = thingsOf(page);
    const incomplete = things.flatMap(incompleteOf);
    if (page.structuredData.length > 0 || !isArticle(page)) return [...broken, ...incomplete];
    return [{ ...forReaders, key: "none", severity: "info", values: {}, repair: "tags" }];
  },
};

function incompleteOf({ types, value, from }: Thing): Finding[] {
  return types.flatMap((type): Finding[] => {
    const properties = wanted.find(([pattern]) => pattern.test(type))?.[1] ?? [];
    const missing = properties.filter((name) => isEmpty(value[name]));
    if (missing.length === 0) return [];
    const values = { type, missing: missing.join(", ") };
    return [{ ...forReaders, key: "incomplete", severity: "warning", values, line: from.line }];
  });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

export const creatorNamedRule: Rule = {
  id: "SP06",
  group: "spreading",
  title: { en: "The author in the fediverse", ru: "Автор в федиверсе" },
  why: {
    en: "A card on Mastodon can lead to its author's account, and a reader of one article becomes a follower.",
    ru: "Карточка в Mastodon может вести на аккаунт автора: читатель одной статьи становится подписчиком.",
  },
  severity: "info",
  networks: ["mastodon"],
  grade: "A",
  source: "https://blog.joinmastodon.org/2024/07/highlighting-journalism-on-mastodon/",
  reach: "page",
  says: {
    none: {
      what: {
        en: "The article does not say where its author is in the fediverse.",
        ru: "Статья не говорит, где её автор в федиверсе.",
      },
      remedy: {
        en: "Name the account, and list this site in its settings (Verification → Author attribution).",
        ru: "Назовите аккаунт и впишите сайт в его настройки («Проверка» → «Указание авторства»).",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    if (!isArticle(page) || findMeta(page, "fediverse:creator")) return [];
    const paste = '<meta name="fediverse:creator" content="@name@server">';
    return [{ key: "none", severity: "info", networks: ["mastodon"], values: {}, paste }];
  },
};

export const standardSiteNamedRule: Rule = {
  id: "SP07",
  group: "spreading",
  title: { en: "A record in the Atmosphere", ru: "Запись в сети AT" },
  why: {
    en: "A standard.site record makes an article findable in readers built on the AT protocol, and enriches its card on Bluesky.",
    ru: "С записью standard.site статью находят читалки на протоколе AT, а её карточка в Bluesky богаче.",
  },
  severity: "info",
  networks: ["bluesky"],
  grade: "A",
  source: "https://standard.site/docs/quick-start/",
  reach: "page",
  says: {
    none: {
      what: {
        en: "The article points to no standard.site record.",
        ru: "Статья не ссылается на запись standard.site.",
      },
      remedy: {
        en: "If the site has a publication there, let each article name its document.",
        ru: "Если у сайта есть там издание, пусть каждая статья называет свой документ.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const isNamed = page.links.some(({ rel }) => rel.includes("site.standard.document"));
    if (isNamed || !isArticle(page)) return [];
    return [{ key: "none", severity: "info", networks: ["bluesky"], values: {} }];
  },
};
