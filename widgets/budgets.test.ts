import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWidgets } from "./build.ts";
import { type Weight, weighWidgets } from "./weigh.ts";
import { maxGzipBytesOfAll, widgets } from "./widgets.ts";

let built = "";
let weights: readonly Weight[] = [];
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "samovar-widgets-"));
  await buildWidgets(built);
  weights = await weighWidgets(built);
});
afterAll(() => rm(built, { recursive: true }));

const weightOf = (file: string) => weights.find((one) => one.file === file)?.gzipBytes ?? Number.NaN;

const weightAlone = (file: string) =>
  [file, ...(widgets.find((one) => one.file === file)?.needs ?? [])]
    .map(weightOf)
    .reduce((sum, weight) => sum + weight);

test.each(widgets)("$file weighs at most $maxGzipBytes bytes", ({ file, maxGzipBytes }) => {
  expect(weightOf(file)).toBeLessThanOrEqual(maxGzipBytes);
});

test("reactions and poll weigh at most 2,000 bytes together", () => {
  expect(weightOf("reactions.js") + weightOf("poll.js")).toBeLessThanOrEqual(2000);
});

test("comments weigh at most 12,000 bytes with all that they load, a list 3,000", () => {
  expect(weightAlone("talk.js")).toBeLessThanOrEqual(12_000);
  expect(weightAlone("list.js")).toBeLessThanOrEqual(3000);
});

test("all of them on one page, with the site script, weigh at most 25,000 bytes", () => {
  const atOnce = weights.filter(({ isLate }) => !isLate).map(({ gzipBytes }) => gzipBytes);
  expect(atOnce.length).toBeGreaterThan(10);
  expect(atOnce.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(maxGzipBytesOfAll);
});

test("no file's name is one that lists of ad blockers hide", () => {
  const hidden = /share|social|track|ads?\b|subscri|popup|analytic|follow|newsletter|banner|push/;
  expect(widgets.map(({ file }) => file).filter((file) => hidden.test(file))).toEqual([]);
});
