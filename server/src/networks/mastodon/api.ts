/** One call of a server's API: sends it, tells failures apart by status and headers, and parses the answer. */
import type { z } from "zod";
import { HttpFailure } from "@samovar/http-client";
import { NetworkFailure } from "../failure.ts";
import type { Credentials, Json, NetworkTools, Session } from "../network.ts";

export interface ApiCall {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: Json;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** The middle of the rule id of a failure: `post`, `picture`, `connect` … */
  readonly surface: string;
  /** Whether a second call would do a second thing: then a lost answer is `unsure`. Default: POST and PUT. */
  readonly repeatable?: boolean;
  readonly timeoutMs?: number;
}

export interface Server {
  readonly origin: string;
  readonly token?: string;
  readonly tools: NetworkTools;
}

/** The token as it was stored; an empty one is refused by the server, which asks to connect again. */
export function accessTokenOf({ accessToken }: Credentials): string {
  return typeof accessToken === "string" ? accessToken : "";
}

export const serverOf = (session: Session): Server => ({
  origin: session.account.server,
  token: accessTokenOf(session.credentials),
  tools: session.tools,
});

/** Makes the call and parses what it answers. */
export async function callApi<T>(server: Server, call: ApiCall, schema: z.ZodType<T>): Promise<T> {
  const response = await send(server, call);
  if (!response.ok) throw await refusalOf(server, call, response);
  const words = await response.text();
  const parsed = schema.safeParse(parseJson(words));
  if (parsed.success) return parsed.data;
  throw failure(call, unreadableKind(call), {
    check: "answer",
    message: `${server.origin} answered ${call.path} with what is not Mastodon's API`,
    words,
    hint: "Is this the address of a Mastodon server, and is nothing (a proxy, a login page) in front of its API?",
    cause: parsed.error,
  });
}

/** The same for calls whose answer's status matters (202, 206). */
export async function callApiWithStatus<T>(
  server: Server,
  call: ApiCall,
  schema: z.ZodType<T>,
): Promise<{ readonly status: number; readonly data: T }> {
  let status = 0;
  const tools: NetworkTools = {
    ...server.tools,
    http: async (url, init) => {
      const response = await server.tools.http(url, init);
      status = response.status;
      return response;
    },
  };
  const data = await callApi({ ...server, tools }, call, schema);
  return { status, data };
}

async function send(server: Server, call: ApiCall): Promise<Response> {
  const url = new URL(call.path, server.origin);
  for (const [key, value] of Object.entries(call.query ?? {})) url.searchParams.append(key, value);
  const method = call.method ?? "GET";
  const body = call.json === undefined ? call.form : JSON.stringify(call.json);
  try {
    return await server.tools.http(url, {
      method,
      headers: headersOf(server, call),
      // A redirected write could become a read: the answer would say nothing of the write.
      redirect: method === "GET" ? "follow" : "manual",
      timeoutMs: call.timeoutMs,
      signal: server.tools.signal,
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    if (error instanceof HttpFailure) throw unreachable(server.origin, call, error);
    throw error;
  }
}

function headersOf({ token }: Server, call: ApiCall): Headers {
  const headers = new Headers({ accept: "application/json", ...call.headers });
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (call.json !== undefined) headers.set("content-type", "application/json");
  return headers;
}

function unreachable(origin: string, call: ApiCall, error: HttpFailure): NetworkFailure {
  const details = {
    check: "unreachable",
    message: `${origin} could not be reached: ${error.message}`,
    cause: error,
  };
  switch (error.kind) {
    case "refused-address":
      return failure(call, "rejected", { ...details, hint: "Give the public https address of the server" });
    case "not-sent":
      return failure(call, "wait", {
        ...details,
        hint: "Nothing was sent. Check the server's address, or wait",
      });
    case "maybe-sent":
    case "too-large":
      return failure(call, isRepeatable(call) ? "wait" : "unsure", details);
  }
}

/** https://docs.joinmastodon.org/api/guidelines/ and the error sections of each method: the status decides. */
async function refusalOf(
  { origin, tools }: Server,
  call: ApiCall,
  response: Response,
): Promise<NetworkFailure> {
  const { status, headers } = response;
  const said = {
    message: `${origin} answered ${status} to ${call.path}`,
    words: wordsOf(await response.text()),
    ...waitOf(headers, tools.now()),
  };
  if (status === 429) return failure(call, "wait", { ...said, check: "rate" });
  if (status === 401 || status === 403) {
    const hint =
      "Connect the account again. If that does not help, its server's moderators may have limited it";
    return failure(call, "reconnect", { ...said, check: "token", hint });
  }
  if (status >= 500 || status === 408 || status === 425) {
    return failure(call, isRepeatable(call) ? "wait" : "unsure", { ...said, check: "server" });
  }
  const moved = headers.get("location");
  const hint = moved ? { hint: `The server has moved to ${moved}; connect the account there` } : {};
  return failure(call, "rejected", { ...said, check: `status-${status}`, ...hint });
}

interface Details {
  readonly check: string;
  readonly message: string;
  readonly words?: string;
  readonly hint?: string;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

function failure(
  call: ApiCall,
  kind: NetworkFailure["kind"],
  { check, message, words, ...rest }: Details,
): NetworkFailure {
  const said = words?.trim() ? { words: words.trim().slice(0, 300) } : {};
  return new NetworkFailure(kind, message, { rule: `mastodon.${call.surface}.${check}`, ...said, ...rest });
}

/** While connecting, a strange answer means a wrong address; later, that something stands in between. */
function unreadableKind(call: ApiCall): NetworkFailure["kind"] {
  if (call.surface === "connect") return "rejected";
  return isRepeatable(call) ? "wait" : "unsure";
}

const isRepeatable = (call: ApiCall): boolean =>
  call.repeatable ?? (call.method === undefined || call.method === "GET" || call.method === "DELETE");

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

function wordsOf(body: string): string {
  const parsed = parseJson(body);
  if (typeof parsed !== "object" || parsed === null) return body;
  const said = Reflect.get(parsed, "error_description") ?? Reflect.get(parsed, "error");
  return typeof said === "string" ? said : body;
}

/** `Retry-After` (seconds or a date), else `X-RateLimit-Reset` (a date): https://docs.joinmastodon.org/api/rate-limits/ */
function waitOf(headers: Headers, now: Date): { readonly retryAfterMs?: number } {
  const after = headers.get("retry-after");
  if (after && /^\d+$/.test(after)) return { retryAfterMs: Number(after) * 1000 };
  if (!after && headers.get("x-ratelimit-remaining") !== "0") return {};
  const until = Date.parse(after ?? headers.get("x-ratelimit-reset") ?? "");
  return Number.isNaN(until) ? {} : { retryAfterMs: Math.max(0, until - now.getTime()) };
}
