import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "#src/platform/database/database.ts";
import { migrate } from "#src/platform/database/migrate.ts";
import { type EventStore, startEventStore } from "#src/platform/event-store/index.ts";
import { startPostgres } from "#src/platform/postgres/index.ts";

export const sourceFolder = fileURLToPath(new URL("..", import.meta.url));

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An event store in a temporary folder. Each test file makes a database of its own in it. */
export async function startTemporaryEventStore(): Promise<EventStore> {
  await using held = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-events-"));
  held.defer(() => rm(dataDir, { recursive: true, force: true }));
  const store = held.use(await startEventStore({ dataDir, log: quiet }));
  const running = held.move();
  const { url, username, password, database } = store;
  return { url, username, password, database, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** A Postgres in a temporary folder, migrated: what tests clone and what the tables' types are generated from. */
export async function startMigratedPostgres(): Promise<{ readonly url: string } & AsyncDisposable> {
  await using held = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-postgres-"));
  held.defer(() => rm(dataDir, { recursive: true, force: true }));
  const postgres = held.use(await startPostgres({ dataDir, log: quiet }));
  {
    await using database = openDatabase(postgres.url);
    await migrate(database, sourceFolder);
  }
  const running = held.move();
  return { url: postgres.url, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
