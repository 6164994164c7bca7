import { expect, test } from "vitest";
import { readPage } from "../page/read-page.ts";
import type { Reading } from "../preview/card.ts";
import type { ImageFacts } from "../visit/visit.ts";
import { previewNetwork, previewNetworks } from "./index.ts";
import { networkIds, type NetworkId } from "./network.ts";

const url = "https://www.tea.example/samovars/";

/** A page with this head, as a network would draw it. */
function predict(id: NetworkId, head: string, more: Partial<Reading> & { readonly body?: string } = {}) {
  const { body = "", ...rest } = more;
  const html = `<!doctype html><html lang="ru"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  const page = readPage({
    url,
    body: Buffer.from(html),
    contentType: "text/html; charset=utf-8",
    isTruncated: false,
  });
  return previewNetwork(id).predict({ page, postedUrl: url, ...rest });
}

const og = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, content]) => `<meta property="og:${name}" content="${content}">`)
    .join("");

const pictured = og({ title: "Tea", description: "Of tea", image: "https://www.tea.example/a.jpg" });

const noteKeysOf = (card: ReturnType<typeof predict>): string[] => card.notes.map(({ key }) => key);

function picture(facts: Partial<ImageFacts> = {}): Reading["images"] {
  const address = "https://www.tea.example/a.jpg";
  const headers = new Map([["content-type", "image/jpeg"]]);
  const answer = {
    url: address,
    status: 200,
    headers,
    body: new Uint8Array(),
    isTruncated: false,
    contentEncoding: "identity",
    firstByteMs: 1,
    totalMs: 2,
  };
  const visit = { asked: address, as: "samovar" as const, hops: [], answer, failure: undefined };
  const measured = { type: "image/jpeg", declaredType: "image/jpeg", byteLength: 90_000, isAnimated: false };
  return new Map([[address, { url: address, visit, ...measured, width: 1200, height: 630, ...facts }]]);
}

test("every network is there under its own id, and makes a card of a well-made page", () => {
  expect(previewNetworks.map(({ id }) => id)).toEqual([...networkIds]);
  expect(previewNetworks.filter(({ isDrawn }) => isDrawn)).toHaveLength(16);
  const head = `<meta name="twitter:card" content="summary_large_image">${pictured}`;
  for (const { id } of previewNetworks) {
    const card = predict(id, head, { images: picture() });
    expect(card, id).toMatchObject({ network: id, title: { shown: "Tea" }, domain: "tea.example" });
    expect(card.image?.url, id).toBe("https://www.tea.example/a.jpg");
    expect(card.layout, id).toBe(id === "pinterest" ? "pin" : id === "reddit" ? "small" : "large");
  }
});

test("robots.txt takes the card from those who obey it, and from no others", () => {
  const verdict = { isAllowed: false, line: 2, robotsUrl: "https://www.tea.example/robots.txt" };
  const forbidden = new Map([[url, verdict]]);
  for (const { id, robot } of previewNetworks) {
    const head = `<meta name="twitter:card" content="summary">${pictured}`;
    const card = predict(id, head, { images: picture(), forbidden });
    expect(card.layout === "none", id).toBe(robot.obeysRobots.value);
    if (robot.obeysRobots.value) expect(noteKeysOf(card)).toEqual(["robots-forbid"]);
  }
});

test("a forbidden picture leaves a card of text", () => {
  const verdict = { isAllowed: false, line: 2, robotsUrl: "https://www.tea.example/robots.txt" };
  const card = predict("facebook", pictured, {
    forbidden: new Map([["https://www.tea.example/a.jpg", verdict]]),
  });
  expect(card).toMatchObject({ layout: "text", image: undefined });
  expect(noteKeysOf(card)).toContain("image-forbidden");
});

test("no figure of grade A or B stands without a source", () => {
  for (const { robot, image } of previewNetworks) {
    const { obeysRobots, windowBytes, timeoutMs, maxRedirects } = robot;
    const figures = [
      obeysRobots,
      windowBytes,
      timeoutMs,
      maxRedirects,
      image.maxBytes,
      image.min,
      image.minLarge,
    ];
    for (const figure of figures) if (figure) expect(figure.source).not.toBe("");
  }
});

test("Facebook takes Open Graph, guesses where it is missing, and asks for 446 pixels to show large", () => {
  const guessed = predict("facebook", "<title>Just a page</title>", {
    body: "<p>The first words of it.</p>",
  });
  expect(guessed).toMatchObject({
    layout: "text",
    title: { shown: "Just a page", from: "<title>" },
    description: { shown: "The first words of it.", from: "text" },
  });
  expect(predict("facebook", pictured, { images: picture({ width: 445, height: 300 }) }).layout).toBe(
    "small",
  );
  expect(predict("facebook", pictured, { images: picture({ width: 600, height: 900 }) }).layout).toBe(
    "small",
  );
  const tiny = predict("facebook", pictured, { images: picture({ width: 199, height: 199 }) });
  expect(noteKeysOf(tiny)).toEqual(["image-too-small"]);
});

test("X prefers its own tags, and shows a bare link without a card type", () => {
  const own = '<meta name="twitter:title" content="For X"><meta name="twitter:card" content="summary">';
  expect(predict("x", own + pictured)).toMatchObject({
    layout: "small",
    title: { shown: "For X", from: '<meta name="twitter:title" content="For X">' },
    description: { shown: "Of tea" },
  });
  expect(noteKeysOf(predict("x", pictured))).toEqual(["x-needs-card-type"]);
  const summary = predict("x", pictured + og({ type: "article" }));
  expect(summary.layout).toBe("small");
  expect(noteKeysOf(summary)).toContain("x-card-type-guessed");
});

test("X takes no SVG", () => {
  const head = `<meta name="twitter:card" content="summary_large_image">${pictured}`;
  const card = predict("x", head, { images: picture({ type: "image/svg+xml" }) });
  expect(card).toMatchObject({ layout: "text", image: undefined });
  expect(noteKeysOf(card)).toContain("image-wrong-type");
});

test("LinkedIn does not see X's tags", () => {
  const head =
    '<title>Page</title><meta name="twitter:title" content="For X"><meta name="twitter:image" content="/x.png">';
  expect(predict("linkedin", head)).toMatchObject({ title: { shown: "Page" }, image: undefined });
  expect(predict("linkedin", pictured, { images: picture({ width: 400 }) }).layout).toBe("small");
});

test("VK takes whichever of the two titles stands later", () => {
  const tagOf = {
    og: '<meta property="og:title" content="First">',
    x: '<meta name="twitter:title" content="Second">',
  };
  expect(predict("vk", tagOf.og + tagOf.x).title).toMatchObject({
    shown: "Second",
    why: { key: "later-of" },
  });
  expect(predict("vk", tagOf.x + tagOf.og).title?.shown).toBe("First");
  expect(predict("vk", tagOf.x).title?.why).toMatchObject({
    key: "first-of",
    values: { tag: "twitter:title" },
  });
  expect(predict("vk", `<title>Page</title>`).title?.shown).toBe("Page");
});

test("Telegram falls back on X's tags, and remembers noindex", () => {
  const head = '<meta name="robots" content="noindex"><meta name="twitter:title" content="For X">';
  const card = predict("telegram", head);
  expect(card.title?.shown).toBe("For X");
  expect(noteKeysOf(card)).toContain("telegram-noindex");
});

test("WhatsApp sees neither unquoted tags nor those outside the head", () => {
  const head = "<title>Page</title><meta property=og:title content=Unquoted>";
  const unquoted = predict("whatsapp", head);
  expect(unquoted.title?.shown).toBe("Page");
  expect(unquoted.notes).toContainEqual({
    key: "tags-unseen",
    values: { network: "WhatsApp", tags: "og:title" },
  });
  const late = predict("whatsapp", "<title>Page</title>", { body: `<p>Text</p>${og({ title: "Late" })}` });
  expect(late.title?.shown).toBe("Page");
  const heavy = predict("whatsapp", pictured, { images: picture({ byteLength: 700_000 }) });
  expect(heavy.layout).toBe("text");
  expect(predict("whatsapp", pictured, { images: picture({ width: 1200, height: 250 }) }).layout).toBe(
    "small",
  );
});

test("Pinterest makes no pin of a page without a picture, nor of one that forbids it", () => {
  expect(noteKeysOf(predict("pinterest", og({ title: "Tea" })))).toEqual(["pinterest-needs-image"]);
  const forbidden = predict("pinterest", `${pictured}<meta name="pinterest" content="nopin">`);
  expect(noteKeysOf(forbidden)).toEqual(["pinterest-nopin"]);
  const wide = predict("pinterest", pictured, { images: picture() });
  expect(noteKeysOf(wide)).toContain("pinterest-not-tall");
  const tall = predict("pinterest", pictured, { images: picture({ width: 1000, height: 1500 }) });
  expect(noteKeysOf(tall)).toEqual([]);
});

test("Slack asks oEmbed first, then X's tags, then Open Graph", () => {
  const head = `<meta name="twitter:description" content="For X">${pictured}`;
  const card = predict("slack", head, { oembed: { title: "From oEmbed", provider_name: "Tea House" } });
  expect(card).toMatchObject({
    title: { shown: "From oEmbed", from: "oEmbed title" },
    description: { shown: "For X" },
    siteName: { shown: "Tea House" },
  });
});

test("Discord counts bytes: a Russian title loses half", () => {
  const title = "Самовар ".repeat(6).trim();
  const card = predict("discord", og({ title, description: "ж".repeat(176) }));
  expect(card.title?.shown.endsWith("…")).toBe(true);
  expect(Buffer.byteLength(card.title?.shown ?? "")).toBeLessThanOrEqual(70);
  expect(card.title?.whole).toBe(title);
  expect(Buffer.byteLength(card.description?.shown ?? "")).toBe(346 + 3);
  expect(noteKeysOf(card)).toEqual(["no-image", "title-cut-bytes", "description-cut-bytes"]);
  expect(predict("discord", og({ title: "ж".repeat(35) })).title?.shown).toBe("ж".repeat(35));
});

test("Discord shows nothing when the site's name is longer than 253 bytes", () => {
  expect(predict("discord", og({ title: "Tea", site_name: "x".repeat(253) })).layout).toBe("text");
  const long = predict("discord", og({ title: "Tea", site_name: "ж".repeat(127) }));
  expect(long.notes).toEqual([{ key: "discord-long-site-name", values: { bytes: 254, max: 253 } }]);
});

test("Discord draws large only for summary_large_image, takes a six-digit colour, and needs Open Graph", () => {
  const card = predict("discord", `${pictured}<meta name="theme-color" content="#EE8208">`);
  expect(card).toMatchObject({ layout: "small", accent: "#ee8208" });
  expect(predict("discord", `${pictured}<meta name="theme-color" content="red">`).accent).toBeUndefined();
  expect(noteKeysOf(predict("discord", "<title>Page</title>"))).toEqual(["needs-one-of"]);
  expect(predict("discord", og({ description: "Only this" })).layout).toBe("text");
});

test("Mastodon believes oEmbed, then JSON-LD, then Open Graph, then HTML", () => {
  const data =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Headline","author":[{"name":"Anna"}]}</script>';
  const html = '<title>Page</title><meta name="description" content="Plain">';
  expect(predict("mastodon", html + pictured + data)).toMatchObject({
    title: { shown: "Headline", from: "JSON-LD headline" },
    description: { shown: "Of tea" },
    author: { shown: "Anna" },
  });
  expect(predict("mastodon", html + pictured).title?.shown).toBe("Tea");
  expect(predict("mastodon", html)).toMatchObject({
    title: { shown: "Page" },
    description: { shown: "Plain" },
  });
  const oembed = { version: "1.0", type: "link", title: "From oEmbed" };
  const fromOembed = predict("mastodon", html + pictured + data, { oembed });
  expect(fromOembed).toMatchObject({
    title: { shown: "From oEmbed" },
    description: undefined,
    image: undefined,
  });
  expect(predict("mastodon", pictured, { oembed: { ...oembed, type: "rich" } }).title?.shown).toBe("Tea");
});

test("Mastodon passes over Article, takes an empty tag for an answer, and no twitter:image", () => {
  const article = '<script type="application/ld+json">{"@type":"Article","headline":"Headline"}</script>';
  expect(predict("mastodon", article + og({ title: "Tea" })).title?.shown).toBe("Tea");
  expect(predict("mastodon", `<title>Page</title>${og({ title: "" })}`).layout).toBe("none");
  const head = '<title>Page</title><meta name="twitter:image" content="/x.png">';
  expect(predict("mastodon", head).image).toBeUndefined();
});

test("Mastodon finds JSON-LD behind CDATA comments and double entities", () => {
  const data =
    '<script type="application/ld+json">\n//<![CDATA[\n{"@type":"WebPage","headline":"Tea &amp;amp; more"}\n//]]>\n</script>';
  expect(predict("mastodon", data).title?.shown).toBe("Tea & more");
});

test("Bluesky says that the card is baked, and refuses blobs over a million bytes", () => {
  expect(noteKeysOf(predict("bluesky", pictured, { images: picture() }))).toEqual(["bluesky-baked"]);
  const heavy = predict("bluesky", pictured, { images: picture({ byteLength: 1_000_001 }) });
  expect(heavy).toMatchObject({ layout: "text", image: undefined });
});

test("Reddit looks for og:image, image_src, and then for the biggest picture that is neither long nor a sprite", () => {
  const link = '<link rel="image_src" href="https://tea.example/link.png">';
  expect(predict("reddit", link).image?.url).toBe("https://tea.example/link.png");
  const body =
    '<img src="/icon.png" width="50" height="50"><img src="/banner.png" width="900" height="200">' +
    '<img src="/sprite.png" width="500" height="500"><img src="/good.png" width="200" height="180">';
  expect(predict("reddit", "", { body }).image?.url).toBe("https://www.tea.example/good.png");
  expect(noteKeysOf(predict("reddit", og({ image: "/relative.png" })))).toContain("image-bad-address");
});

test("iMessage stands icons beside the text, and tells of several pictures", () => {
  const icon = '<title>Page</title><link rel="apple-touch-icon" href="/icon.png">';
  expect(predict("imessage", icon)).toMatchObject({
    layout: "small",
    image: { url: "https://www.tea.example/icon.png" },
    description: undefined,
  });
  expect(noteKeysOf(predict("imessage", pictured + og({ image: "/b.jpg" })))).toContain("imessage-several");
});

test("Signal sees og tags in property only, and icons after them", () => {
  const head =
    '<title>Page</title><meta name="og:title" content="By name"><link rel="icon" href="/icon.png">';
  expect(predict("signal", head)).toMatchObject({
    title: { shown: "Page" },
    image: { url: "https://www.tea.example/icon.png" },
  });
  expect(predict("signal", pictured, { images: picture({ width: 600, height: 610 }) }).layout).toBe("small");
});

test("Misskey takes the site's name from the title's end and drops a description that repeats the title", () => {
  const head = og({
    title: "Samovars | Tea House",
    site_name: "Tea House",
    description: "Samovars | Tea House",
  });
  expect(predict("misskey", head)).toMatchObject({ title: { shown: "Samovars" } });
  expect(predict("misskey", og({ title: "Same", description: "Same" })).description).toBeUndefined();
});

test("OK, Viber and Threads read Open Graph, and a guess is said to be one", () => {
  for (const id of ["ok", "viber", "threads"] as const)
    expect(predict(id, pictured).title?.shown).toBe("Tea");
  expect(noteKeysOf(predict("ok", pictured))).toContain("order-unpublished");
  expect(noteKeysOf(predict("threads", pictured))).not.toContain("order-unpublished");
});

test("a page that answers with an error, or not at all, leaves a bare link", () => {
  const visit = { asked: url, as: "vk" as const, hops: [], answer: undefined };
  const failure = { kind: "timeout" as const, message: "no answer within 10 s" };
  const card = predict("vk", pictured, { visit: { ...visit, failure } });
  expect(card).toMatchObject({ layout: "none", notes: [{ key: "no-answer" }] });
});

test("an address that is no web address is no picture", () => {
  for (const image of ["javascript:alert(1)", "data:image/png;base64,AAAA", ""]) {
    const card = predict("telegram", og({ title: "Tea", image }));
    expect(card, image).toMatchObject({ layout: "text", image: undefined });
  }
});
