import { expect, test } from "vitest";
import { composeTexts } from "./compose.ts";

const tracked = "https://samovar.test/l/abcd";

test.each([
  ["stands at the end", "Tea is ready: https://a.example/tea", `Tea is ready: ${tracked}`],
  ["stands in a sentence", "See https://a.example/tea, please.", `See ${tracked}, please.`],
  ["stands twice", "https://a.example/tea https://a.example/tea", `${tracked} ${tracked}`],
  ["stands in brackets", "(https://a.example/tea)", `(${tracked})`],
  [
    "is the start of another address only",
    "https://a.example/tea/green",
    `https://a.example/tea/green\n\n${tracked}`,
  ],
  ["is missing", "Tea is ready", `Tea is ready\n\n${tracked}`],
  ["is all there is", "", tracked],
  ["holds signs that mean something to patterns", "$& $1", `$& $1\n\n${tracked}`],
])("the tracked link takes the place of an address that %s", (_kind, text, sent) => {
  expect(composeTexts({ text, thread: [], linkUrl: "https://a.example/tea" }, tracked)).toEqual([sent]);
});

test("an address that stands in a later segment is replaced there, and not added to the first", () => {
  const written = { text: "One", thread: ["Two https://a.example"], linkUrl: "https://a.example/" };
  expect(composeTexts(written, tracked)).toEqual(["One", `Two ${tracked}`]);
});

test("without a page the texts stay as they are", () => {
  expect(composeTexts({ text: "One", thread: ["Two"], linkUrl: null }, undefined)).toEqual(["One", "Two"]);
});
