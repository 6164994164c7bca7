/** What all journeys share: one real network of servers that speak the AT Protocol. It takes longest to start. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBluesky } from "@samovar/demo/networks/bluesky.ts";
import { startPostgres } from "@samovar/server/platform/postgres/index.ts";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly blueskyUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await using held = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "samovar-journey-network-"));
  held.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = held.use(await startPostgres({ dataDir: join(folder, "postgres"), log: quiet }));
  const bluesky = held.use(
    await startBluesky({ databaseUrl: postgres.url, logFile: join(folder, "network.log"), say: fail }),
  );
  project.provide("blueskyUrl", bluesky.url);
  const running = held.move();
  return () => running.disposeAsync();
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A journey needs the whole network: what the demo can do without, it cannot. */
function fail(line: string): never {
  throw new Error(line);
}
