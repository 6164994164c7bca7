import { describe, expect, test } from "vitest";
import { measureText } from "./measure-text.ts";

describe("a text is counted in the network's unit", () => {
  const family = "👨‍👩‍👧‍👦";
  test.each([
    ["graphemes", family, 1],
    ["code-points", family, 7],
    ["utf16", family, 11],
    ["utf8-bytes", family, 25],
    ["graphemes", "й и́ ё", 5],
    ["code-points", "и́", 2],
    ["utf8-bytes", "Привет", 12],
    ["graphemes", "🇷🇺🇬🇧", 2],
    ["graphemes", "a\r\nb", 3],
    ["graphemes", "", 0],
    ["utf16", "𝒳", 2],
    ["utf8-bytes", "𝒳", 4],
  ] as const)("%s of %j: %i", (unit, text, expected) => {
    expect(measureText(text, { unit })).toBe(expected);
  });
});

describe("where every URL counts the same", () => {
  const measure = { unit: "graphemes", urlCounts: 23 } as const;
  test.each([
    [`see https://example.org/${"x".repeat(200)} now`, 4 + 23 + 4],
    ["https://a.example/", 23],
    ["https://a.example/.", 24],
    ["(https://a.example/x)", 25],
    ["https://en.example/wiki/A_(b)", 23],
    ["https://a.example/ https://b.example/", 47],
    ["HTTP://A.EXAMPLE", 23],
    ["https://пример.рф/путь!", 24],
    ["no address", 10],
  ])("%s", (text, expected) => {
    expect(measureText(text, measure)).toBe(expected);
  });
});

describe("where mentions count without their domain", () => {
  const measure = { unit: "graphemes", mentionsWithoutDomain: true } as const;
  test.each([
    ["@anna@mastodon.example hi", 8],
    ["@anna hi", 8],
    ["@a.b-c@x.example", 6],
    ["mail me at anna@example.org", 27],
  ])("%s", (text, expected) => {
    expect(measureText(text, measure)).toBe(expected);
  });
});
