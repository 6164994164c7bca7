import { expect, test } from "vitest";
import { splitPage } from "./split-page.ts";
import { linkToText } from "./text-fragment.ts";

const url = "https://tea.example/brewing";
const split = (html: string) => splitPage({ html, title: "Brewing", url });
const long = "Leaves open slowly in water that is not too hot. ".repeat(60);

test("a page is cut at its headings, without menus, scripts and what is hidden", () => {
  const passages =
    split(`<nav>Menu of the whole site, with all its links</nav><main><p>Tea wants clean water and some patience too.</p>
    <h2 id="green tea">Green</h2><p>Seventy degrees are <b>enough</b> for green leaves.</p><script>var nothing = "of this is text"</script>
    <p hidden>Hidden things are seen by nobody at all.</p></main><footer>All rights reserved by somebody</footer>`);
  expect(passages).toEqual([
    {
      title: "Brewing",
      heading: null,
      url,
      text: "Tea wants clean water and some patience too.",
      isPinned: false,
    },
    {
      title: "Brewing",
      heading: "Green",
      url: `${url}#green%20tea`,
      text: "Seventy degrees are enough for green leaves.",
      isPinned: false,
    },
  ]);
});

test("long parts are cut at sentences, and a page without end gives no passages without end", () => {
  const passages = split(`<main><p>${long}</p></main>`);
  expect(passages.length).toBeGreaterThan(2);
  for (const { text } of passages) {
    expect(text.length).toBeLessThanOrEqual(1200);
    expect(text).toMatch(/hot\.$/);
  }
  expect(split(`<main>${`<p>${long}</p>`.repeat(400)}</main>`)).toHaveLength(120);
});

test("a page that is nested without end is read as far as it goes", () => {
  expect(split("<div>".repeat(50_000) + "Deep down there stands a sentence of some length.")).toHaveLength(1);
});

test("an address leads to the very words, by the anchor and a text fragment", () => {
  expect(
    linkToText(`${url}#green`, "Seventy degrees are enough, for green-tea leaves of Japan and of China too"),
  ).toBe(`${url}#green:~:text=Seventy%20degrees%20are%20enough%2C%20for,Japan%20and%20of%20China%20too`);
  expect(linkToText(url, "Yes")).toBe(url);
});
