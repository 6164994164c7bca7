import { parse, defaultTreeAdapter, type DefaultTreeAdapterTypes, html as names } from "parse5";
import { describe, expect, test } from "vitest";
import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";

const url = "https://site.test/news/one";

function read(
  html: string | Uint8Array,
  contentType = "text/html; charset=utf-8",
  isTruncated = false,
): Page {
  const body = typeof html === "string" ? new TextEncoder().encode(html) : html;
  return readPage({ url, body, contentType, isTruncated });
}

/** Text whose characters are bytes. */
const bytes = (latin1: string) => Uint8Array.from(Buffer.from(latin1, "latin1"));

describe("the head", () => {
  test("ends at </head>, and nothing closed it early", () => {
    const html = "<!doctype html><html><head><title>a</title></head><body>b";
    const end = { offset: html.indexOf("</head>"), line: 1 };
    expect(read(html).head).toEqual({ end, closedEarlyBy: undefined });
  });

  test.each([
    ["<head><div>x</div><meta name=a content=b></head><body>", "div"],
    ["<head>text<meta name=a content=b></head><body>", "#text"],
    ["<head><img src=a><title>t</title></head>", "img"],
    ["<body><meta name=a content=b></head>", "body"],
  ])("is closed early in %s", (html, name) => {
    expect(read(html).head.closedEarlyBy).toMatchObject({ name });
  });

  test("may end without its tag, as HTML allows", () => {
    expect(read("<title>t</title><p>text").head.closedEarlyBy).toBeUndefined();
    expect(read("<head><title>t</title><body><p>text").head.closedEarlyBy).toBeUndefined();
  });

  test("takes back the metas that stand between it and the body", () => {
    const { metas } = read("<head></head><meta name=a content=1><body><meta name=b content=2>");
    expect(metas.map(({ name, isInHead }) => [name, isInHead])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });
});

describe("metas", () => {
  test("say where they stand in bytes and lines, and how they are written", () => {
    const html = `<head><title>Ёж 😀</title>\r\n<meta property="og:title" name=title content='Ёж &amp; 😀'>\n<meta name=x content=y>`;
    const [first, second] = read(html).metas;
    const at = (tag: string) => Buffer.byteLength(html.slice(0, html.indexOf(tag)));
    expect(first).toMatchObject({
      by: "property",
      name: "og:title",
      secondName: "title",
      content: "Ёж & 😀",
    });
    expect(first).toMatchObject({ offset: at("<meta property"), line: 2, isQuoted: true });
    expect(second).toMatchObject({ offset: at("<meta name=x"), line: 3, isQuoted: false });
    expect(second?.source).toBe("<meta name=x content=y>");
  });

  test("keep their places in a long page of many alphabets", () => {
    const html = Array.from(
      { length: 800 },
      (_, i) => `<meta name="${i}" content="д😀${"я".repeat(i % 7)}">`,
    ).join("");
    const encoded = Buffer.from(`\uFEFF${html}`);
    for (const { offset, name } of read(encoded).metas)
      expect(encoded.toString("utf8", offset, offset + 20)).toContain(`<meta name="${name}"`);
  });

  test("of templates, scripts and comments are none of the page's", () => {
    const html = `<template><meta name=a content=1></template><script>"<meta name=b content=1>"</script>
      <!--[if IE]><meta name=c content=1><![endif]--><noscript><meta name=d content=1></noscript>`;
    expect(read(html).metas.map(({ name }) => name)).toEqual(["d"]);
  });
});

describe("the charset", () => {
  test.each([
    ["header", "windows-1251", bytes("<title>\xcf\xf0\xe8</title>"), "text/html; charset=windows-1251"],
    ["meta", "windows-1251", bytes("<meta charset=cp1251><title>\xcf\xf0\xe8</title>"), "text/html"],
    ["bom", "utf-8", Buffer.from("\uFEFF<title>При</title>"), "text/html; charset=windows-1251"],
    ["default", "utf-8", Buffer.from("<title>При</title>"), "text/html"],
  ] as const)("is told by the %s", (...[source, name, body, contentType]) => {
    const page = read(body, contentType);
    expect(page.charset).toMatchObject({ source, name, isValid: true });
    expect(page.title?.text).toBe("При");
  });

  test("is taken from a meta beyond the first 1024 bytes, as browsers begin anew", () => {
    const html = bytes(`<!--${"x".repeat(2000)}--><meta charset=windows-1251><title>\xcf\xf0\xe8</title>`);
    const page = read(html, "text/html");
    expect(page.charset).toMatchObject({
      source: "meta",
      name: "windows-1251",
      metaEnd: html.indexOf(62, 2007) + 1,
    });
    expect(page.title?.text).toBe("При");
  });

  test("is not valid where bytes do not decode, unless the window cut the last letter", () => {
    expect(read(bytes("<p>\xd0")).charset.isValid).toBe(false);
    expect(read(bytes("<p>\xd0"), "text/html; charset=utf-8", true).charset.isValid).toBe(true);
  });

  test("may be named by a tag without sense", () => {
    expect(read(`<meta http-equiv=content-type content="charset">`, "text/html").charset.name).toBe("utf-8");
    expect(read("<meta charset=nonsense>", "text/html").charset.metaName).toBe("nonsense");
  });
});

test("a drawing's title is not the page's", () => {
  expect(read("<body><svg><title>drawing</title></svg><title>page</title>").title?.text).toBe("page");
});

test("addresses are resolved against <base>, wherever it stands", () => {
  const page = read(
    `<link rel="Canonical" href=two><base href="/base/"><a href=three>x</a><a href="http://[">y</a>`,
  );
  expect(page.links[0]).toMatchObject({ rel: ["canonical"], url: "https://site.test/base/two" });
  expect(page.anchors.map(({ url: address }) => address)).toEqual([
    "https://site.test/base/three",
    undefined,
  ]);
});

test("running text leaves out furniture, headings, scripts and what is hidden", () => {
  const page = read(`<nav><p>Menu text here</p></nav><h1>Head<br>line</h1><p>First  <b>one</b>.</p>
    <script>code()</script><p hidden>secret</p><ul><li>An item that is long enough to be read</li><li>Short</li></ul>`);
  expect(page.text.main).toBe("First one.\nAn item that is long enough to be read");
  expect(page.headings[0]).toMatchObject({ level: 1, text: "Head line" });
});

test("JSON-LD that is no JSON keeps its source and says what is wrong", () => {
  const [good, bad] = read(
    `<script type="application/ld+json">{"a":1}</script><script type=application/ld+json>{"a":}</script>`,
  ).structuredData;
  expect(good).toMatchObject({ value: { a: 1 }, error: undefined });
  expect(bad).toMatchObject({ source: `{"a":}`, value: undefined, error: expect.stringContaining("JSON") });
});

describe("broken documents", () => {
  test("are read as parse5's whole tree has them", () => {
    const random = seeded(20_261_124);
    for (let turn = 0; turn < 1500; turn++) {
      const html = Array.from({ length: 1 + Math.floor(random() * 14) }, () => pick(random)).join("");
      expect({ html, ...outlineOf(read(html)) }).toEqual({ html, ...outlineOfTree(html) });
    }
  });

  test("of random bytes are pages too", () => {
    const random = seeded(7);
    for (let turn = 0; turn < 500; turn++) {
      const body = Uint8Array.from({ length: Math.floor(random() * 300) }, () => Math.floor(random() * 256));
      const type = ["text/html", "text/html; charset=utf-16le", "charset=gb18030", "", "charset=replacement"];
      expect(read(body, type[turn % type.length]).byteLength).toBe(body.length);
    }
  });

  test.each([
    "<",
    "<a href=x>t",
    "<div>",
    "<b><p>",
    "<h1><div>",
    "<table>x<b>",
    "<svg><title>",
    "&",
    "</p>",
    "<!--",
  ])(
    "of megabytes of %s end, with what there was before",
    (piece) => {
      const page = read(`<title>t</title><meta name=a content=b>${piece.repeat(1e6 / piece.length)}`);
      expect(page.title?.text).toBe("t");
      expect(page.metas).toHaveLength(1);
    },
    120_000,
  );

  test("nested beyond all measure are cut, and say so", () => {
    expect(read("<div>".repeat(100_000)).isTruncated).toBe(true);
    expect(read("<div>".repeat(5000)).isTruncated).toBe(false);
  });

  test("may have a tag of a megabyte of attributes", () => {
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(" ");
    const [meta] = read(`<meta name=a content=b ${attributes}>`).metas;
    expect(meta?.content).toBe("b");
    expect(meta?.source).toHaveLength(500);
  });
});

const pieces =
  `<html lang=ru>|<head>|</head>|<body>|</body>|</html>|<title>T</title>|<title>|</title>|<meta name=a content=1>|
<meta property="og:title" content="x&amp;y">|<meta itemprop=c content>|<meta charset=utf-8>|<link rel=icon href=i>|<base href=/b/>|
<script>|</script>|<style>|</style>|<noscript>|</noscript>|<template>|</template>|<svg>|</svg>|<math>|<mi>|<foreignObject>|<p>|</p>|
<div>|</div>|<table>|<tr>|<td>|</table>|<select>|<option>|</select>|<h1>|</h1>|<h2>|<a href=u>|</a>|<b>|</b>|<frameset>|<frame>|
<noframes>|<!--|-->|<!doctype html>|<![CDATA[|]]>|text| |&lt;|<br>|</br>|<textarea>|</textarea>|<form>|<li>|<plaintext`
    .split("|")
    .map((piece) => piece.trimStart() || " ");

const pick = (random: () => number): string => pieces[Math.floor(random() * pieces.length)] ?? "";

/** Always the same numbers, so that a failure comes again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Element = DefaultTreeAdapterTypes.Element;

const outlineOf = (page: Page) => ({
  title: page.title?.text,
  lang: page.lang,
  metas: page.metas.map(({ content, isInHead }) => [content, isInHead]),
  links: page.links.map(({ href, isInHead }) => [href, isInHead]),
  headings: page.headings.map(({ level }) => level),
});

function outlineOfTree(html: string): ReturnType<typeof outlineOf> {
  const elements = elementsIn(parse(html, { scriptingEnabled: false }));
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const title = named("title")[0];
  return {
    title: title?.childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : "")).join(""),
    lang: valueOf(named("html")[0], "lang"),
    metas: named("meta").map((meta) => [
      valueOf(meta, "content") ?? valueOf(meta, "charset") ?? "",
      standsInHead(meta),
    ]),
    links: named("link").map((link) => [valueOf(link, "href") ?? "", standsInHead(link)]),
    headings: levelsIn(elements),
  };
}

const levelsIn = (elements: readonly Element[]): (1 | 2)[] =>
  elements.flatMap(({ tagName }) => (tagName === "h1" ? [1 as const] : tagName === "h2" ? [2 as const] : []));

const valueOf = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((each) => each.name === name)?.value;

const elementsIn = (parent: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  parent.childNodes.flatMap((element) => {
    if (!defaultTreeAdapter.isElementNode(element)) return [];
    const isOfHtml = element.namespaceURI === names.NS.HTML;
    return [...(isOfHtml ? [element] : []), ...elementsIn(element)];
  });

function standsInHead({ parentNode }: Element): boolean {
  if (!parentNode || !defaultTreeAdapter.isElementNode(parentNode)) return false;
  return parentNode.tagName === "head" || standsInHead(parentNode);
}
