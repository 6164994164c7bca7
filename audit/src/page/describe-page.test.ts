import { expect, test } from "vitest";
import { describePage } from "./describe-page.ts";
import { readDate } from "./read-date.ts";
import { readPage } from "./read-page.ts";

const describeHtml = (html: string) =>
  describePage(
    readPage({
      url: "https://site.test/one",
      body: new TextEncoder().encode(html),
      contentType: "text/html; charset=utf-8",
      isTruncated: false,
    }),
  );

test("the title is what the sources agree on, whether or not the site's name stands after it", () => {
  const { title } = describeHtml(`<title>One | Site</title><meta property="og:title" content="One | Site">
    <meta name="twitter:title" content="One"><h1>One</h1><meta property="og:site_name" content="Site">`);
  expect(title).toBe("One | Site");
  const { title: agreed } = describeHtml(`<meta property="og:title" content="Wow">
    <meta name="twitter:title" content="One"><script type="application/ld+json">
    {"@type":"NewsArticle","headline":"One"}</script>`);
  expect(agreed).toBe("One");
});

test("one tag may be property and name at once", () => {
  expect(describeHtml(`<meta property="x" name="description" content=" A\n  text ">`).description).toBe(
    "A text",
  );
});

test("JSON-LD wrapped in CDATA still tells author, date and image", () => {
  const described = describeHtml(`<script type="application/ld+json">//<![CDATA[
    {"@graph":[{"@type":["NewsArticle"],"author":[{"name":"By Ann Lee"},{"name":"Bo"}],
    "datePublished":"2024-03-01T10:00:00+03:00","image":{"url":"/a.jpg"},"publisher":{"name":"Site"}}]}
    //]]></script>`);
  expect(described).toMatchObject({
    author: "Ann Lee, Bo",
    publishedAt: "2024-03-01T07:00:00.000Z",
    image: "https://site.test/a.jpg",
    siteName: "Site",
  });
});

test("an author is a name, not an address nor an account", () => {
  expect(
    describeHtml(`<meta property="article:author" content="https://facebook.test/ann">`).author,
  ).toBeUndefined();
  expect(describeHtml(`<a rel=author href=/ann>by Ann Lee</a>`).author).toBe("Ann Lee");
});

test("a page that says nothing is described by nothing", () => {
  expect(describeHtml("")).toEqual({
    title: undefined,
    description: undefined,
    image: undefined,
    author: undefined,
    publishedAt: undefined,
    canonical: undefined,
    siteName: undefined,
    lang: undefined,
    feeds: [],
  });
});

test("language and feeds are read as standards have them", () => {
  const html = `<html lang=pt_br><link rel=alternate type="application/rss+xml" title=News href=/feed>`;
  expect(describeHtml(html)).toMatchObject({
    lang: "pt-BR",
    feeds: [{ url: "https://site.test/feed", title: "News", type: "rss" }],
  });
});

test.each([
  ["2016-05-25T10:15:00.250+0300", "2016-05-25T07:15:00.250Z"],
  ["2016-05-25", "2016-05-25"],
  ["2016/5/2 9:05", "2016-05-02T09:05:00.000Z"],
  ["20160525", "2016-05-25"],
  ["25.05.2016 10:15", "2016-05-25T10:15:00.000Z"],
  ["May 25th, 2016 10:15 PM EDT", "2016-05-26T02:15:00.000Z"],
  ["Wed, 25 May 2016 10:15:00 +0200", "2016-05-25T08:15:00.000Z"],
  ["25 мая 2016 г.", "2016-05-25"],
  ["05/06/2016", undefined],
  ["2016-02-31", undefined],
  ["yesterday", undefined],
])("the date %s", (written, iso) => {
  expect(readDate(written)).toBe(iso);
});
