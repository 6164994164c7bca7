import { expect, test } from "vitest";
import { Memo } from "./memo.ts";

test("what was least recently asked is forgotten first, by number and by weight", async () => {
  const asked: string[] = [];
  const memo = new Memo<number>({ entries: 3, weight: 100 }, (value) => (value < 0 ? undefined : value));
  const ask = (name: string, value: number) =>
    memo.get(name, () => {
      asked.push(name);
      return Promise.resolve(value);
    });
  for (const name of ["a", "b", "c"]) await ask(name, 10);
  await ask("a", 10);
  await ask("d", 10); // four are too many, and b is the oldest
  await ask("a", 10);
  await ask("b", 10);
  expect(asked.join("")).toBe("abcdb");
  await ask("e", 95); // too heavy to stand beside others
  await ask("e", 95);
  await ask("b", 10);
  expect(asked.join("")).toBe("abcdbeb");
});

test("what is not worth keeping is asked again", async () => {
  let asked = 0;
  const memo = new Memo<number>({ entries: 3, weight: 100 }, () => undefined);
  const ask = () => memo.get("a", () => Promise.resolve((asked += 1)));
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect(await ask()).toBe(2);
});
