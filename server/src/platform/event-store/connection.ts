import { join } from "node:path";
import { Session } from "chdb";
import { listQueryDefaults, type EngineOptions } from "./engine-config.ts";
import { EngineError } from "./engine-error.ts";

/** One statement with all that belongs to it alone. */
export interface Statement {
  readonly sql: string;
  readonly format: string;
  readonly database: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly params: ReadonlyMap<string, string>;
}

/** What a statement gave. */
export interface StatementResult {
  readonly bytes: Uint8Array;
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly elapsedSeconds: number;
}

/** One connection of chDB, for one statement at a time. */
export interface Connection {
  run(statement: Statement): Promise<StatementResult>;
  close(): void;
}

/**
 * A connection of chDB keeps what `SET` and `USE` told it, so each statement's settings are taken back after it. What
 * cannot be taken back costs the connection: the next statement gets a new one.
 */
export function openConnection(options: EngineOptions, config: string): Connection {
  const defaults = new Map(listQueryDefaults(options));
  let open: OpenSession | undefined;
  function forget(): void {
    open?.session.close();
    open = undefined;
  }
  return {
    async run(statement) {
      open ??= await openSession(join(options.dataDir, "chdb"), config, defaults);
      const { session } = open;
      const settings = new Map(
        [...statement.settings].filter(([name, value]) => defaults.get(name) !== value),
      );
      try {
        await prepare(open, { ...statement, settings });
        const result = await session.queryAsync(statement.sql, { format: statement.format });
        const { rowsRead, bytesRead, elapsed } = result;
        return { bytes: result.bytes(), rowsRead, bytesRead, elapsedSeconds: elapsed };
      } finally {
        if (/^\s*(set|use)\b|\btemporary\b/i.test(statement.sql)) forget();
        else await restore(session, settings, defaults).catch(forget);
      }
    },
    close: forget,
  };
}

interface OpenSession {
  readonly session: Session;
  /** Parameters that earlier statements left behind: none can be unset, so these count as not given. */
  readonly leftParams: Set<string>;
  database: string;
}

async function openSession(
  path: string,
  config: string,
  defaults: ReadonlyMap<string, string>,
): Promise<OpenSession> {
  const session = new Session(path, { connectionArgs: [`--config-file=${config}`] });
  await session.queryAsync(`set ${assign(defaults)}`);
  return { session, leftParams: new Set(), database: "default" };
}

async function prepare(open: OpenSession, { sql, database, settings, params }: Statement): Promise<void> {
  const missing = [...open.leftParams].find((name) => !params.has(name) && sql.includes(`{${name}:`));
  if (missing)
    throw new EngineError(456, `Substitution \`${missing}\` is not set. (UNKNOWN_QUERY_PARAMETER)`);
  if (database !== open.database) {
    await open.session.queryAsync(`use ${quoteName(database)}`);
    open.database = database;
  }
  if (settings.size > 0) await open.session.queryAsync(`set ${assign(settings)}`);
  for (const name of params.keys()) open.leftParams.add(name);
  const named = [...params].map(([name, value]) => [`param_${name}`, value] as const);
  if (named.length > 0) await open.session.queryAsync(`set ${assign(named)}`);
}

async function restore(
  session: Session,
  settings: ReadonlyMap<string, string>,
  defaults: ReadonlyMap<string, string>,
): Promise<void> {
  if (settings.size === 0) return;
  await session.queryAsync(`set ${[...settings.keys()].map((name) => `${name} = default`).join(", ")}`);
  const again = [...defaults].filter(([name]) => settings.has(name));
  if (again.length > 0) await session.queryAsync(`set ${assign(again)}`);
}

function assign(entries: Iterable<readonly [string, string]>): string {
  return [...entries].map(([name, value]) => `${name} = ${quoteText(value)}`).join(", ");
}

function quoteText(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function quoteName(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}
