import { expect, test } from "vitest";
import { hostOf, partsOf } from "./linked-text.ts";

test("links, mentions and tags are told apart, in any alphabet", () => {
  expect(partsOf("Чай у @anna@s.example: https://a.example/x #самовар!").map(({ kind }) => kind)).toEqual([
    "text",
    "mention",
    "text",
    "link",
    "text",
    "tag",
    "text",
  ]);
});

test("an address inside an e-mail is no mention", () => {
  expect(partsOf("write to me@a.example")).toEqual([{ text: "write to me@a.example", kind: "text" }]);
});

test("a card names its host without www", () => {
  expect(hostOf("https://www.a.example/page")).toBe("a.example");
});
