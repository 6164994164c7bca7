import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { networkIds } from "../networks/network.ts";
import type { Card, Field } from "./card.ts";
import { cardStyles, drawCard } from "./draw-card.ts";
import { note } from "./notes.ts";

const why = note("only-of", { network: "X", tag: "og:title" });
const field = (text: string): Field => ({ shown: text, whole: text, from: "<title>", why });

const card = (changes: Partial<Card> = {}): Card => ({
  network: "facebook",
  layout: "large",
  title: field("Tea"),
  description: field("Of tea"),
  siteName: field("Tea House"),
  author: undefined,
  image: { url: "https://tea.example/a.jpg", alt: "A samovar", from: "og:image", why },
  domain: "tea.example",
  accent: undefined,
  notes: [],
  ...changes,
});

const light = { theme: "light", language: "en" } as const;

/** Names of all elements and attributes that a parser finds in it. */
function namesIn(html: string): string[] {
  const names: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("tagName" in node && typeof node.tagName === "string") names.push(node.tagName);
    if ("attrs" in node && Array.isArray(node.attrs))
      for (const { name } of node.attrs) names.push(String(name));
    if ("childNodes" in node && Array.isArray(node.childNodes)) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return names;
}

const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

test("nothing that a page says becomes markup, whatever the network and the layout", () => {
  for (const network of networkIds)
    for (const layout of ["large", "small", "text", "pin", "none"] as const) {
      const texts = {
        title: field(evil),
        description: field(evil),
        siteName: field(evil),
        author: field(evil),
      };
      const image = { url: `https://tea.example/${evil}`, alt: evil, from: evil, why };
      const html = drawCard(card({ network, layout, ...texts, image, domain: evil }), light);
      expect(namesIn(html), `${network} ${layout}`).not.toContain("script");
      expect(namesIn(html).filter((name) => name.startsWith("on"))).toEqual([]);
      expect(html).not.toContain("<script");
    }
});

test("a picture is loaded only from the web or out of itself", () => {
  for (const source of [
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "file:///etc/passwd",
    "/a.jpg",
    "",
  ]) {
    const html = drawCard(card(), { ...light, imageSource: () => source });
    expect(html, source).not.toContain("<img");
    expect(html).toContain("card-picture");
  }
  const proxied = drawCard(card(), {
    ...light,
    imageSource: (url) => `https://proxy.example/?of=${encodeURIComponent(url)}`,
  });
  expect(proxied).toContain('src="https://proxy.example/?of=https%3A%2F%2Ftea.example%2Fa.jpg"');
  const inlined = drawCard(card(), { ...light, imageSource: () => "data:image/png;base64,AAAA" });
  expect(inlined).toContain('src="data:image/png;base64,AAAA"');
});

test("only a colour becomes a style", () => {
  expect(drawCard(card({ network: "discord", accent: "#ee8208" }), light)).toContain(
    'style="--card-accent:#ee8208"',
  );
  const bad = drawCard(card({ network: "discord", accent: 'red;background:url(//x)"' }), light);
  expect(bad).not.toContain("style=");
});

const orderIn = (html: string): string[] =>
  [...html.matchAll(/class="card-(domain|site|title|description)"/g)].map(([, part = ""]) => part);

test("each network has its own order of lines", () => {
  expect(orderIn(drawCard(card(), light))).toEqual(["domain", "title", "description"]);
  expect(orderIn(drawCard(card({ network: "bluesky" }), light))).toEqual(["title", "description", "domain"]);
  expect(orderIn(drawCard(card({ network: "telegram" }), light))).toEqual(["site", "title", "description"]);
});

test("X writes the title upon a large picture and the source below, in the reader's language", () => {
  const html = drawCard(card({ network: "x" }), { theme: "dark", language: "ru" });
  expect(html).toContain("Источник: tea.example");
  expect(html).toContain("is-dark");
  expect(html.indexOf("card-overlay")).toBeGreaterThan(html.indexOf("<img"));
});

test("Mastodon names the author in the description's place", () => {
  const html = drawCard(card({ network: "mastodon", author: field("Anna") }), light);
  expect(html).toContain("By <b>Anna</b>");
  expect(html).not.toContain("Of tea");
});

test("without a card only the address is shown", () => {
  const html = drawCard(card({ layout: "none" }), light);
  expect(html).toContain('<span class="card-link" dir="auto">tea.example</span>');
  expect(html).not.toContain("card-frame");
});

test("the styles reach nothing outside the cards, and load nothing", () => {
  expect(cardStyles).not.toMatch(/url\(|@import|<\/style/i);
  for (const [, selectors = ""] of cardStyles.matchAll(/(?:^|})\s*([^{}]+){/g))
    for (const selector of selectors.split(",").map((each) => each.trim()))
      expect(selector).toMatch(/^\.(samovar-card|card-[a-z]+)/);
  for (const network of networkIds) expect(cardStyles).toContain(`.card-${network}`);
});
