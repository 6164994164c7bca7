import { expect, test } from "vitest";
import { threadOrder } from "./thread-order.ts";

const said = (id: string, parentId: string | null, minute: number) => ({
  id,
  parentId,
  at: `2026-11-24T10:0${minute}:00Z`,
});
const read = (replies: readonly ReturnType<typeof said>[]) =>
  threadOrder(replies).map(({ id, depth }) => `${depth}${id}`);

test("an answer stands below what it answers, though it came later than the next reply", () => {
  expect(read([said("answer", "a", 5), said("b", null, 3), said("a", null, 1)])).toEqual([
    "0a",
    "1answer",
    "0b",
  ]);
});

test("a reply whose parent is not on the page is read as a beginning", () => {
  expect(read([said("a", "elsewhere", 1)])).toEqual(["0a"]);
});
