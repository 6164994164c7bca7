import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startPostgres } from "@samovar/server/platform/postgres/index.ts";
import { Problem } from "@samovar/server/platform/problem.ts";

const mark = "this-is-a-demo";

/**
 * The demo's networks forget everything when they stop, so each start begins with an empty house. Only a folder
 * that a demo made is ever emptied.
 */
export async function prepareFolder(dataDir: string): Promise<void> {
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0) await clear(dataDir);
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, mark), "Emptied at each start of `npm start -- --demo`.\n");
}

async function clear(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, mark))) {
    throw new Problem(
      "conflict",
      `${dataDir} holds a house that is no demo, and the demo starts with an empty one`,
      {
        hint: "Leave DATA_DIR away, or name an empty folder",
      },
    );
  }
  if (existsSync(join(dataDir, "postgres"))) await stopEarlierPostgres(dataDir);
  const entries = await readdir(dataDir);
  await Promise.all(entries.map((entry) => rm(join(dataDir, entry), { recursive: true, force: true })));
}

/** A demo that was killed may have left it running; a demo that still runs holds its lock, and this throws. */
async function stopEarlierPostgres(dataDir: string): Promise<void> {
  const postgres = await startPostgres({ dataDir: join(dataDir, "postgres"), log: silent });
  await postgres[Symbol.asyncDispose]();
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
