import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { Agent } from "undici";
import { checkUrl, guardLookup, isAllowed, type AllowPrivate, type Resolve } from "./guard.ts";

export interface RawHttpOptions {
  readonly allowPrivate: AllowPrivate;
  readonly connectTimeoutMs: number;
  /** How names are resolved before their addresses are checked. Default: as the machine does. */
  readonly resolve?: Resolve | undefined;
}

export interface RawRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the request and the reading of its body. */
  readonly signal: AbortSignal;
}

/** An answer as it came over the wire: nothing followed, nothing decompressed, the body unread. */
export interface RawAnswer {
  readonly status: number;
  /** Lower-case names; what came more than once is joined by ", ". */
  readonly headers: ReadonlyMap<string, string>;
  /** Must be read to its end or destroyed: until then it holds its socket. */
  readonly body: Readable;
}

export interface RawHttp {
  /**
   * GET, one hop. Throws `HttpFailure` with `refused-address` where the address is not one we go to (it stands as a
   * `cause` where the name's address was refused), and Node's or undici's own errors otherwise.
   */
  readonly get: (request: RawRequest) => Promise<RawAnswer>;
  /** Breaks off what is under way and lets the sockets go. */
  readonly close: () => Promise<void>;
}

/** Robots' answers are small in their headers; a server that sends more than this has nothing to tell. */
const maxHeaderSize = 64 * 1024;

/**
 * The guarded way out for whoever must see the wire: redirects, encodings and broken bodies. Each `get` is checked as
 * `createHttp` checks its hops. HTTP/1.1 only, as most preview robots speak it.
 */
export function createRawHttp({ allowPrivate, connectTimeoutMs, resolve = lookup }: RawHttpOptions): RawHttp {
  const agent = (connect: { lookup: LookupFunction }) =>
    new Agent({ connect: { ...connect, timeout: connectTimeoutMs }, allowH2: false, maxHeaderSize });
  const guarded = agent({ lookup: guardLookup(resolve) });
  const open = agent({ lookup: unguarded(resolve) });
  return {
    async get({ url, headers, signal }) {
      checkUrl(url, allowPrivate);
      const answer = await (isAllowed(url, allowPrivate) ? open : guarded).request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: "GET",
        headers,
        signal,
      });
      return { status: answer.statusCode, headers: toMap(answer.headers), body: answer.body };
    },
    async close() {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}

const unguarded =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const first = found?.[0];
      if (error || !first) return callback(error ?? new Error(`${hostname} has no address`), "");
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };

function toMap(headers: Readonly<Record<string, string | string[] | undefined>>): Map<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value);
  return map;
}
