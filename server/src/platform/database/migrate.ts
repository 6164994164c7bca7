import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { runMigrations } from "graphile-worker";
import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import { refuseAllSeeingRole } from "./refuse-all-seeing-role.ts";

/**
 * Brings the database up to date with the `NNNN-name.sql` files below the folder, in the order of their numbers.
 * Forward only. Several processes may start at once: the migrator takes a lock.
 */
export async function migrate(database: Database, folder: string): Promise<void> {
  await refuseAllSeeingRole(database);
  const migrations = await readMigrations(folder);
  const migrator = new Migrator({ db: database.kysely, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error("A migration failed", { cause: error });
  await runMigrations({ pgPool: database.pool });
}

/** The house's SQL migrations by name; ClickHouse's own end in `.ch.sql` and are not among them. */
async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for await (const file of glob("**/[0-9][0-9][0-9][0-9]-*.sql", { cwd: folder })) {
    if (file.endsWith(".ch.sql")) continue;
    const text = await readFile(join(folder, file), "utf8");
    migrations[basename(file, ".sql")] = { up: async (db) => void (await sql.raw(text).execute(db)) };
  }
  return migrations;
}
