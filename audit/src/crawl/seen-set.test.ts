import { expect, test } from "vitest";
import { SeenSet } from "./seen-set.ts";

test("what was added is there and nothing else, also when the table has grown", () => {
  const seen = new SeenSet();
  for (let n = 0; n < 50_000; n += 1) expect(seen.add(`https://a.example/${n}`)).toBe(true);
  for (let n = 0; n < 50_000; n += 1) expect(seen.add(`https://a.example/${n}`)).toBe(false);
  expect(seen.size).toBe(50_000);
  expect(seen.has("https://a.example/49999")).toBe(true);
  expect(seen.has("https://a.example/50000")).toBe(false);
});
