import { expect, test } from "vitest";
import { nextReadingAt } from "./reading-times.ts";

const published = new Date("2026-11-24T12:00:00Z");
const minutesLater = (minutes: number) => new Date(published.getTime() + minutes * 60_000);
const pauseAfter = (minutes: number) => {
  const next = nextReadingAt(published, minutesLater(minutes));
  return next === null ? null : (next.getTime() - minutesLater(minutes).getTime()) / 60_000;
};

test("a publication is read again by the minute while its author watches, then ever more seldom, at last never", () => {
  expect([1, 14, 20, 120, 600, 3000, 20_000, 100_000].map(pauseAfter)).toEqual([
    0.5, 0.5, 5, 15, 60, 360, 1440, 43_200,
  ]);
  expect(pauseAfter(366 * 1440)).toBeNull();
});
