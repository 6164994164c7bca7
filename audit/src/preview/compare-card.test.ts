import { expect, test } from "vitest";
import type { Card, Field } from "./card.ts";
import { compareCard } from "./compare-card.ts";
import { note, sayNote } from "./notes.ts";

const why = note("only-of", { network: "Mastodon", tag: "og:title" });
const field = (shown: string, whole = shown): Field => ({ shown, whole, from: "og:title", why });

const predicted: Card = {
  network: "mastodon",
  layout: "large",
  title: field("A long title, cut…", "A long title, cut in the middle"),
  description: field("Of tea"),
  siteName: undefined,
  author: undefined,
  image: { url: "https://tea.example/a.jpg", alt: undefined, from: "og:image", why },
  domain: "tea.example",
  accent: undefined,
  notes: [],
};

const keysOf = (differences: ReturnType<typeof compareCard>): (readonly [string, string])[] =>
  differences.map(({ field: part, question }) => [part, question.key] as const);

test("a card as predicted makes no question, cut or whole, with either kind of ellipsis", () => {
  for (const title of ["A long title, cut…", "A long title, cut ...", "A long title,  cut in the middle"])
    expect(compareCard(predicted, { title, description: "Of tea" })).toEqual([]);
});

test("what the network does not tell is not compared", () => {
  expect(compareCard(predicted, {})).toEqual([]);
  expect(compareCard({ ...predicted, layout: "none" }, undefined)).toEqual([]);
});

test("another text asks after the order of tags, another cut after the limit, none after the tag", () => {
  expect(keysOf(compareCard(predicted, { title: "Something else" }))).toEqual([["title", "differs-text"]]);
  expect(keysOf(compareCard(predicted, { title: "A long…" }))).toEqual([["title", "differs-cut"]]);
  expect(keysOf(compareCard(predicted, { description: null }))).toEqual([["description", "differs-missing"]]);
  expect(keysOf(compareCard(predicted, { siteName: "Tea House" }))).toEqual([["siteName", "differs-extra"]]);
});

test("the host in the place of a site's name is no difference", () => {
  expect(compareCard(predicted, { siteName: "www.tea.example" })).toEqual([]);
});

test("a picture behind the network's proxy is unknown, another one on the same host is a difference", () => {
  expect(compareCard(predicted, { imageUrl: "https://files.mastodon.example/cache/1.jpg" })).toEqual([]);
  expect(compareCard(predicted, { imageUrl: "https://tea.example/a.jpg?resized=1" })).toEqual([]);
  expect(keysOf(compareCard(predicted, { imageUrl: "https://tea.example/b.jpg" }))).toEqual([
    ["imageUrl", "differs-text"],
  ]);
  expect(keysOf(compareCard(predicted, { imageUrl: null }))).toEqual([["imageUrl", "differs-missing"]]);
  const bare = { ...predicted, image: undefined };
  expect(keysOf(compareCard(bare, { imageUrl: "https://cdn.example/1.jpg" }))).toEqual([
    ["imageUrl", "differs-extra"],
  ]);
});

test("a card where none was expected, and none where one was, question the rule", () => {
  expect(keysOf(compareCard(predicted, undefined))).toEqual([["card", "differs-card"]]);
  const none = { ...predicted, layout: "none" as const };
  expect(keysOf(compareCard(none, { title: "Tea" }))).toEqual([["card", "differs-no-card"]]);
});

test("each question can be said in both languages", () => {
  const [difference] = compareCard(predicted, { title: "Something else" });
  expect(sayNote(difference?.question ?? why, "en")).toContain("another order");
  expect(sayNote(difference?.question ?? why, "ru")).toContain("в другом ли порядке");
});
