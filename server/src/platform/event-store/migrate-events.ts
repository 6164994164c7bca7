import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";

/** One `NNNN-name.ch.sql` of a feature. */
export interface EventMigration {
  readonly name: string;
  readonly sql: string;
}

const Applied = z.array(z.object({ name: z.string() }));

/**
 * Brings the event store's tables up to date; answers the names it applied. ClickHouse has no transactions over
 * tables, so a file that failed half-way runs again whole: write `if not exists`.
 */
export async function migrateEvents(
  client: ClickHouseClient,
  files: readonly EventMigration[],
): Promise<readonly string[]> {
  const sorted = sortByNumber(files);
  await client.command({
    query: `create table if not exists event_migration (
      name String, applied_at DateTime64(3, 'UTC') default now64(3)
    ) engine = MergeTree order by name`,
  });
  const answer = await client.query({ query: "select name from event_migration", format: "JSONEachRow" });
  const applied = new Set(Applied.parse(await answer.json()).map(({ name }) => name));
  const pending = sorted.filter(({ name }) => !applied.has(name));
  for (const { name, sql } of pending) {
    for (const query of splitStatements(sql)) {
      await client.command({ query }).catch((cause: unknown) => {
        throw new Error(`The migration ${name} failed at: ${query.slice(0, 200)}`, { cause });
      });
    }
    await client.insert({ table: "event_migration", values: [{ name }], format: "JSONEachRow" });
  }
  return pending.map(({ name }) => name);
}

function sortByNumber(files: readonly EventMigration[]): readonly EventMigration[] {
  const wrong = files.find(({ name }) => !/^\d{4}-[a-z0-9-]+\.ch\.sql$/.test(name));
  if (wrong) throw new Error(`The migration "${wrong.name}" is not named like 0001-event.ch.sql`);
  const sorted = files.toSorted((left, right) => left.name.localeCompare(right.name));
  const twin = sorted.find(({ name }, index) => sorted[index - 1]?.name.slice(0, 4) === name.slice(0, 4));
  if (twin)
    throw new Error(`Two migrations carry the number of "${twin.name}"; give one the next free number`);
  return sorted;
}

// A statement ends with a semicolon at the end of its line.
function splitStatements(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\r?\n|$)/)
    .filter((statement) => statement.replaceAll(/--[^\n]*/g, "").trim() !== "");
}
