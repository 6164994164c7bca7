import { expect, test } from "vitest";
import { findUnkept } from "./find-unkept.ts";

test("plain input is kept as it is", () => {
  expect(
    findUnkept({ text: "чай ☕ 𝕏", list: [1, null, true, "x"], deep: { file: new File(["\0"], "x") } }),
  ).toBeUndefined();
  expect(findUnkept(undefined)).toBeUndefined();
});

test.each([
  ["U+0000 in a text", { a: { b: ["x", "y\0"] } }, "a.b.1", "U+0000"],
  ["U+0000 in a field's name", { a: { "b\0": 1 } }, "a", "U+0000"],
  ["the first half of a pair", { a: "x\ud83d" }, "a", "surrogate"],
  ["the second half of a pair", { a: "\ude00x" }, "a", "surrogate"],
])("%s is found, with its place", (_what, input, path, words) => {
  expect(findUnkept(input)).toMatchObject({ path, message: expect.stringContaining(words) });
});

test("a nesting that would break whoever walks it is refused, without walking it by recursion", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  expect(findUnkept({ deep })?.message).toContain("deeper than 32");
});
