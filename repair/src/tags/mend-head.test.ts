import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, test } from "vitest";
import { createHeadMender, mendHead, type MendOptions } from "./mend-head.ts";
import type { PageTags, SiteProfile } from "./page-tags.ts";
import { wishFor } from "./wish-for.ts";

const url = "https://tea.example/samovar";
const profile: SiteProfile = {
  siteName: "Tea house",
  image: { url: "https://tea.example/card.jpg", width: 1200, height: 630, type: "image/jpeg" },
  creator: "@olga@tea.example",
  feeds: [{ url: "https://tea.example/feed.xml", type: "application/rss+xml", title: "News" }],
  script: { src: "https://samovar.example/w/site.js", siteKey: "k1" },
};
const byProfile: MendOptions = { url, wish: (head) => wishFor(head, { profile }) };

function mended(page: string | Uint8Array, options: Partial<MendOptions> = {}, chunkSize = 1 << 20): Buffer {
  const bytes = Buffer.from(page);
  const mender = createHeadMender({ ...byProfile, ...options });
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize)
    pieces.push(...mender.push(bytes.subarray(at, at + chunkSize)));
  pieces.push(...mender.end());
  return Buffer.concat(pieces);
}

type Node = DefaultTreeAdapterTypes.Node;
const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);
const within = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(within)];

/** What a parser that follows the standard finds in the head. */
function headOf(html: string) {
  const head = within(parse(html)).find(({ nodeName }) => nodeName === "head");
  const elements = (head ? childrenOf(head) : []).flatMap((node) => ("attrs" in node ? [node] : []));
  const attributes = (name: string) =>
    elements
      .filter(({ nodeName }) => nodeName === name)
      .map(({ attrs }) => Object.fromEntries(attrs.map((each) => [each.name, each.value])));
  const metas = attributes("meta");
  return {
    meta: (name: string) =>
      metas.filter((each) => (each["property"] ?? each["name"]) === name).map((each) => each["content"]),
    links: attributes("link"),
    titles: elements
      .filter(({ nodeName }) => nodeName === "title")
      .map((node) =>
        childrenOf(node)
          .map((text) => ("value" in text ? text.value : ""))
          .join(""),
      ),
  };
}

const bare = `<!doctype html>
<html lang="ru"><head>
<meta charset="utf-8">
<title>Самовар &amp; чай</title>
</head>
<body class="x"><p>Тело</p></body></html>`;

describe("a page with little", () => {
  test("gets all that the networks read, behind its charset", () => {
    const html = mended(bare).toString();
    const head = headOf(html);
    expect(head.titles).toEqual(["Самовар & чай"]);
    expect(head.meta("og:title")).toEqual(["Самовар & чай"]);
    expect(head.meta("og:image")).toEqual(["https://tea.example/card.jpg"]);
    expect(head.meta("og:image:width")).toEqual(["1200"]);
    expect(head.meta("og:locale")).toEqual(["ru_RU"]);
    expect(head.meta("og:site_name")).toEqual(["Tea house"]);
    expect(head.meta("twitter:card")).toEqual(["summary_large_image"]);
    expect(head.meta("fediverse:creator")).toEqual(["@olga@tea.example"]);
    expect(head.links).toContainEqual({ rel: "canonical", href: url });
    expect(html.indexOf("charset")).toBeLessThan(html.indexOf("og:title"));
    expect(html).toContain('<script async src="https://samovar.example/w/site.js" data-site="k1"></script>');
  });

  test("keeps every byte of its own", () => {
    const [before = "", after = ""] = bare.split('<meta charset="utf-8">');
    const html = mended(bare).toString();
    expect(html.startsWith(`${before}<meta charset="utf-8">`)).toBe(true);
    expect(html.endsWith(after)).toBe(true);
  });

  test.each([1, 2, 3, 7, 64, 513])("comes out the same in pieces of %i bytes", (size) => {
    expect(mended(bare, {}, size).equals(mended(bare))).toBe(true);
  });

  test("mended again it stays as it is", () => {
    const once = mended(bare);
    expect(mended(once).toString()).toBe(once.toString());
  });
});

const page = (head: string, body = "<p>Text</p>") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe("what is wrong is put right", () => {
  test.each<[string, string, Record<string, string[]>]>([
    ["name for property", '<title>T</title><meta name="og:title" content="Own">', { "og:title": ["Own"] }],
    ["no quotes", "<title>T</title><meta property=og:title content=Own>", { "og:title": ["Own"] }],
    [
      "two titles of the card: the first is the owner's",
      '<title>T</title><meta property="og:title" content="First"><meta property="og:title" content="Second">',
      { "og:title": ["First"] },
    ],
    [
      "a picture by a relative address",
      '<title>T</title><meta property="og:image" content="/a.png"><meta property="og:image:width" content="800">',
      { "og:image": ["https://tea.example/a.png"], "og:image:width": ["800"] },
    ],
    [
      "a relative picture under a base",
      '<base href="/deep/"><title>T</title><meta property="og:image" content="a.png">',
      { "og:image": ["https://tea.example/deep/a.png"] },
    ],
    [
      "a second title for one network",
      '<title>T</title><meta property="og:title" content="One"><meta name="twitter:title" content="Two">',
      { "og:title": ["One"], "twitter:title": [] },
    ],
    [
      "tags behind what closes the head",
      '<div></div><title>T</title><meta property="og:title" content="Late">',
      { "og:title": ["Late"] },
    ],
    [
      "tags behind a pixel in noscript, which ends the head for robots",
      '<title>T</title><noscript><img src="p"></noscript><meta property="og:title" content="After">',
      { "og:title": ["After"] },
    ],
    [
      "tags behind 40 kB of styles",
      `<title>T</title><style>${"a{}".repeat(14_000)}</style><meta property="og:title" content="Far">`,
      { "og:title": ["Far"] },
    ],
    [
      "an address that differs from the canonical one",
      '<title>T</title><link rel="canonical" href="/c"><meta property="og:url" content="https://tea.example/other">',
      { "og:url": ["https://tea.example/c"] },
    ],
  ])("%s", (_what, head, wanted) => {
    const html = mended(page(head)).toString();
    const read = headOf(html);
    for (const [name, values] of Object.entries(wanted)) expect(read.meta(name), name).toEqual(values);
    expect(html.slice(html.indexOf("<body>"))).toBe("<body><p>Text</p></body></html>");
    expect(Buffer.byteLength(html.slice(0, html.indexOf("og:title")))).toBeLessThan(16 * 1024);
  });

  test("a charset named too late is moved to the front", () => {
    const html = mended(
      `<html><head><style>${" ".repeat(2000)}</style><meta charset="utf-8"><title>Чай</title></head><body>`,
    ).toString();
    expect(html.indexOf("<meta charset")).toBeLessThan(100);
    expect(html.match(/charset/g)).toHaveLength(1);
    expect(headOf(html).meta("og:title")).toEqual(["Чай"]);
  });

  test("two titles become one, the first that says something", () => {
    expect(headOf(mended(page("<title></title><title>Second</title>")).toString()).titles).toEqual([
      "Second",
    ]);
  });

  test("the words for search engines stay the owner's, where the card has others", () => {
    const own =
      '<title>T</title><meta name="description" content="For search"><meta property="og:description" content="For cards">';
    const html = mended(page(own)).toString();
    expect(html).toContain(own);
    expect(headOf(html).meta("description")).toEqual(["For search"]);
  });

  test("a feed that is named twice is named once", () => {
    const feed = '<link rel="alternate" type="application/rss+xml" href="/f">';
    const once = mended(page(`<title>T</title>${feed}${feed}`)).toString();
    expect(once.match(/tea\.example\/f"/g)).toHaveLength(1);
    expect(mended(once).toString()).toBe(once);
  });

  test("what is good stays where it stands", () => {
    const own = '<title>T</title><meta property="og:title" content="Own &quot;words&quot;">';
    expect(mended(page(own)).toString()).toContain(own);
  });
});

describe("what only looks like a tag is none", () => {
  test.each([
    ["a comment", '<!-- </head><meta property="og:title" content="No"> -->'],
    ["a comment that ends at once", "<!-->"],
    ["a script", '<script>var a = "</head><meta property=og:title content=No>";</script>'],
    ["a script in a comment in a script", "<script><!-- <script></head></script> --></script>"],
    ["a style", "<style>/* </head> */</style>"],
    ["a template", '<template><meta property="og:title" content="No"><template></template></template>'],
    ["an attribute", '<meta name="x" content="</head><meta property=og:title content=No>">'],
  ])("%s", (_what, head) => {
    const html = mended(
      page(`${head}<title>Real</title><meta name="description" content="Words">`),
    ).toString();
    const read = headOf(html);
    expect(read.meta("og:title")).toEqual(["Real"]);
    expect(read.meta("og:description")).toEqual(["Words"]);
    expect(html).toContain(head);
  });
});

describe("pages without a head's tags", () => {
  test.each([
    ["no html, no head", "<title>T</title><p>Text", "<p>Text"],
    ["only a doctype", "<!doctype html><title>T</title><p>Text", "<p>Text"],
    ["no end tag of the head", "<html><head><title>T</title><body>Text", "<body>Text"],
    ["a head that is never closed", "<html><head><title>T</title><p>Text", "<p>Text"],
    ["a byte order mark", "\uFEFF<title>T</title><p>Text", "<p>Text"],
  ])("%s", (_what, html, body) => {
    const result = new TextDecoder().decode(mended(html));
    expect(headOf(result).meta("og:title")).toEqual(["T"]);
    expect(result.endsWith(body)).toBe(true);
  });
});

describe("charsets", () => {
  const cyrillic = Buffer.concat([
    Buffer.from("<html><head><title>"),
    Buffer.from([0xd7, 0xe0, 0xe9]), // "Чай" in windows-1251
    Buffer.from("</title></head><body>"),
    Buffer.from([0xd7, 0xe0, 0xe9]),
    Buffer.from("</body></html>"),
  ]);

  test("another charset is read, and written in ASCII", () => {
    const result = mended(cyrillic, { contentType: "text/html; charset=windows-1251" });
    const text = new TextDecoder("windows-1251").decode(result);
    expect(headOf(text).meta("og:title")).toEqual(["Чай"]);
    expect(
      result.subarray(result.indexOf("</head>")).equals(cyrillic.subarray(cyrillic.indexOf("</head>"))),
    ).toBe(true);
    expect(text).toContain(String.raw`"headline":"\u0427\u0430\u0439"`);
  });

  test.each<[string, Uint8Array, string | undefined]>([
    ["UTF-16 by its mark", Buffer.from("\uFEFF<html><head><title>T</title></head>", "utf16le"), undefined],
    [
      "UTF-16 by the header",
      Buffer.from("<html><head><title>T</title></head>", "utf16le"),
      "text/html; charset=utf-16le",
    ],
    [
      "a charset that nobody knows",
      Buffer.from("<html><head><title>T</title></head>"),
      "text/html; charset=klingon",
    ],
  ])("%s passes untouched", (_what, bytes, contentType) => {
    expect(mended(bytes, { contentType }).equals(bytes)).toBe(true);
  });
});

function noWish(): PageTags {
  throw new Error("No wish");
}

describe("nothing breaks a page", () => {
  test("a head larger than the limit passes untouched, and is not held back for longer", () => {
    const endless = `<html><head><style>${"x".repeat(5000)}`;
    const mender = createHeadMender({ ...byProfile, maxHeadBytes: 4096 });
    expect(Buffer.concat(mender.push(Buffer.from(endless))).toString()).toBe(endless);
    expect(mender.push(Buffer.from("more"))).toEqual([Buffer.from("more")]);
  });

  test("a failure in wishing leaves the page as it is, and is told", () => {
    const errors: unknown[] = [];
    expect(mended(bare, { wish: noWish, onError: (error) => errors.push(error) }).toString()).toBe(bare);
    expect(errors).toHaveLength(1);
  });

  test("a page without a title passes untouched", () => {
    expect(mended("<html><head></head><body>x</body></html>").toString()).toBe(
      "<html><head></head><body>x</body></html>",
    );
  });

  test.each(["<", "<!", "<!-", "<html", "<html><head><meta content='", "<title>T", "</", "\0", ""])(
    "a page that ends in the middle, %j, comes out whole",
    (text) => expect(mended(text).toString()).toBe(text),
  );

  test("what a page says can't break out of the tags", () => {
    const nasty = `"><script>alert(1)</script>`;
    const html = mended(page(`<title>${nasty.replaceAll("<", "&lt;")}</title>`)).toString();
    expect(headOf(html).meta("og:title")).toEqual([nasty]);
    expect(within(parse(html)).filter(({ nodeName }) => nodeName === "script")).toHaveLength(2); // the site's and the data
  });
});

test("what follows the head goes on at once, piece by piece", async () => {
  const stream = mendHead(byProfile);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const first = reader.read();
  await writer.write(Buffer.from(bare.padEnd(600)));
  expect(Buffer.from((await first).value ?? []).length).toBeGreaterThan(0);
  let text = "";
  void writer.write(Buffer.from("<p>later</p>"));
  while (!text.endsWith("<p>later</p>")) text += Buffer.from((await reader.read()).value ?? []).toString();
  void writer.close();
  expect(text).toContain("later");
});
