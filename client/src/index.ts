import { catalogue, type Operations } from "./operations.gen.ts";

export { catalogue, type Operations } from "./operations.gen.ts";

export type OperationId = keyof Operations;
export type InputOf<Id extends OperationId> = Operations[Id]["input"];
export type OutputOf<Id extends OperationId> = Operations[Id]["output"];

/** What Samovar refused, and what to do about it (RFC 9457). */
export class SamovarError extends Error {
  override readonly name = "SamovarError";
  readonly status: number;
  readonly code: string;
  readonly hint: string | undefined;
  readonly fields: readonly { readonly path: string; readonly message: string }[];

  constructor(
    status: number,
    problem: { code?: string; title?: string; hint?: string; fields?: SamovarError["fields"] },
  ) {
    super(problem.title ?? `Samovar answered ${status}`);
    this.status = status;
    this.code = problem.code ?? "bug";
    this.hint = problem.hint;
    this.fields = problem.fields ?? [];
  }
}

export interface ClientOptions {
  /** Where Samovar lives, as in https://samovar.example; in its own pages an empty string. */
  readonly baseUrl: string;
  /** An API key; pages of the app send their session's cookie instead. */
  readonly apiKey?: string;
  /** Which of the caller's workspaces is meant; a key has only one. */
  readonly workspaceId?: string | undefined;
  /** Asked before each call: the language of the problems' words, as in `ru`. Default: what the fetch itself asks for. */
  readonly language?: () => string;
  readonly fetch?: typeof globalThis.fetch;
}

export interface AskOptions {
  /** Repeating a write with the same key does it once and answers the same. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface Client {
  /** Asks an operation by its id. Throws `SamovarError` when it is refused. */
  readonly ask: <Id extends OperationId>(
    id: Id,
    input: InputOf<Id>,
    options?: AskOptions,
  ) => Promise<OutputOf<Id>>;
}

export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? globalThis.fetch;
  return {
    async ask(id, input, { idempotencyKey, signal } = {}) {
      const { url, init } = requestOf(id, { ...input });
      const response = await send(`${options.baseUrl}/api${url}`, {
        ...init,
        headers: {
          ...headersOf(options),
          ...init.headers,
          ...(idempotencyKey ? { "Idempotency-Key": idempotencyKey } : {}),
        },
        ...(signal ? { signal } : {}),
      });
      const answer: unknown = await response.json().catch(() => ({}));
      if (!response.ok) throw new SamovarError(response.status, Object(answer));
      return answer as never; // the server's answer to this operation, typed by the catalogue
    },
  };
}

const headersOf = ({ apiKey, workspaceId, language }: ClientOptions) => ({
  ...(language ? { "Accept-Language": language() } : {}),
  ...(apiKey ? { Authorization: `Bearer ${apiKey}` } : {}),
  ...(workspaceId ? { "Samovar-Workspace": workspaceId } : {}),
});

interface Sent {
  readonly url: string;
  readonly init: {
    readonly method: string;
    readonly body?: string | FormData;
    readonly headers?: Readonly<Record<string, string>>;
  };
}

function requestOf(id: OperationId, input: Record<string, unknown>): Sent {
  const entry = catalogue.find((operation) => operation.id === id);
  if (!entry) throw new Error(`There is no operation ${id}`);
  const inPath = new Set<string>();
  const path = entry.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(input[name]));
  });
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  if (entry.method === "GET") {
    const query = new URLSearchParams(Object.fromEntries(rest.map(([name, value]) => [name, String(value)])));
    return { url: query.size > 0 ? `${path}?${query.toString()}` : path, init: { method: entry.method } };
  }
  return { url: path, init: { method: entry.method, ...bodyOf(rest) } };
}

/** JSON, unless a file is among the values. */
function bodyOf(fields: readonly (readonly [string, unknown])[]): Pick<Sent["init"], "body" | "headers"> {
  if (!fields.some(([, value]) => value instanceof Blob)) {
    return {
      body: JSON.stringify(Object.fromEntries(fields)),
      headers: { "Content-Type": "application/json" },
    };
  }
  const form = new FormData();
  for (const [name, value] of fields) form.set(name, value instanceof Blob ? value : String(value));
  return { body: form };
}
