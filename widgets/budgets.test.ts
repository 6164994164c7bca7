import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWidgets } from "./build.ts";
import { weighWidgets } from "./weigh.ts";
import { widgets } from "./widgets.ts";

let built = "";
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "samovar-widgets-"));
  await buildWidgets(built);
});
afterAll(() => rm(built, { recursive: true }));

test.each(widgets)("$file weighs at most $maxGzipBytes bytes", async ({ file, maxGzipBytes }) => {
  const weight = (await weighWidgets(built)).find((one) => one.file === file);
  expect(weight?.gzipBytes).toBeLessThanOrEqual(maxGzipBytes);
});
