import { expect, test } from "vitest";
import { intervalBars } from "./interval-bars.ts";
import { moved, patternsIn } from "./list-draft.ts";

test("a pin moves to another place, and nowhere beyond the ends", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
});

test("patterns are written a line each", () => {
  expect(patternsIn(" /shop/*\n\n/old ")).toEqual([{ pattern: "/shop/*" }, { pattern: "/old" }]);
});

test("intervals lie on one line from nothing to the greatest end", () => {
  expect(
    intervalBars([
      { value: 1, low: 0.5, high: 2 },
      { value: 0, low: 0, high: 0 },
    ]),
  ).toEqual([
    { from: 25, width: 75, at: 50 },
    { from: 0, width: 0, at: 0 },
  ]);
});
