import { Client } from "pg";
import { z } from "zod";
import { isRunning } from "#src/platform/process-lock/process-lock.ts";
import { Problem } from "#src/platform/problem.ts";
import { adminRole, houseRole, type Passwords } from "./cluster.ts";
import { pause, readLogTail, type Postmaster } from "./postmaster.ts";

/** The address of a database of this Postgres, as one of the two roles. */
export function addressOf(
  port: number,
  role: typeof adminRole | typeof houseRole,
  passwords: Passwords,
): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${role}`;
}

/** What became of a Postgres that was waited for. */
export type Readiness = "ready" | "ended";

/** Waits until Postgres takes the superuser's connection, through a recovery after a crash if need be. */
export async function waitUntilReady(
  cluster: string,
  {
    postmaster,
    adminUrl,
    signal,
  }: { postmaster: Postmaster; adminUrl: string; signal?: AbortSignal | undefined },
): Promise<Readiness> {
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    const found = await askDataFolder(adminUrl);
    if (found.folder === cluster) return "ready";
    if (found.folder !== undefined)
      throw await failed(cluster, `another Postgres answers, of ${found.folder}`);
    if (!isRunning(postmaster.mark)) return "ended";
    if (found.code !== "ECONNREFUSED" && found.code !== startingUp && found.code !== "ECONNRESET") {
      throw await failed(cluster, `it refuses its own administrator (${found.code})`);
    }
    await pause(attempt);
  }
}

/** Makes the ordinary role, its database and the extensions, where they are missing. */
export async function provision(adminUrl: string, passwords: Passwords): Promise<void> {
  const houseUrl = adminUrl.replace(
    `${adminRole}:${passwords[adminRole]}`,
    `${houseRole}:${passwords[houseRole]}`,
  );
  if ((await askDataFolder(houseUrl.replace(/\/postgres$/, `/${houseRole}`))).code === undefined) return;
  await runAll(adminUrl.replace(/\/postgres$/, "/template1"), [
    "create extension if not exists pg_trgm",
    "create extension if not exists unaccent",
  ]);
  // No superuser and no bypassrls: row-level security holds for it. It may clone databases, for tests.
  await runAll(adminUrl, [
    `do $$ begin create role ${houseRole}; exception when duplicate_object then null; end $$`,
    `alter role ${houseRole} with login nosuperuser nobypassrls nocreaterole createdb password '${passwords[houseRole]}'`,
  ]);
  await runAll(adminUrl, [`create database ${houseRole} owner ${houseRole}`]).catch((error: unknown) => {
    if (codeOf(error) !== duplicateDatabase) throw error;
  });
}

const startingUp = "57P03";
const duplicateDatabase = "42P04";
const refusedStart = "it did not start";

/** A failure of our own Postgres, with the last words of its log. */
export async function failed(cluster: string, reason: string = refusedStart): Promise<Problem> {
  return new Problem(
    "unavailable",
    `Postgres in ${cluster}: ${reason}. Its last words:\n${await readLogTail(cluster)}`,
    {
      hint: "See postgres.log beside that folder. Free disk space if it is short; else set DATABASE_URL to a Postgres of your own",
    },
  );
}

const DataFolder = z.tuple([z.object({ folder: z.string().nullable() })]);

async function askDataFolder(url: string): Promise<{ folder?: string; code?: string }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const sql =
      "select case when pg_has_role('pg_read_all_settings', 'usage') then current_setting('data_directory') end as folder";
    const [{ folder }] = DataFolder.parse((await client.query(sql)).rows);
    return { folder: folder ?? "" };
  } catch (error) {
    return { code: codeOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function runAll(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : String(error);
}
