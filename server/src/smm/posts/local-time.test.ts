import { describe, expect, test } from "vitest";
import { instantOf, localTimeAt } from "./local-time.ts";

const zones = Intl.supportedValuesOf("timeZone");
const hourMs = 3_600_000;

describe("instantOf", () => {
  test.each([
    ["a plain time", "2026-11-24T18:30", "Europe/Moscow", "2026-11-24T15:30:00.000Z"],
    [
      "a time that the clocks skip moves forward by the gap",
      "2026-03-29T02:30",
      "Europe/Berlin",
      "2026-03-29T01:30:00.000Z",
    ],
    ["a time that comes twice is the first", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["a gap of half an hour", "2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00.000Z"],
    ["a zone of 45 minutes", "2026-06-01T12:00", "Asia/Kathmandu", "2026-06-01T06:15:00.000Z"],
    ["a day that was left out", "2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00:00.000Z"],
    ["midnight that does not exist", "2024-04-26T00:00", "Africa/Cairo", "2024-04-25T22:00:00.000Z"],
  ] as const)("%s", (...[, local, zone, instant]) => {
    expect(instantOf(local, zone).toISOString()).toBe(instant);
  });

  test("in every zone, over five years, each wall-clock time is the first instant that shows it, or the next after a gap", () => {
    expect(zones.length).toBeGreaterThan(300);
    for (const zone of zones) checkZone(zone);
  }, 120_000);
});

/** Walks around every change of the clocks in steps of half an hour; elsewhere the answer must simply show the time. */
function checkZone(zone: string): void {
  const start = Date.UTC(2024, 0, 1);
  const end = Date.UTC(2029, 0, 1);
  let before = offset(start, zone);
  for (let at = start; at < end; at += 24 * hourMs) {
    const now = offset(at, zone);
    if (now !== before) checkAround(at - 24 * hourMs, zone);
    before = now;
  }
}

function checkAround(start: number, zone: string): void {
  const firstShown = new Map<string, number>();
  for (let at = start - 4 * hourMs; at < start + 28 * hourMs; at += hourMs / 4) {
    const shown = localTimeAt(new Date(at), zone);
    if (!firstShown.has(shown)) firstShown.set(shown, at);
  }
  for (let wall = start; wall < start + 24 * hourMs; wall += hourMs / 2) {
    const local = localTimeAt(new Date(wall), "UTC");
    const exact = firstShown.get(local);
    const got = instantOf(local, zone).getTime();
    if (exact !== undefined && got !== exact)
      throw new Error(`${local} in ${zone}: ${new Date(got).toISOString()}`);
    if (exact === undefined && isInside(local, firstShown) && localTimeAt(new Date(got), zone) <= local) {
      throw new Error(`${local} in ${zone} is skipped, but did not move forward`);
    }
  }
}

const isInside = (local: string, shown: ReadonlyMap<string, number>) => {
  const all = [...shown.keys()].sort();
  return local > String(all[0]) && local < String(all.at(-1));
};

const offset = (at: number, zone: string) => Date.parse(`${localTimeAt(new Date(at), zone)}Z`) - at;
