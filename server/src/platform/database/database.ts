import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { Pool } from "pg";
import type { DB } from "./tables.gen.ts";

/** A transaction on the house's tables. There is no other way to read or write. */
export type Db = Transaction<DB>;

/** Sees the rows of every workspace: for jobs, redirects and sign-in, never for a caller's request. */
export const wholeHouse = "*";

export interface Database extends AsyncDisposable {
  readonly kysely: Kysely<DB>;
  readonly pool: Pool;
  /** Runs the work in one transaction that sees the rows of this workspace only, or of the `wholeHouse`. */
  readonly transact: <T>(workspaceId: string, work: (db: Db) => Promise<T>) => Promise<T>;
}

export function openDatabase(url: string, options: { readonly connections?: number } = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.connections ?? 16,
    application_name: "samovar",
  });
  pool.on("error", overlook);
  pool.on("connect", (client) => client.on("error", overlook));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  return {
    kysely,
    pool,
    transact: (workspaceId, work) =>
      kysely.transaction().execute(async (db) => {
        await sql`select set_config('samovar.workspace', ${workspaceId}, true)`.execute(db);
        return work(db);
      }),
    [Symbol.asyncDispose]: () => kysely.destroy(),
  };
}

/** A connection may die with its server while nobody uses it; the next query opens a new one, or reports it. */
const overlook = () => undefined;
