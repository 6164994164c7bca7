import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { visitorOf } from "../proxy/headers.ts";
import { createBodyMender, type BodyMender } from "./body-mender.ts";
import {
  createPageMending,
  isMendablePage,
  type MiddlewareOptions,
  ofTheBytes,
  type PageMending,
} from "./page-mending.ts";

/** For `node:http`, Connect, Express and whatever takes `(request, response, next)`. */
export type NodeMiddleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Mends the head of every page that is answered through it. Use it first: what compresses stands beneath, or above;
 * both work. Anything that is no page passes as it is, and what follows a page's head is not held back.
 */
export function mendNodePages(options: MiddlewareOptions): NodeMiddleware {
  const mending = createPageMending(options);
  return (request, response, next) => {
    const asked = request.headers["if-none-match"];
    const unmarked = asked === undefined ? undefined : mending.etags().unmark(asked);
    if (unmarked?.hadMark) {
      if (unmarked.header === undefined) delete request.headers["if-none-match"];
      else request.headers["if-none-match"] = unmarked.header;
    }
    intercept({ mending, options, request, response, hadMark: unmarked?.hadMark ?? false });
    next();
  };
}

interface Answering {
  readonly mending: PageMending;
  readonly options: MiddlewareOptions;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly hadMark: boolean;
}

type Callback = (error?: Error | null) => void;

/** Puts itself between the app and its response: Node calls `writeHead` itself before the first byte. */
function intercept(answering: Answering): void {
  const { response } = answering;
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  let mender: BodyMender | undefined;

  response.writeHead = (status: number, ...rest: readonly unknown[]) => {
    const reason = typeof rest[0] === "string" ? rest[0] : undefined;
    if (response.headersSent) return writeHead(status);
    response.statusCode = status;
    takeHeaders(
      response,
      rest.find((each) => typeof each === "object" && each !== null),
    );
    mender = begin(answering, { write, end });
    return reason === undefined ? writeHead(status) : writeHead(status, reason);
  };
  response.write = (chunk: unknown, ...rest: readonly unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    const bytes = bytesOf(chunk, rest[0]);
    const done = callbackIn(rest);
    return mender ? mender.write(bytes, done) : write(bytes, done);
  };
  response.end = (...rest: readonly unknown[]) => {
    // Node would set a length from the last piece if it had not sent the headers before.
    if (!response.headersSent && willMend(answering)) response.writeHead(response.statusCode);
    const [chunk, encoding] = typeof rest[0] === "function" ? [] : rest;
    const bytes = chunk === undefined || chunk === null ? undefined : bytesOf(chunk, encoding);
    if (mender) mender.end(bytes, callbackIn(rest));
    else if (bytes) end(bytes, callbackIn(rest));
    else end(callbackIn(rest));
    return response;
  };
}

const callbackIn = (rest: readonly unknown[]): Callback | undefined =>
  rest.find((each): each is Callback => typeof each === "function");

function bytesOf(chunk: unknown, encoding: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  const name = typeof encoding === "string" && Buffer.isEncoding(encoding) ? encoding : "utf8";
  return Buffer.from(String(chunk), name);
}

/** The headers that `writeHead` was given, in each of its forms, as if they had been set. */
function takeHeaders(response: ServerResponse, given: unknown): void {
  if (given === undefined) return;
  for (const [name, value] of Object.entries(groupHeaders(given)))
    if (value !== undefined) response.setHeader(name, value);
}

function groupHeaders(given: unknown): OutgoingHttpHeaders {
  if (!Array.isArray(given)) return Object.fromEntries(Object.entries(Object(given)));
  const pairs: unknown[][] = Array.isArray(given[0])
    ? given
    : given.flatMap((name, index) => (index % 2 === 0 ? [[name, given[index + 1]]] : []));
  const grouped: Record<string, string[]> = {};
  for (const [name, value] of pairs) (grouped[String(name).toLowerCase()] ??= []).push(String(value));
  return Object.fromEntries(
    Object.entries(grouped).map(([name, values]): [string, OutgoingHttpHeader] => [
      name,
      values.length === 1 ? String(values[0]) : values,
    ]),
  );
}

const headerOf = (response: ServerResponse) => (name: string) => String(response.getHeader(name) ?? "");

const willMend = ({ response, request }: Answering): boolean =>
  (request.method === "GET" || request.method === "HEAD") &&
  isMendablePage(response.statusCode, headerOf(response));

/** Sets the headers right, and answers what mends the body where there is one to mend. */
function begin(answering: Answering, through: Pick<ServerResponse, "write" | "end">): BodyMender | undefined {
  const { mending, options, request, response, hadMark } = answering;
  const header = headerOf(response);
  if (response.statusCode === 304 && hadMark && header("etag") !== "")
    response.setHeader("etag", mending.etags().mark(header("etag")));
  if (!willMend(answering)) return undefined;
  const mendOptions = mending.mendOptions({
    url: addressOf(request, options),
    contentType: header("content-type"),
  });
  const mender = createBodyMender({
    response,
    through,
    mendOptions,
    coding: header("content-encoding"),
    onError: mending.tell,
  });
  if (!mender) return undefined;
  for (const name of ofTheBytes) response.removeHeader(name);
  if (header("etag") !== "") response.setHeader("etag", mending.etags().mark(header("etag")));
  return request.method === "HEAD" ? undefined : mender;
}

function addressOf(request: IncomingMessage, options: MiddlewareOptions): string {
  const { protocol, host } = visitorOf(request, options.trustForwarded === true);
  const origin =
    options.publicUrl === undefined ? `${protocol}://${host}` : new URL(options.publicUrl).origin;
  // Express shortens `url` for what is mounted, and keeps the whole in `originalUrl`.
  const path = "originalUrl" in request ? String(request.originalUrl) : (request.url ?? "/");
  return URL.parse(origin + path)?.href ?? `${origin}/`;
}
