import { expect, test } from "vitest";
import { itemsOf, navGroups, navItems } from "./nav-items.ts";

test("every room has one key of its own, a letter or a digit that any keyboard has", () => {
  const keys = navItems.map(({ letter }) => letter);
  expect(new Set(keys).size).toBe(navItems.length);
  for (const key of keys) expect(key).toMatch(/^[a-z0-9]$/);
});

test("every room has a place in the menu of somebody who may do everything", () => {
  expect(navGroups.flatMap((group) => itemsOf(group, () => true))).toHaveLength(navItems.length);
});
