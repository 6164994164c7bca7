import { describe, expect, test } from "vitest";
import { csvOf } from "./csv.ts";
import { shareOfBefore, totalsOf } from "./loop-totals.ts";
import { daysOf, readPeriod } from "./period.ts";

describe("the CSV", () => {
  test("quotes what needs quotes and leaves unknown counts empty", () => {
    expect(csvOf(["post", "likes"], [['He said "hi", then left', null]])).toBe(
      '\uFEFFpost,likes\r\n"He said ""hi"", then left",\r\n',
    );
  });
  test("a post that begins like a formula stays a text", () => {
    expect(csvOf(["post"], [["=HYPERLINK(1)"]])).toContain("'=HYPERLINK(1)");
  });
});

describe("one turn of the loop", () => {
  const totals = totalsOf([
    { clicks: 10, visits: 8, reads: 4, shares: 2, broughtByGeneration: [2, 1] },
    { clicks: 10, visits: 8, reads: 0, shares: 0, broughtByGeneration: [] },
  ]);
  test("adds up all rows and all generations", () => {
    expect(totals).toEqual({ clicks: 20, visits: 16, reads: 4, shares: 2, brought: 3 });
  });
  test("tells each stage as a share of the one before, and the first as none", () => {
    expect(shareOfBefore(totals, "visits")).toBe(0.8);
    expect(shareOfBefore(totals, "clicks")).toBeUndefined();
    expect(shareOfBefore(totalsOf([]), "visits")).toBeUndefined();
  });
});

describe("the period", () => {
  test("whole days of the workspace's zone, both ends included", () => {
    expect(readPeriod("2026-11-01..2026-11-02", new Date("2026-11-24T10:00:00Z"), "Europe/Moscow")).toEqual({
      from: "2026-10-31T21:00:00.000Z",
      to: "2026-11-02T21:00:00.000Z",
    });
  });
  test("a number of days ends with today", () => {
    expect(daysOf("7", "2026-11-24")).toEqual(["2026-11-18", "2026-11-24"]);
  });
  test("nonsense is the usual four weeks", () => {
    expect(daysOf("yesterday", "2026-11-24")).toEqual(["2026-10-28", "2026-11-24"]);
    expect(daysOf("2026-11-09..2026-11-01", "2026-11-24")).toEqual(["2026-10-28", "2026-11-24"]);
  });
});
