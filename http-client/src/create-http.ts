import type { LookupFunction } from "node:net";
import { Agent, fetch as undiciFetch, type Dispatcher } from "undici";
import { checkUrl, guardedLookup, isAllowed, type AllowPrivate } from "./guard.ts";
import { HttpFailure, type Http, type HttpInit } from "./http-client.ts";

export interface HttpOptions {
  /** Tests and the demo talk to servers on 127.0.0.1. */
  readonly allowPrivate: AllowPrivate;
  /** Who asks; servers we visit may look it up. */
  readonly userAgent: string;
}

const connectTimeoutMs = 10_000;
const defaultTimeoutMs = 15_000;
const defaultMaxBytes = 5 * 1024 * 1024;
const defaultMaxRedirects = 5;
const nullBodyStatuses = new Set([204, 205, 304]);

/** Makes the only way out of the house. */
export function createHttp({ allowPrivate, userAgent }: HttpOptions): Http {
  const guarded = agents({ lookup: guardedLookup });
  const open = agents({});

  return async (address, init = {}) => {
    const request = await toRequest(address, init, userAgent);
    const limit = toLimit(init);
    const send = (each: Outgoing, mayHaveActed: boolean): Promise<Response> => {
      checkUrl(each.url, allowPrivate);
      const { reads, writes } = isAllowed(each.url, allowPrivate) ? open : guarded;
      const agent = each.method === "GET" || each.method === "HEAD" ? reads : writes;
      return sendOnce(each, { agent, limit, mayHaveActed });
    };
    if (init.redirect === "manual") return send(request, false);
    return follow(request, { send, hops: init.redirect === "error" ? 0 : limit.maxRedirects });
  };
}

/**
 * Reads share connections. A write always makes its own: on an idle connection that the server is just closing one
 * cannot know whether it arrived, on a new one "refused" is certain.
 */
const agents = (connect: { lookup?: LookupFunction }): { reads: Agent; writes: Agent } => ({
  reads: new Agent({ connect: { ...connect, timeout: connectTimeoutMs } }),
  writes: new Agent({ connect: { ...connect, timeout: connectTimeoutMs }, pipelining: 0 }),
});

interface Limit {
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

function toLimit(init: HttpInit): Limit {
  const timeoutMs = init.timeoutMs ?? defaultTimeoutMs;
  const deadline = AbortSignal.timeout(timeoutMs);
  return {
    timeoutMs,
    maxBytes: init.maxBytes ?? defaultMaxBytes,
    maxRedirects: init.maxRedirects ?? defaultMaxRedirects,
    signal: init.signal ? AbortSignal.any([init.signal, deadline]) : deadline,
  };
}

interface Following {
  readonly send: (request: Outgoing, mayHaveActed: boolean) => Promise<Response>;
  readonly hops: number;
}

async function follow(first: Outgoing, { send, hops }: Following): Promise<Response> {
  let request = first;
  let mayHaveActed = false;
  for (let hop = 0; hop <= hops; hop += 1) {
    const response = await send(request, mayHaveActed);
    const next = redirected(request, response);
    if (!next) return response;
    mayHaveActed ||= request.method !== next.method;
    request = next;
  }
  throw new HttpFailure("maybe-sent", `${first.url.href} redirects more than ${hops} times`);
}

interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array | undefined;
}

/** Bodies are turned into bytes at once: they can be sent again on a redirect, and every kind of body is understood. */
async function toRequest(address: string | URL, init: HttpInit, userAgent: string): Promise<Outgoing> {
  const url = parseUrl(address);
  const method = (init.method ?? "GET").toUpperCase();
  const headers = new Headers(init.headers);
  if (!headers.has("user-agent")) headers.set("user-agent", userAgent);
  if (init.body === undefined || init.body === null) return { url, method, headers, body: undefined };
  const wrapped = new Response(init.body);
  const type = wrapped.headers.get("content-type");
  if (type && !headers.has("content-type")) headers.set("content-type", type);
  return { url, method, headers, body: new Uint8Array(await wrapped.arrayBuffer()) };
}

function parseUrl(address: string | URL, base?: URL): URL {
  try {
    return new URL(String(address), base?.href);
  } catch (cause) {
    throw new HttpFailure("refused-address", `"${String(address)}" is not an address`, cause);
  }
}

interface Attempt {
  readonly agent: Agent;
  readonly limit: Limit;
  /** An earlier hop may already have done what was asked. */
  readonly mayHaveActed: boolean;
}

async function sendOnce(request: Outgoing, attempt: Attempt): Promise<Response> {
  const { url, method, headers, body } = request;
  const wire = watchStart(attempt.agent);
  try {
    const response = await undiciFetch(url, {
      method,
      headers: [...headers],
      ...(body && { body }),
      redirect: "manual",
      signal: attempt.limit.signal,
      dispatcher: wire.dispatcher,
    });
    const bytes = await readBody(response, attempt.limit.maxBytes, url);
    return toResponse(url, response, bytes);
  } catch (error) {
    throw toFailure(error, { url, attempt, started: wire.started() });
  }
}

/** Learns whether a request began to be written to a connected socket. */
function watchStart(agent: Agent): { dispatcher: Dispatcher; started: () => boolean } {
  let started = false;
  const dispatcher = agent.compose((dispatch) => (options, handler) => {
    if (!handler.onRequestStart) return dispatch(options, handler);
    const watching = Object.create(handler, {
      onRequestStart: {
        value: (...args: Parameters<NonNullable<typeof handler.onRequestStart>>) => {
          started = true;
          handler.onRequestStart?.(...args);
        },
      },
    });
    return dispatch(options, watching);
  });
  return { dispatcher, started: () => started };
}

async function readBody(
  response: Awaited<ReturnType<typeof undiciFetch>>,
  maxBytes: number,
  url: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new HttpFailure("too-large", `The answer of ${url.host} is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function toResponse(
  url: URL,
  response: Awaited<ReturnType<typeof undiciFetch>>,
  bytes: Uint8Array<ArrayBuffer>,
): Response {
  const headers = new Headers([...response.headers]);
  headers.delete("content-encoding");
  headers.delete("content-length");
  const { status, statusText } = response;
  const answer = new Response(nullBodyStatuses.has(status) ? null : bytes, { status, statusText, headers });
  Object.defineProperty(answer, "url", { value: url.href });
  return answer;
}

/** The request to make next, if the answer is a redirect with a target (Fetch standard, HTTP-redirect fetch). */
function redirected(request: Outgoing, response: Response): Outgoing | undefined {
  const location = response.headers.get("location");
  if (![301, 302, 303, 307, 308].includes(response.status) || !location) return undefined;
  const url = parseUrl(location, request.url);
  const headers = new Headers(request.headers);
  if (url.origin !== request.url.origin)
    for (const name of ["authorization", "cookie", "dpop"]) headers.delete(name);
  const keepsMethod = response.status >= 307 || request.method === "GET" || request.method === "HEAD";
  if (keepsMethod) return { ...request, url, headers };
  for (const name of ["content-type", "content-length"]) headers.delete(name);
  return { url, method: "GET", headers, body: undefined };
}

function toFailure(
  error: unknown,
  { url, attempt, started }: { url: URL; attempt: Attempt; started: boolean },
): HttpFailure {
  const known = findFailure(error);
  if (known?.kind === "too-large") return known;
  if (known && !attempt.mayHaveActed) return known;
  const kind = started || attempt.mayHaveActed ? "maybe-sent" : "not-sent";
  const why = attempt.limit.signal.aborted
    ? `gave no whole answer within ${attempt.limit.timeoutMs} ms, or the call was cancelled`
    : rootMessage(error);
  return new HttpFailure(kind, `${url.host}: ${why}`, error);
}

function findFailure(error: unknown): HttpFailure | undefined {
  for (let each = error; each instanceof Error; each = each.cause)
    if (each instanceof HttpFailure) return each;
  return undefined;
}

function rootMessage(error: unknown): string {
  let message = String(error);
  for (let each = error; each instanceof Error; each = each.cause) message = each.message || message;
  return message;
}
