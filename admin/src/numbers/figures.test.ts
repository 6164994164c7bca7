import { expect, test } from "vitest";
import { changeOf, type Figures, valueOf } from "./figures.ts";

const figures: Figures = {
  visitors: 80,
  visits: 100,
  views: 250,
  bounces: 40,
  reads: 30,
  visibleSeconds: 9000,
  shares: 5,
  reactions: 1,
  comments: 2,
  searches: 0,
  subscriptions: 0,
  goals: 3,
};

test("shares are of visits, and time is of a visit", () => {
  expect(valueOf(figures, "readShare")).toBe(0.3);
  expect(valueOf(figures, "bounceShare")).toBe(0.4);
  expect(valueOf(figures, "minutes")).toBe(1.5);
  expect(valueOf({ ...figures, visits: 0 }, "readShare")).toBe(0);
});

test("a change from nothing is no percentage", () => {
  expect(changeOf(5, 0)).toBeUndefined();
  expect(changeOf(5, undefined)).toBeUndefined();
  expect(changeOf(75, 50)).toBe(0.5);
});
