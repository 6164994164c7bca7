import { expect, test } from "vitest";
import { english, speak } from "#src/platform/say.ts";
import { findUnkept } from "./find-unkept.ts";

test("plain input is kept as it is", () => {
  expect(
    findUnkept({ text: "чай ☕ 𝕏", list: [1, null, true, "x"], deep: { file: new File(["\0"], "x") } }),
  ).toBeUndefined();
  expect(findUnkept(undefined)).toBeUndefined();
});

test.each([
  { what: "U+0000 in a text", input: { a: { b: ["x", "y\0"] } }, path: "a.b.1", words: "U+0000" },
  { what: "U+0000 in a field's name", input: { a: { "b\0": 1 } }, path: "a", words: "U+0000" },
  { what: "the first half of a pair", input: { a: "x\ud83d" }, path: "a", words: "surrogate" },
  { what: "the second half of a pair", input: { a: "\ude00x" }, path: "a", words: "surrogate" },
])("$what is found, with its place", ({ input, path, words }) => {
  const fault = findUnkept(input);
  expect(fault?.path).toBe(path);
  expect(inEnglish(fault)).toContain(words);
});

test("a nesting that would break whoever walks it is refused, without walking it by recursion", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  expect(inEnglish(findUnkept({ deep }))).toContain("deeper than 32");
});

const inEnglish = (fault: ReturnType<typeof findUnkept>) => speak(fault?.message, english);
