import { expect, test } from "vitest";
import { fromField, proposeTime, toField, wallClock } from "./schedule-time.ts";

const now = new Date("2026-11-24T20:40:00Z");

test("the wall clock is the zone's", () => {
  expect(wallClock(now, "Europe/Moscow")).toBe("2026-11-24T23:40");
  expect(wallClock(now, "Asia/Vladivostok")).toBe("2026-11-25T06:40");
});

test("midnight is hour 00, not 24", () => {
  expect(wallClock(new Date("2026-11-24T21:00:00Z"), "Europe/Moscow")).toBe("2026-11-25T00:00");
});

test("the next full hour is proposed, or the morning of the day that was chosen", () => {
  expect(proposeTime(undefined, now, "UTC")).toBe("2026-11-24T21:00");
  expect(proposeTime("2026-12-01", now, "UTC")).toBe("2026-12-01T10:00");
  expect(proposeTime("2026-11-01", now, "UTC")).toBe("2026-11-24T21:00");
});

test("the date field's form is read back as it was given", () => {
  expect(fromField(toField("2026-11-24T18:30"))).toBe("2026-11-24T18:30");
});
