import { documentWith, type Example, pageUrl } from "../example.ts";

const feed = "https://example.org/feed.xml";
const feedLink = `<link rel="alternate" type="application/rss+xml" href="${feed}">`;
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Eggs</title><link>https://example.org/</link><description>All of them</description>${items}</channel></rss>`;
const item = "<item><title>Soft</title><link>https://example.org/soft</link></item>";
const xml = (body: string) => ({ headers: { "content-type": "application/rss+xml" }, body });
const article = '<meta property="og:type" content="article">';
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;
const whole = {
  "@type": "Article",
  headline: "Egg",
  image: "https://example.org/egg.jpg",
  datePublished: "2026-03-01",
  author: { "@type": "Person", name: "Ann" },
};
const long = `<h1>Egg</h1><p>${"Six minutes for a soft yolk, and ten for a firm one. ".repeat(25)}</p>`;
const shareBy = (href: string) => documentWith("", `${long}<a href="${href}">Share</a>`);

export const spreadingExamples: readonly Example[] = [
  {
    ruleId: "SP01",
    failing: {
      none: documentWith(""),
      misplaced: documentWith("", `<h1>Egg</h1>${feedLink}`),
    },
    passing: { "a feed in the head": documentWith(feedLink) },
  },
  {
    ruleId: "SP02",
    failing: {
      unreachable: {
        html: documentWith(feedLink),
        finds: { severity: "error", values: { url: feed, outcome: 404 } },
      },
      invalid: { html: documentWith(feedLink), web: { [feed]: xml("Notice: undefined index<rss>") } },
      empty: { html: documentWith(feedLink), web: { [feed]: xml(rss("")) }, finds: { severity: "warning" } },
    },
    passing: {
      "a feed with an entry": { html: documentWith(feedLink), web: { [feed]: xml(rss(item)) } },
      "a page without a feed": { html: documentWith("") },
    },
  },
  {
    ruleId: "SP03",
    failing: {
      none: { html: documentWith(""), finds: { paste: `<link rel="canonical" href="${pageUrl}">` } },
      several: documentWith(
        `<link rel="canonical" href="${pageUrl}"><link rel="canonical" href="https://example.org/">`,
      ),
      misplaced: documentWith("", `<h1>Egg</h1><link rel="canonical" href="${pageUrl}">`),
    },
    passing: { "one in the head": documentWith(`<link rel="canonical" href="${pageUrl}">`) },
  },
  {
    ruleId: "SP04",
    failing: { none: documentWith(article) },
    passing: {
      "an article that offers one": documentWith(
        `${article}<link rel="alternate" type="application/json+oembed" href="/oembed">`,
      ),
      "no article": documentWith(""),
    },
  },
  {
    ruleId: "SP05",
    failing: {
      broken: {
        html: documentWith(jsonLd('{"@type": "Article", "headline": "A "soft" egg"}')),
        finds: { severity: "error" },
      },
      incomplete: {
        html: documentWith(jsonLd({ ...whole, image: undefined, author: "" })),
        finds: { values: { type: "Article", missing: "image, author" } },
      },
      none: documentWith(article),
    },
    passing: {
      "a whole article": documentWith(`${article}${jsonLd(whole)}`),
      "no article": documentWith(""),
    },
  },
  {
    ruleId: "SP06",
    failing: { none: documentWith(article) },
    passing: {
      "an author who is named": documentWith(
        `${article}<meta name="fediverse:creator" content="@ann@example.org">`,
      ),
      "no article": documentWith(""),
    },
  },
  {
    ruleId: "SP07",
    failing: { none: documentWith(article) },
    passing: {
      "a record that is named": documentWith(
        `${article}<link rel="site.standard.document" href="at://did:plc:abc/site.standard.document/1">`,
      ),
      "no article": documentWith(""),
    },
  },
  {
    ruleId: "SP08",
    failing: {
      none: documentWith("", long),
      "no-address": shareBy("https://www.facebook.com/sharer/sharer.php"),
      "other-page": shareBy("https://t.me/share/url?url=https%3A%2F%2Ftheme-demo.example%2F"),
    },
    passing: {
      "a link that shares this page": shareBy(`https://vk.com/share.php?url=${encodeURIComponent(pageUrl)}`),
      "a text with the address in it": shareBy(
        `https://wa.me/?text=${encodeURIComponent(`An egg ${pageUrl}`)}`,
      ),
      "a share button of the site's own": documentWith('<script src="/w/pass.js" async></script>', long),
      "a page with little to share": documentWith(""),
    },
  },
  {
    ruleId: "SP09",
    failing: {
      "no-alt": {
        html: documentWith("", '<h1>Egg</h1><img src="/egg.jpg">'),
        finds: { values: { count: 1, all: 1 } },
      },
      "no-anchor": { html: documentWith("", `${long}<h2>Salt</h2>`), finds: { severity: "info" } },
    },
    passing: {
      "pictures with words and parts with names": documentWith(
        "",
        `${long}<img src="/egg.jpg" alt="An egg"><img src="/line.png" alt=""><h2 id="salt">Salt</h2>`,
      ),
    },
  },
];
