import { parseFeed } from "feedsmith";
import type { HeadLink } from "../../page/page.ts";
import type { Visit, Visitors } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";

const feedTypes = /^(application\/(rss|atom)\+xml|application\/feed\+json|application\/rdf\+xml)$/i;
/** More than one reader would look through. */
const mostFeeds = 3;

export const feedNamedRule: Rule = {
  id: "SP01",
  group: "spreading",
  title: { en: "A feed to follow", ru: "Лента, на которую можно подписаться" },
  why: {
    en: "Readers, newsletters and robots that post what is new find a site's feed by one link in its head.",
    ru: "Читалки, рассылки и роботы, которые публикуют новое, находят ленту по одной ссылке в head.",
  },
  severity: "warning",
  networks: "none",
  grade: "B",
  source: "https://www.rssboard.org/rss-autodiscovery",
  reach: "page",
  says: {
    none: {
      what: { en: "The page names no feed.", ru: "Страница не называет ни одной ленты." },
      remedy: {
        en: "Most engines make one: put its link into the head of every page.",
        ru: "Лента есть почти у каждого движка: поставьте ссылку на неё в head каждой страницы.",
      },
    },
    misplaced: {
      what: {
        en: "The feed's link stands outside the head: {url}",
        ru: "Ссылка на ленту стоит вне head: {url}",
      },
      remedy: { en: "Move it into the head.", ru: "Перенесите её в head." },
    },
  },
  check({ page }: Subject): Finding[] {
    const feeds = feedsOf(page.links);
    const common = { severity: "warning", networks: "none" } as const;
    const [first] = feeds;
    if (!first) {
      const paste = `<link rel="alternate" type="application/rss+xml" title="RSS" href="${new URL("/feed", page.url).href}">`;
      return [{ ...common, key: "none", values: {}, paste }];
    }
    if (feeds.some(({ isInHead }) => isInHead)) return [];
    return [{ ...common, key: "misplaced", values: { url: first.href.slice(0, 200) }, line: first.line }];
  },
};

export const feedValidRule: Rule = {
  id: "SP02",
  group: "spreading",
  title: { en: "The feed can be read", ru: "Лента читается" },
  why: {
    en: "A feed that does not parse is dropped silently: its followers simply hear nothing more.",
    ru: "Ленту, которая не разбирается, читалки бросают молча: подписчики просто перестают что-либо получать.",
  },
  severity: "error",
  networks: "none",
  grade: "A",
  source: "https://www.rssboard.org/rss-specification",
  reach: "web",
  says: {
    unreachable: {
      what: {
        en: "The feed {url} does not open ({outcome}).",
        ru: "Лента {url} не открывается ({outcome}).",
      },
      remedy: {
        en: "Correct the address in the head, or switch the feed on.",
        ru: "Исправьте адрес в head или включите ленту.",
      },
    },
    invalid: {
      what: {
        en: "The feed {url} is neither RSS, Atom, RDF nor JSON Feed.",
        ru: "Лента {url} — не RSS, не Atom, не RDF и не JSON Feed.",
      },
      remedy: {
        en: "Look at its first lines: a notice or an error before the XML breaks it.",
        ru: "Посмотрите на первые строки: предупреждение или ошибка перед XML её ломает.",
      },
    },
    empty: {
      what: { en: "The feed {url} has no entry.", ru: "В ленте {url} нет ни одной записи." },
      remedy: { en: "Let it hold the latest materials.", ru: "Пусть в ней будут последние материалы." },
    },
  },
  async check({ page, web }: Subject): Promise<Finding[]> {
    if (!web) return [];
    const feeds = feedsOf(page.links).slice(0, mostFeeds);
    return (await Promise.all(feeds.map((feed) => judgeFeed(feed, web)))).flat();
  },
};

export const feedsOf = (links: readonly HeadLink[]): HeadLink[] =>
  links.filter(({ rel, type }) => rel.includes("alternate") && feedTypes.test(type?.trim() ?? ""));

async function judgeFeed({ url, href, line }: HeadLink, web: Visitors): Promise<Finding[]> {
  const common = { networks: "none", line } as const;
  const values = { url: (url ?? href).slice(0, 200) };
  if (url === undefined)
    return [
      { ...common, key: "unreachable", severity: "error", values: { ...values, outcome: "no address" } },
    ];
  const state = stateOf(await web.visit(url, "samovar"));
  if (state === "fine") return [];
  if (state === "invalid") return [{ ...common, key: "invalid", severity: "error", values }];
  if (state === "empty") return [{ ...common, key: "empty", severity: "warning", values }];
  return [{ ...common, key: "unreachable", severity: "error", values: { ...values, ...state } }];
}

type FeedState = "fine" | "invalid" | "empty" | { readonly outcome: string | number };

/** Of a feed that is larger than what we read nothing is concluded. */
function stateOf({ answer, failure }: Visit): FeedState {
  if (failure) return failure.kind === "over-budget" ? "fine" : { outcome: failure.kind };
  if (answer?.status !== 200) return { outcome: answer?.status ?? "no answer" };
  if (answer.isTruncated) return "fine";
  const count = countEntries(new TextDecoder().decode(answer.body));
  if (count === undefined) return "invalid";
  return count === 0 ? "empty" : "fine";
}

/** Entries of a feed; undefined where it is none. */
function countEntries(text: string): number | undefined {
  try {
    const { feed } = parseFeed(text);
    const lists = ["items" in feed ? feed.items : undefined, "entries" in feed ? feed.entries : undefined];
    return lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
  } catch {
    return undefined;
  }
}
