import { documentWith, type Example, pageUrl } from "../example.ts";

const canonical = `<link rel="canonical" href="${pageUrl}">`;
const ogUrl = (url: string) => `<meta property="og:url" content="${url}">`;
const addressed = (url: string) => documentWith(`${canonical}${ogUrl(url)}`);
const article = '<meta property="og:type" content="article">';
const time = '<meta property="article:published_time" content="2026-05-21T09:30:00+03:00">';
const author = '<meta property="article:author" content="Anna Ivanova">';
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const news = { "@type": "NewsArticle", headline: "Soft eggs" };
const titled = '<meta property="og:title" content="Eggs">';

/** The page at an address of its own, with its canonical one. */
const at = (asked: string, named: string) => ({
  asked,
  web: { [asked]: documentWith(`<link rel="canonical" href="${named}">`) },
});

/** LP30 to LP34: what the page says of itself in its own tags. */
export const addressExamples: readonly Example[] = [
  {
    ruleId: "LP30",
    failing: {
      missing: {
        html: documentWith(canonical),
        finds: { severity: "warning", networks: "all", paste: ogUrl(pageUrl), repair: "tags" },
      },
      "not-absolute": {
        html: addressed("/page"),
        finds: { severity: "error", values: { value: "/page" }, paste: ogUrl(pageUrl) },
      },
      insecure: {
        html: documentWith(ogUrl("http://example.org/page")),
        finds: { paste: `${ogUrl(pageUrl)}\n${canonical}` },
      },
      "other-host": {
        html: addressed("https://old.example.com/page"),
        finds: { values: { other: "old.example.com", host: "example.org" }, paste: ogUrl(pageUrl) },
      },
      "not-canonical": {
        html: addressed("https://example.org/page/"),
        finds: { values: { value: "https://example.org/page/", canonical: pageUrl } },
      },
      tracked: {
        html: documentWith(ogUrl(`${pageUrl}?id=7&utm_source=vk`)),
        finds: { values: { parameter: "utm_source", value: `${pageUrl}?id=7&utm_source=vk` } },
      },
      dead: {
        html: documentWith(ogUrl("https://example.org/gone")),
        finds: {
          severity: "error",
          values: { value: "https://example.org/gone", status: 404 },
          paste: `${ogUrl(pageUrl)}\n${canonical}`,
        },
      },
      elsewhere: {
        html: documentWith(ogUrl("https://example.org/a")),
        web: { "https://example.org/a": documentWith(ogUrl("https://example.org/b")) },
        finds: { values: { value: "https://example.org/a", other: "https://example.org/b" } },
      },
    },
    passing: {
      "one address everywhere": addressed(pageUrl),
      "an address that is not a reader's own": {
        asked: `${pageUrl}?smv=abc`,
        web: { [`${pageUrl}?smv=abc`]: addressed(pageUrl), [pageUrl]: addressed(pageUrl) },
      },
      "no page at all": "",
    },
  },
  {
    ruleId: "LP31",
    failing: {
      "in-address": {
        ...at(`${pageUrl}/k3x9q2w7`, pageUrl),
        finds: {
          severity: "error",
          networks: ["bluesky"],
          values: { id: "k3x9q2w7", canonical: pageUrl },
          paste: `${pageUrl}?smv=k3x9q2w7`,
        },
      },
      "in-canonical": {
        html: documentWith('<link rel="canonical" href="https://example.org/page;jsessionid=A1B2">'),
        finds: { paste: canonical, repair: "tags" },
      },
    },
    passing: {
      "an id in the query": at(`${pageUrl}?smv=k3x9q2w7`, pageUrl),
      "a further page of a list": at("https://example.org/list/page/2", "https://example.org/list"),
      "a page below its canonical one": at("https://example.org/page/comments", pageUrl),
      "a page without a canonical address": documentWith("<title>Eggs</title>"),
    },
  },
  {
    ruleId: "LP32",
    failing: {
      "not-article": {
        html: documentWith(
          `<meta property="og:type" content="website">${jsonLd({ "@graph": [{ "@type": ["Thing", "BlogPosting"] }] })}`,
        ),
        finds: {
          severity: "warning",
          networks: ["pinterest", "linkedin", "mastodon", "facebook"],
          values: { type: "BlogPosting", value: "website" },
          paste: article,
        },
      },
      "no-time": {
        html: documentWith(
          `${article}${author}${jsonLd({ "@type": "Article", datePublished: "2026-05-21" })}`,
        ),
        finds: { paste: '<meta property="article:published_time" content="2026-05-21">' },
      },
      "bad-time": {
        html: documentWith(
          `${article}${author}<meta property="article:published_time" content="May 21, 2026">`,
        ),
        finds: {
          values: { value: "May 21, 2026" },
          paste: '<meta property="article:published_time" content="2026-05-21T00:00:00.000Z">',
        },
      },
      "no-author": {
        html: documentWith(
          `${article}${time}${jsonLd({ "@type": "Article", author: [{ name: "Anna Ivanova" }] })}`,
        ),
        finds: { paste: author },
      },
      "author-address": {
        html: documentWith(
          `${article}${time}<meta property="article:author" content="https://facebook.com/anna"><meta name="author" content="Anna Ivanova">`,
        ),
        finds: { networks: ["pinterest"], paste: author },
      },
    },
    passing: {
      "an article that says it all": documentWith(`${article}${time}${author}`),
      "an article whose author stands in the plain tag": documentWith(
        `${article}${time}<meta name="author" content="Anna Ivanova">`,
      ),
      "a page that is no article": documentWith('<meta property="og:type" content="website">'),
    },
  },
  {
    ruleId: "LP33",
    failing: {
      "long-site-name": {
        html: documentWith(`<meta property="og:site_name" content="Кухня — ${"всё о яйцах ".repeat(15)}">`),
        finds: {
          severity: "error",
          networks: ["discord"],
          paste: '<meta property="og:site_name" content="Кухня">',
        },
      },
      "bad-locale": {
        html: '<!doctype html><html lang="ru"><meta property="og:locale" content="russian">',
        finds: { severity: "warning", paste: '<meta property="og:locale" content="ru_RU">' },
      },
      "no-lang": {
        html: "<!doctype html><html><meta charset=utf-8><title>Яйца</title><p>Варите яйцо шесть минут, затем остудите его в воде.</p>",
        finds: { severity: "warning", networks: "all", paste: '<html lang="ru">' },
      },
      "bad-lang": {
        html: '<!doctype html><html lang="en_GB"><meta property="og:locale" content="en_GB">',
        finds: { values: { value: "en_GB" }, paste: '<html lang="en">' },
      },
    },
    passing: {
      "a site and a language with names": documentWith(
        '<meta property="og:site_name" content="Кухня"><meta property="og:locale" content="en_GB">',
      ),
      "a language with its script and country": '<!doctype html><html lang="sr-Cyrl-RS"><title>Јаја</title>',
      "no page at all": "",
    },
  },
  {
    ruleId: "LP34",
    failing: {
      broken: {
        html: documentWith('<script type="application/ld+json">{"@type": "WebPage",}</script>'),
        finds: { severity: "warning", networks: "all", line: 5 },
      },
      differs: {
        html: documentWith(`${titled}${jsonLd([{ "@type": "Organization" }, news])}`),
        finds: {
          severity: "warning",
          networks: ["mastodon"],
          values: { type: "NewsArticle", headline: "Soft eggs", title: "Eggs" },
          paste: '<meta property="og:title" content="Soft eggs">',
        },
      },
      "differs-in-graph": {
        html: documentWith(`${titled}${jsonLd({ "@context": "https://schema.org", "@graph": [news] })}`),
        finds: { severity: "info", networks: "none" },
      },
    },
    passing: {
      "the same title in both": documentWith(`${titled}${jsonLd({ ...news, headline: "Eggs " })}`),
      "a headline of something that Mastodon does not read": documentWith(
        `${titled}${jsonLd({ "@type": "VideoObject", headline: "Soft eggs" })}`,
      ),
      "structured data alone": documentWith(jsonLd(news)),
    },
  },
];
