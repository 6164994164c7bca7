import { describe, expect, test } from "vitest";
import { addMonths, dayIn, groupBy, startOfDay, weeksOf } from "./month-grid.ts";

describe("a month", () => {
  test("begins with the week that holds its first day, on Monday or on Sunday", () => {
    expect(weeksOf("2026-11", 1)[0]?.[0]).toBe("2026-10-26");
    expect(weeksOf("2026-11", 7)[0]?.[0]).toBe("2026-11-01");
  });

  test("shows each of its days once", () => {
    const days = weeksOf("2026-02", 1)
      .flat()
      .filter((day) => day.startsWith("2026-02"));
    expect(days).toHaveLength(28);
    expect(new Set(days).size).toBe(28);
  });

  test("is followed by the next one over the year's end", () => {
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
  });
});

test("an instant falls on the day of the zone's clocks", () => {
  expect(dayIn("2026-11-24T22:00:00Z", "Europe/Moscow")).toBe("2026-11-25");
  expect(dayIn("2026-11-24T22:00:00Z", "America/New_York")).toBe("2026-11-24");
});

test("a day begins when the zone says so, also on a night whose clocks change at midnight", () => {
  expect(startOfDay("2026-11-24", "Europe/Moscow").toISOString()).toBe("2026-11-23T21:00:00.000Z");
  expect(startOfDay("2026-11-24", "Asia/Kathmandu").toISOString()).toBe("2026-11-23T18:15:00.000Z");
  // Cuba puts its clocks forward at midnight: that day begins at 01:00 local time.
  expect(startOfDay("2026-03-08", "America/Havana").toISOString()).toBe("2026-03-08T05:00:00.000Z");
});

test("things are grouped in their own order", () => {
  expect([...groupBy([1, 2, 3], (value) => (value % 2 ? "odd" : "even")).entries()]).toEqual([
    ["odd", [1, 3]],
    ["even", [2]],
  ]);
});
