import { describe, expect, test } from "vitest";
import { createFormat, relativeParts } from "./format.ts";
import { pickLanguage } from "./i18n.ts";

describe("dates and numbers", () => {
  test("are written in the workspace's zone, not the browser's", () => {
    expect(createFormat("en", "Asia/Vladivostok").time("2026-11-24T20:30:00Z")).toMatch(/6:30/);
    expect(createFormat("ru", "Europe/Moscow").dateTime("2026-11-24T20:30:00Z")).toContain("23:30");
  });
  test("follow the language", () => {
    expect(createFormat("ru", "UTC").number(12_345)).toMatch(/^12\s345$/u);
    expect(createFormat("en", "UTC").number(12_345)).toBe("12,345");
  });
  test("a calendar day stays the same day in every zone", () => {
    expect(createFormat("en", "Pacific/Kiritimati").day("2026-11-24")).toBe("November 24, 2026");
  });
  test("a size is told in kilobytes below a megabyte, so that a small page is not of none", () => {
    const { bytes } = createFormat("en", "UTC");
    expect([bytes(6580), bytes(999_000), bytes(2_000_000)]).toEqual(["6.6 kB", "999 kB", "2 MB"]);
    expect(createFormat("ru", "UTC").bytes(6580)).toMatch(/^6,6\sкБ$/u);
  });
  test("a distance is told in the largest unit that fits", () => {
    expect(relativeParts(-3 * 3_600_000 - 5)).toEqual([-3, "hour"]);
    expect(relativeParts(40_000)).toEqual([0, "minute"]);
    expect(relativeParts(2 * 86_400_000)).toEqual([2, "day"]);
  });
});

describe("the language", () => {
  test("is the person's choice, then the browser's first that we speak, then English", () => {
    expect(pickLanguage("ru", ["en-US"])).toBe("ru");
    expect(pickLanguage(null, ["de-DE", "ru-RU", "en"])).toBe("ru");
    expect(pickLanguage(null, ["de-DE", "fr"])).toBe("en");
  });
});
