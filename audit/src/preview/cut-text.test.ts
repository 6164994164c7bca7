import { expect, test } from "vitest";
import type { TextUnit } from "../networks/network.ts";
import { cutText, startOf } from "./cut-text.ts";

const limit = (unit: TextUnit, max: number) => ({ unit, max, keeps: max, ellipsis: "…" });

test("what fits exactly is left alone", () => {
  expect(cutText("Самовар", limit("utf-8-bytes", 14))).toBe("Самовар");
  expect(cutText("Самовар", limit("utf-16", 7))).toBe("Самовар");
  expect(cutText("anything", undefined)).toBe("anything");
});

test("bytes are counted as UTF-8 has them, and no letter is halved", () => {
  expect(cutText("Самовар", limit("utf-8-bytes", 13))).toBe("Самова…");
  expect(startOf("a🫖", "utf-8-bytes", 4)).toBe("a");
  expect(startOf("€uro", "utf-8-bytes", 3)).toBe("€");
});

test("UTF-16 counts a flag as four, code points as two, graphemes as one", () => {
  const flags = "🇷🇺🇩🇪";
  expect(startOf(flags, "utf-16", 4)).toBe("🇷🇺");
  expect(startOf(flags, "code-points", 2)).toBe("🇷🇺");
  expect(startOf(flags, "graphemes", 1)).toBe("🇷🇺");
  expect(startOf(flags, "utf-16", 3)).toBe("🇷");
});

test("a family joined by ZWJ is one grapheme, five code points, eight UTF-16 units", () => {
  const family = "👨‍👩‍👧";
  expect(startOf(`${family}!`, "graphemes", 1)).toBe(family);
  expect(startOf(`${family}!`, "code-points", 5)).toBe(family);
  expect(startOf(`${family}!`, "utf-16", 8)).toBe(family);
  expect(startOf(`${family}!`, "utf-16", 7)).toBe("👨‍👩‍");
});

test("a half of a surrogate pair is never shown", () => {
  expect(startOf("ab🫖", "utf-16", 3)).toBe("ab");
});

test("two lines hold about eighty letters", () => {
  const lines = { unit: "lines" as const, max: 2, keeps: 2, ellipsis: "…" };
  expect(cutText("x".repeat(80), lines)).toBe("x".repeat(80));
  expect(cutText("x".repeat(81), lines)).toBe(`${"x".repeat(79)}…`);
});
