import { expect, test } from "vitest";
import { stem } from "./stem.ts";

test.each([
  ["eggs", "egg"],
  ["stories", "story"],
  ["boxes", "box"],
  ["boiled", "boiling"],
  ["stopped", "stopping"],
  ["makes", "making"],
  ["quickly", "quick"],
  ["tesla's", "tesla"],
  ["яйцо", "яйца"],
  ["скорлупа", "скорлупы"],
  ["красивая", "красивыми"],
  ["работает", "работали"],
  ["учился", "учились"],
  ["новости", "новостями"],
  ["компания", "компаний"],
])("%s and %s are forms of one word", (one, other) => {
  expect(stem(one)).toBe(stem(other));
});

test.each([
  ["egg", "leg"],
  ["process", "proceed"],
  ["bus", "busy"],
  ["стол", "стул"],
  ["мир", "мера"],
])("%s and %s are not", (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test("words in other scripts and numbers come back as they are", () => {
  expect([stem("1200"), stem("日本"), stem("über")]).toEqual(["1200", "日本", "über"]);
});
