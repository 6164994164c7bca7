import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createGunzip } from "node:zlib";
import type { Statement, StatementResult } from "./connection.ts";
import type { Engine } from "./engine.ts";
import { EngineError } from "./engine-error.ts";

/** Who may ask, and how much at once. */
export interface DialectOptions {
  readonly username: string;
  readonly password: string;
  readonly maxBodyBytes: number;
}

/** ClickHouse's HTTP interface over the engine, as far as its stock clients use it. */
export function answerOver(engine: Engine, options: DialectOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname === "/ping") return void response.end("Ok.\n");
    response.setHeader("X-ClickHouse-Query-Id", url.searchParams.get("query_id") ?? "");
    try {
      requireAccess(request, url.searchParams, options);
      const statement = readStatement(
        request,
        url.searchParams,
        await readBody(request, options.maxBodyBytes),
      );
      const result = isEmptyInsert(statement.sql) ? nothing : await engine.run(statement);
      response.setHeader("Content-Type", contentTypeOf(statement.format));
      response.setHeader("X-ClickHouse-Format", statement.format);
      response.setHeader("X-ClickHouse-Summary", summarise(result));
      response.end(result.bytes);
    } catch (error) {
      refuse(request, response, error);
    }
  };
}

const nothing: StatementResult = { bytes: new Uint8Array(), rowsRead: 0, bytesRead: 0, elapsedSeconds: 0 };

function requireAccess(request: IncomingMessage, search: URLSearchParams, options: DialectOptions): void {
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const [name, ...rest] = Buffer.from(basic ?? "", "base64")
    .toString()
    .split(":");
  const username = basic ? name : (request.headers["x-clickhouse-user"] ?? search.get("user"));
  const password = basic ? rest.join(":") : (request.headers["x-clickhouse-key"] ?? search.get("password"));
  if (isSame(username, options.username) && isSame(password, options.password)) return;
  throw new EngineError(516, "Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)");
}

function isSame(given: unknown, wanted: string): boolean {
  const [left, right] = [Buffer.from(typeof given === "string" ? given : ""), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const zipped = request.headers["content-encoding"] === "gzip";
  const stream = zipped ? request.pipe(createGunzip()) : request;
  if (zipped) request.on("error", (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    // A little too much is read to its end, since a client that still writes would not hear the answer.
    else if (size > 4 * maxBytes) break;
  }
  if (size > maxBytes) {
    throw new EngineError(307, `The request is over ${maxBytes} bytes; send less at once. (TOO_MANY_BYTES)`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

// Words of the HTTP interface itself; every other one names a setting.
const reserved = new Set(
  "query database query_id session_id session_timeout session_check default_format user password role compress decompress quota_key stacktrace buffer_size wait_end_of_query".split(
    " ",
  ),
);

function readStatement(request: IncomingMessage, search: URLSearchParams, body: string): Statement {
  const sql = [search.get("query") ?? "", body].filter((part) => part !== "").join("\n");
  if (sql.trim() === "") throw new EngineError(62, "Syntax error: the query is empty. (SYNTAX_ERROR)");
  return {
    sql,
    format:
      findFormat(sql) ?? search.get("default_format") ?? readHeader(request, "format") ?? "TabSeparated",
    database: search.get("database") ?? readHeader(request, "database") ?? "default",
    ...readOptions(search),
  };
}

function readHeader(request: IncomingMessage, name: "format" | "database"): string | undefined {
  const value = request.headers[`x-clickhouse-${name}`];
  return typeof value === "string" ? value : undefined;
}

function readOptions(search: URLSearchParams): Pick<Statement, "settings" | "params"> {
  const settings = new Map<string, string>();
  const params = new Map<string, string>();
  for (const [name, value] of search) {
    if (reserved.has(name)) continue;
    const known = /^(param_)?([A-Za-z_][A-Za-z0-9_]*)$/.exec(name);
    if (!known?.[2]) throw new EngineError(115, `Unknown setting '${name}'. (UNKNOWN_SETTING)`);
    (known[1] ? params : settings).set(known[2], value);
  }
  return { settings, params };
}

function findFormat(sql: string): string | undefined {
  return /\bformat\s+([A-Za-z]+)\s*;?\s*$/i.exec(sql.slice(-200))?.[1];
}

// With no rows behind it the engine would wait for them on its standard input.
function isEmptyInsert(sql: string): boolean {
  return /^\s*insert\b/i.test(sql) && findFormat(sql) !== undefined && !/\bselect\b/i.test(sql);
}

function contentTypeOf(format: string): string {
  if (/^JSON.*EachRow/.test(format)) return "application/x-ndjson; charset=UTF-8";
  if (format.startsWith("JSON")) return "application/json; charset=UTF-8";
  if (format.startsWith("CSV")) return "text/csv; charset=UTF-8";
  return "text/plain; charset=UTF-8";
}

function summarise({ rowsRead, bytesRead, elapsedSeconds }: StatementResult): string {
  const elapsed = String(Math.round(elapsedSeconds * 1e9));
  return JSON.stringify({ read_rows: String(rowsRead), read_bytes: String(bytesRead), elapsed_ns: elapsed });
}

// ClickHouse's own table of statuses, for the codes that a caller meets; 500 for all others, as there.
const statuses = new Map<number, number>([
  [516, 401],
  [60, 404],
  [81, 404],
  [62, 400],
  [115, 400],
  [456, 400],
  [27, 400],
  [47, 404],
  [307, 413],
  [202, 503],
]);

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  const code = Number(/\bCode: (\d+)\b/.exec(text)?.[1] ?? 1002);
  const message = /\bDB::Exception\b/.test(text)
    ? text
    : `Code: ${code}. DB::Exception: ${text} (UNKNOWN_EXCEPTION)`;
  response.statusCode = statuses.get(code) ?? 500;
  response.setHeader("X-ClickHouse-Exception-Code", String(code));
  response.setHeader("Content-Type", "text/plain; charset=UTF-8");
  // A body that was refused half-way is not read on: the connection ends with the answer.
  if (!request.complete) response.setHeader("Connection", "close");
  response.end(`${message}\n`);
}
