import type { IncomingMessage, ServerResponse } from "node:http";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Dispatcher } from "undici";
import { answerMended, isMendable } from "./answer-mended.ts";
import { takesGzip } from "./codings.ts";
import { addForwarded, endToEnd, isHtml, rewriteAnswer, visitorOf, type Headers } from "./headers.ts";
import type { ProxyHouse } from "./house.ts";
import { drop, passUntouched, type OriginAnswer, type Passing } from "./passing.ts";
import { refusalFor, refuse, tooLarge } from "./refuse.ts";

/** Passes a request to the origin and its answer back, the head of a page mended. */
export async function forward(
  house: ProxyHouse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { passing, headers } = prepare(house, request, response);
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    let answer = await askOrigin(passing, headers, gone.signal);
    if (answer.status === 206 && isHtml(answer.headers) && request.method === "GET") {
      // A piece of a page can't be mended: its length and its place would be wrong. The whole is an answer too.
      drop(answer.body);
      answer = await askOrigin(passing, without(headers, ["range", "if-range"]), gone.signal);
    }
    await passBack(passing, answer);
  } catch (error) {
    if (gone.signal.aborted) return;
    house.tell("The origin failed", error);
    refuse(response, refusalFor(error, house));
  }
}

/** The request's headers for the origin, and what belongs together. */
export function prepare(
  house: ProxyHouse,
  request: IncomingMessage,
  response: ServerResponse,
): { readonly passing: Passing; readonly headers: Headers } {
  const visitor = visitorOf(request, house.options.trustForwarded === true);
  const sides = { origin: house.origin, publicOrigin: house.publicOriginFor(visitor) };
  const headers = without(endToEnd(request.headers), ["expect"]); // Node has answered 100 already
  addForwarded(headers, visitor);
  headers["via"] = [...[headers["via"] ?? []].flat(), `${request.httpVersion} ${house.pseudonym}`].join(", ");
  headers["host"] = house.options.hostHeader === "public" ? visitor.host : house.origin.host;
  if (mayBeDocument(request)) {
    // What we must read we ask for in what we can read; gzip is what everybody can.
    headers["accept-encoding"] = takesGzip(request.headers["accept-encoding"]) ? "gzip" : "identity";
  }
  const asked = request.headers["if-none-match"];
  const unmarked = asked === undefined ? undefined : house.etags().unmark(asked);
  if (unmarked?.header === undefined) delete headers["if-none-match"];
  else headers["if-none-match"] = unmarked.header;
  return { headers, passing: { house, request, response, sides, hadMark: unmarked?.hadMark ?? false } };
}

const without = (headers: Headers, names: readonly string[]): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** Whether what is asked for may turn out to be a page; browsers say what a request is for. */
function mayBeDocument({ method, headers }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const destination = headers["sec-fetch-dest"];
  if (destination !== undefined && destination !== "empty") return /^i?frame$|^document$/.test(destination);
  return headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept);
}

/** Asks the origin; once again where a kept connection turned out to be closed and asking twice does no harm. */
async function askOrigin(passing: Passing, headers: Headers, signal: AbortSignal): Promise<OriginAnswer> {
  const { request } = passing;
  const isRepeatable = (request.method === "GET" || request.method === "HEAD") && !hasBody(request);
  try {
    return await askOnce(passing, headers, signal);
  } catch (error) {
    const { code }: { code?: unknown } = Object(error);
    if (!isRepeatable || signal.aborted || (code !== "UND_ERR_SOCKET" && code !== "ECONNRESET")) throw error;
    return askOnce(passing, headers, signal);
  }
}

const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]);

async function askOnce({ house, request, response }: Passing, headers: Headers, signal: AbortSignal) {
  const answer = await house.pool.request({
    path: request.url ?? "/",
    method: methodOf(request),
    headers,
    body: hasBody(request) ? limited(request, house.limits.bodyBytes) : null,
    signal,
    onInfo: ({ statusCode, headers: early }) => {
      if (statusCode === 103 && early["link"] !== undefined)
        response.writeEarlyHints({ link: early["link"] });
    },
  });
  return {
    status: answer.statusCode,
    statusText: answer.statusText,
    headers: endToEnd(answer.headers),
    body: answer.body,
    trailers: answer.trailers,
  };
}

/** undici takes any token; its types know the usual ones. */
const methodOf = ({ method = "GET" }: IncomingMessage): Dispatcher.HttpMethod => method;

const hasBody = ({ headers, method = "GET" }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined ||
  Number(headers["content-length"] ?? 0) > 0 ||
  (headers["content-length"] === "0" && !methods.has(method));

/** A body that came without its length is counted as it passes. */
function limited(request: IncomingMessage, maxBytes: number): Readable {
  if (request.headers["content-length"] !== undefined) return request;
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new Error(tooLarge) : null, chunk);
    },
  });
  pipeline(request, counted).catch((error: unknown) => counted.destroy(Object(error)));
  return counted;
}

async function passBack(passing: Passing, answer: OriginAnswer): Promise<void> {
  const { request, house } = passing;
  rewriteAnswer(answer.headers, passing.sides);
  if (isMendable(request, answer)) return answerMended(passing, answer);
  const etag = answer.headers["etag"];
  if (answer.status === 304 && passing.hadMark && typeof etag === "string")
    answer.headers["etag"] = house.etags().mark(etag);
  await passUntouched(passing, answer);
}
