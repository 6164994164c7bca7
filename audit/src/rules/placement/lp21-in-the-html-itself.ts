import type { Page } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { cutToWords, escapeAttribute, findContent, ownTitle, squeeze, writeMeta } from "../tags.ts";
import { socialMetas } from "./social-metas.ts";

/**
 * A page that scripts build: no tags for cards, at least one script, and less text than a sentence or two. A notice for
 * those without JavaScript stays below that.
 */
const bareText = 200;

export const inTheHtmlItself: Rule = {
  id: "LP21",
  group: "placement",
  title: { en: "Tags in the HTML itself", ru: "Теги в самом HTML" },
  why: {
    en: "No preview robot runs JavaScript. What a script puts into the page later, the networks never see.",
    ru: "Ни один робот предпросмотра не выполняет JavaScript. Того, что скрипт добавит позже, сети не увидят.",
  },
  severity: "error",
  networks: "all",
  grade: "A",
  source:
    "https://github.com/mastodon/mastodon/blob/main/app/services/fetch_link_card_service.rb; Apple TN3156 (no JavaScript)",
  reach: "page",
  says: {
    "built-by-scripts": {
      what: {
        en: "The HTML has no tags for cards and hardly any text (characters: {length}): scripts build this page in the browser.",
        ru: "В HTML нет тегов для карточек и почти нет текста (знаков: {length}): страницу в браузере собирают скрипты.",
      },
      remedy: {
        en: "Have the server, or a proxy before it, write these tags into the HTML of {url}.",
        ru: "Пусть сервер или прокси перед ним вписывает эти теги в HTML страницы {url}.",
      },
    },
    missing: {
      what: {
        en: "The HTML has no tags for cards: each network guesses by itself.",
        ru: "В HTML нет тегов для карточек: каждая сеть угадывает сама.",
      },
      remedy: {
        en: "Put these tags into the head, right behind <meta charset>.",
        ru: "Добавьте эти теги в head, сразу за <meta charset>.",
      },
    },
  },
  check,
};

function check({ page }: Subject): Finding[] {
  const hasTags = socialMetas(page).some(({ content }) => content.trim() !== "");
  // Nothing came at all: that is a matter of fetching.
  if (hasTags || page.byteLength === 0) return [];
  const { visibleLength: length } = page.text;
  const isBuilt = page.scripts.length > 0 && length < bareText;
  return [
    {
      key: isBuilt ? "built-by-scripts" : "missing",
      severity: "error",
      networks: "all",
      values: isBuilt ? { length, url: page.url } : {},
      paste: tagsFor(page),
      repair: "tags",
    },
  ];
}

/** What the page says of itself, as tags. */
function tagsFor(page: Page): string {
  const title = ownTitle(page);
  const description =
    findContent(page, "description") ?? cutToWords(squeeze(page.text.main.split("\n")[0] ?? ""), 170);
  const url = page.links.find(({ rel }) => rel.includes("canonical"))?.url ?? page.url;
  const tags = [
    title === undefined ? undefined : writeMeta("og:title", title),
    description === "" ? undefined : writeMeta("og:description", description),
    writeMeta("og:url", url),
    writeMeta("og:type", "website"),
    writeMeta("twitter:card", "summary_large_image"),
    page.links.some(({ rel }) => rel.includes("canonical"))
      ? undefined
      : `<link rel="canonical" href="${escapeAttribute(url)}">`,
  ];
  return tags.filter((tag) => tag !== undefined).join("\n");
}
