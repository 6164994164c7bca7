import { expect, test } from "vitest";
import { makeTags, maxTagsBytes } from "./make-tags.ts";
import type { PageHead, PageTags } from "./page-tags.ts";
import { wishFor } from "./wish-for.ts";

const wish: PageTags = {
  url: "https://tea.example/a?b=1&c=2",
  title: 'Tea "strong" & <hot>',
  description: "Two\nlines",
  siteName: "Tea house",
  locale: "en_US",
  type: "article",
  article: { publishedTime: "2026-01-02T03:04:05Z", author: "Olga", tags: ["tea", "water"] },
  image: { url: "https://tea.example/i.jpg", width: 1200, height: 630, alt: "A samovar", type: "image/jpeg" },
  creator: "@olga@tea.example",
  feeds: [{ url: "https://tea.example/feed", type: "application/rss+xml" }],
  oembedUrl: "https://tea.example/oembed?url=x",
  themeColor: "#aa3311",
  addsStructuredData: true,
  script: { src: "https://s.example/w/site.js", siteKey: "key" },
};

test("the tags stand in the order that networks read, each in its attribute, escaped, on one line", () => {
  expect(makeTags(wish)).toBe(
    `<title>Tea "strong" &amp; &lt;hot&gt;</title>
<meta name="description" content="Two lines">
<link rel="canonical" href="https://tea.example/a?b=1&amp;c=2">
<meta property="og:title" content="Tea &quot;strong&quot; &amp; &lt;hot&gt;">
<meta property="og:description" content="Two lines">
<meta property="og:url" content="https://tea.example/a?b=1&amp;c=2">
<meta property="og:type" content="article">
<meta property="og:site_name" content="Tea house">
<meta property="og:locale" content="en_US">
<meta property="og:image" content="https://tea.example/i.jpg">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:type" content="image/jpeg">
<meta property="og:image:alt" content="A samovar">
<meta name="twitter:card" content="summary_large_image">
<meta property="article:published_time" content="2026-01-02T03:04:05Z">
<meta property="article:author" content="Olga">
<meta property="article:tag" content="tea">
<meta property="article:tag" content="water">
<meta name="fediverse:creator" content="@olga@tea.example">
<meta name="theme-color" content="#aa3311">
<script async src="https://s.example/w/site.js" data-site="key"></script>
<link rel="alternate" type="application/rss+xml" href="https://tea.example/feed">
<link rel="alternate" type="application/json+oembed" href="https://tea.example/oembed?url=x">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","url":"https://tea.example/a?b=1&c=2","headline":"Tea \\"strong\\" & \\u003chot>","name":"Tea \\"strong\\" & \\u003chot>","description":"Two lines","image":"https://tea.example/i.jpg","datePublished":"2026-01-02T03:04:05Z","author":{"@type":"Person","name":"Olga"},"publisher":{"@type":"Organization","name":"Tea house"}}</script>`,
  );
});

test("whatever a page says, its tags stay below 16 kB and the first ones are there", () => {
  const long = '"&<щ'.repeat(5000);
  const tags = makeTags({
    ...wish,
    title: long,
    description: long,
    siteName: long,
    image: { url: `https://a.example/?${"&".repeat(2000)}`, alt: long },
    article: { tags: Array.from({ length: 99 }, () => long), author: long },
    feeds: Array.from({ length: 99 }, () => ({ url: wish.url, type: "application/rss+xml", title: long })),
  });
  expect(Buffer.byteLength(tags)).toBeLessThanOrEqual(maxTagsBytes);
  expect(tags).toContain("og:title");
  expect(tags).toContain("og:description");
});

const page = (part: Partial<PageHead>): PageHead => ({
  url: "https://tea.example/a?utm_source=x&id=7&fbclid=1#part",
  baseUrl: "https://tea.example/a",
  lang: undefined,
  title: { text: " Tea \n house " },
  metas: [],
  links: [],
  structuredData: [],
  ...part,
});
const cardImage = () => ({ url: "https://tea.example/card/1.jpg" });
const publicAddress = (url: string) => url.replace("http://10.0.0.1", "https://tea.example");
const meta = (name: string, content: string) => ({ by: "property" as const, name, content });

test("an address without a canonical one loses what the visit added", () => {
  expect(wishFor(page({}))?.url).toBe("https://tea.example/a?id=7");
});

test("words are taken from where the page has them", () => {
  const wished = wishFor(
    page({
      title: undefined,
      structuredData: [
        {
          value: {
            "@graph": [
              { "@type": "Organization", name: "No" },
              {
                "@type": "NewsArticle",
                headline: "From data",
                datePublished: "2026-05-06",
                image: ["/d.png"],
                author: [{ name: "Olga" }],
              },
            ],
          },
        },
      ],
      text: { main: "Short\nA paragraph that is long enough to say what the page is about." },
    }),
  );
  expect(wished).toMatchObject({
    title: "From data",
    description: "A paragraph that is long enough to say what the page is about.",
    type: "article",
    article: { publishedTime: "2026-05-06", author: "Olga" },
    image: { url: "https://tea.example/d.png", alt: "From data" },
    addsStructuredData: false,
  });
});

test("a picture's size is the one that stands with it, not another picture's", () => {
  const wished = wishFor(
    page({ metas: [meta("og:image", "/1.png"), meta("og:image", "/2.png"), meta("og:image:width", "500")] }),
  );
  expect(wished?.image).toMatchObject({ url: "https://tea.example/1.png", width: undefined });
});

test("a page without a picture gets a drawn one, else the site's", () => {
  const profile = { image: { url: "https://tea.example/site.jpg" } };
  expect(wishFor(page({}), { profile })?.image?.url).toBe("https://tea.example/site.jpg");
  expect(wishFor(page({}), { profile, cardImage })?.image?.url).toBe("https://tea.example/card/1.jpg");
  const own = page({ metas: [meta("og:image", "http://tea.example/own.png")] });
  expect(wishFor(own, { profile, cardImage })?.image?.url).toBe("https://tea.example/own.png"); // and by https
});

test.each([
  ["ru", undefined, "ru_RU"],
  ["de-AT", undefined, "de_AT"],
  ["en", "en_GB", "en_GB"],
  ["xx", undefined, undefined],
  ["", undefined, undefined],
])("a page in %j that says the locale %j is in %j", (lang, said, locale) => {
  expect(wishFor(page({ lang, metas: said ? [meta("og:locale", said)] : [] }))?.locale).toBe(locale);
});

test("what the page says comes before what the profile says", () => {
  const profile = {
    siteName: "Profile",
    creator: "@p@p.example",
    themeColor: "#111111",
    feeds: [{ url: "https://tea.example/feed", type: "application/rss+xml" }],
    oembed: "https://tea.example/oembed?url={url}",
  };
  const own = wishFor(page({ metas: [meta("og:site_name", "Own"), meta("theme-color", "#222222")] }), {
    profile,
  });
  expect(own).toMatchObject({ siteName: "Own", themeColor: "#222222", creator: "@p@p.example" });
  expect(own?.feeds).toEqual(profile.feeds);
  expect(own?.oembedUrl).toBe("https://tea.example/oembed?url=https%3A%2F%2Ftea.example%2Fa%3Fid%3D7");
});

test("an origin's address is said as the public knows it", () => {
  const wished = wishFor(
    page({
      links: [
        {
          rel: ["canonical"],
          href: "http://10.0.0.1/a",
          url: "http://10.0.0.1/a",
          type: undefined,
          title: undefined,
        },
      ],
      metas: [meta("og:image", "http://10.0.0.1/i.png")],
    }),
    { publicAddress },
  );
  expect(wished).toMatchObject({ url: "https://tea.example/a", image: { url: "https://tea.example/i.png" } });
});

test("a page without a word for its title is left alone", () => {
  expect(wishFor(page({ title: undefined }))).toBeUndefined();
});
