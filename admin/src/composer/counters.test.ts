import { expect, test } from "vitest";
import { countAsSent, countFor, isNear, isOver } from "./counters.ts";

const limits = [
  {
    id: "post.text",
    at: "text",
    unit: "graphemes",
    max: 10,
    source: "",
    checkedOn: "",
    confidence: "high" as const,
  },
];

test("a text is counted in the network's own unit", () => {
  expect(countFor(limits, "👨‍👩‍👧‍👦!")).toEqual({ used: 2, max: 10, unit: "graphemes" });
});

test("a network that names no limit has no counter", () => {
  expect(countFor([], "text")).toBeUndefined();
});

test("the counter follows the fingers, and keeps what the server adds for the link", () => {
  const before = countFor(limits, "abc");
  const now = countFor(limits, "abcd");
  expect(
    countAsSent(now, before, { ruleId: "x.post.text", path: "text", unit: "graphemes", used: 8, max: 10 })
      ?.used,
  ).toBe(9);
});

test("a counter is near its end before it is over it", () => {
  expect(isNear({ used: 9, max: 10, unit: "" })).toBe(true);
  expect(isNear({ used: 11, max: 10, unit: "" })).toBe(false);
  expect(isOver({ used: 11, max: 10, unit: "" })).toBe(true);
});
