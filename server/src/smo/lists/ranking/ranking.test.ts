import { describe, expect, test } from "vitest";
import { isHeldOut } from "../hold-out.ts";
import { worthOf } from "../worth.ts";
import { learnChoice, scoreOf, startChoice } from "./choice.ts";
import { explore } from "./explore.ts";
import { fade, hourMs } from "./fading.ts";
import { ReadingMemory } from "./reading-memory.ts";
import { trendOf } from "./trend.ts";

test("a count halves in its time, and a clock that goes back takes nothing", () => {
  expect(fade(8, 3 * hourMs, hourMs)).toBe(1);
  expect(fade(8, -hourMs, hourMs)).toBe(8);
});

test("weights learn which feature the choices follow", () => {
  const choice = startChoice([0, 0]);
  for (let time = 0; time < 200; time += 1)
    learnChoice(
      choice,
      [
        [1, 0],
        [0, 1],
      ],
      0,
    );
  expect(scoreOf(choice.weights, [1, 0])).toBeGreaterThan(scoreOf(choice.weights, [0, 1]) + 1);
});

test("what followed a page elsewhere is a candidate, and what the visit has read is none", () => {
  const memory = new ReadingMemory();
  for (let visit = 0; visit < 5; visit += 1)
    for (const page of [1, 2, 3]) memory.observe({ at: visit * 1000 + page, visit, page, cohort: "" });
  memory.observe({ at: 9000, visit: "now", page: 1, cohort: "" });
  const { pages } = memory.candidatesFor({ at: 9001, visit: "now", cohort: "" });
  expect(pages).toEqual(expect.arrayContaining([2, 3]));
  expect(pages).not.toContain(1);
});

test("of two materials with the same readers so far the younger and faster one rises", () => {
  const seen = { total: 500, talk: 10, isNew: false };
  const young = trendOf({ ...seen, lastHour: 250, hourly: 200, ageHours: 2, talkLastHour: 5 });
  expect(young).toBeGreaterThan(trendOf({ ...seen, lastHour: 5, hourly: 6, ageHours: 90, talkLastHour: 0 }));
});

test("exploration prefers what is taken, and gives what is unknown its turn", () => {
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const taken = { good: 0, bad: 0, unknown: 0 };
  for (let time = 0; time < 2000; time += 1) {
    const id = explore(
      [
        { id: "good" as const, shown: 100, taken: 30 },
        { id: "bad" as const, shown: 100, taken: 1 },
        { id: "unknown" as const, shown: 0, taken: 0 },
      ],
      random,
    );
    if (id) taken[id] += 1;
  }
  expect(taken.good).toBeGreaterThan(taken.unknown);
  expect(taken.unknown).toBeGreaterThan(taken.bad);
  expect(taken.unknown).toBeGreaterThan(20);
});

/** So many visitors with a visit each; of them `further` go on to one page. */
const arm = (visitors: number, further: number) => ({
  visitors,
  visits: visitors,
  further,
  exits: visitors - further,
  furtherFurther: further,
  furtherVisits: further,
  visitsVisits: visitors,
  exitsExits: visitors - further,
  exitsVisits: visitors - further,
});

describe("the hold-out", () => {
  test("draws the share that was wished, for each list anew", () => {
    const visitors = Array.from({ length: 20_000 }, (_, index) => String(index));
    const held = visitors.filter((visitor) => isHeldOut(visitor, "a", 10));
    expect(held.length / visitors.length).toBeCloseTo(0.1, 1);
    const both = held.filter((visitor) => isHeldOut(visitor, "b", 10));
    expect(both.length / held.length).toBeLessThan(0.2);
    expect(visitors.some((visitor) => isHeldOut(visitor, "a", 0))).toBe(false);
  });

  test("tells further pages and outflow with intervals that hold the truth", () => {
    // Each visitor one visit; of the shown half go on to one page, of the held a quarter.
    const worth = worthOf(arm(1000, 500), arm(1000, 250));
    expect(worth.isEnough).toBe(true);
    expect(worth.furtherPages?.value).toBeCloseTo(0.25);
    // √(0.5·0.5/999 + 0.25·0.75/999) · 1.96 = 0.0410
    expect(worth.furtherPages?.low).toBeCloseTo(0.209, 2);
    expect(worth.exitShare?.high).toBeCloseTo(-0.209, 2);
    expect(worthOf(arm(50, 20), arm(1000, 250)).isEnough).toBe(false);
    expect(worthOf(arm(1000, 500), arm(0, 0)).furtherPages).toBeNull();
  });
});
