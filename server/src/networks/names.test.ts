import { glob, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { networks } from "./index.ts";

const root = join(import.meta.dirname, "../../..");

/** The owner's pages may offer these networks by name: a share button does not publish. */
const exempt = /(^|\/)(networks|node_modules|testing)\/|\.test\.tsx?$|\.journey\.|\.gen\.ts$/;

test("no network's name occurs outside networks/", async () => {
  const names = new RegExp(networks.flatMap(({ id, name }) => [id, name]).join("|"), "i");
  const found: string[] = [];
  for await (const file of glob(["server/src/**/*.ts", "admin/src/**/*.{ts,tsx}"], { cwd: root })) {
    if (exempt.test(file)) continue;
    const lines = (await readFile(join(root, file), "utf8")).split("\n");
    lines.forEach(
      (line, index) => names.test(line) && found.push(`${relative(".", file)}:${index + 1} ${line.trim()}`),
    );
  }
  expect(found).toEqual([]);
});

test("ids are unique, and every network says where its limits come from", () => {
  expect(new Set(networks.map(({ id }) => id)).size).toBe(networks.length);
  for (const network of networks) {
    expect(network.iconPath).toMatch(/^M[\d\s.,a-zA-Z-]+$/);
    expect(network.color).toMatch(/^#[0-9A-F]{6}$/i);
    expect(new Set(network.limits.map(({ id }) => id)).size).toBe(network.limits.length);
    for (const limit of network.limits) {
      expect(limit.source).toMatch(/^https:/);
      expect(limit.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(limit.max ?? limit.min ?? limit.oneOf).toBeDefined();
    }
  }
});

test("every field of every form is named in both languages", () => {
  for (const field of networks.flatMap(({ connect }) => connect.flatMap(({ fields }) => fields))) {
    expect(field.label.en).not.toBe("");
    expect(field.label.ru).toMatch(/\p{Script=Cyrillic}/u);
    if (field.hint) expect(field.hint.ru).toMatch(/\p{Script=Cyrillic}/u);
  }
});
