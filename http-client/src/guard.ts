import { lookup, type LookupAddress, type LookupOptions } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { HttpFailure } from "./http-client.ts";
import { isPublicAddress } from "./public-address.ts";

/** `true` lets requests into any private address; a list lets them to these hosts (`host` or `host:port`) only. */
export type AllowPrivate = boolean | readonly string[];

/** Refuses a URL before anything is looked up: scheme, credentials, an address or a name known to be inside. */
export function checkUrl(url: URL, allowPrivate: AllowPrivate): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw refusal(url, `only http and https are spoken, not "${url.protocol}"`);
  }
  if (url.username || url.password) throw refusal(url, "an address must not carry a name or password");
  if (isAllowed(url, allowPrivate)) return;
  const host = bareHost(url.hostname);
  if (isIP(host) && !isPublicAddress(host)) throw refusal(url, `${host} is not a public address`);
  if (/(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host)) {
    throw refusal(url, `"${host}" names a host inside a private network`);
  }
}

/** Whether private addresses are open to this URL. */
export function isAllowed(url: URL, allowPrivate: AllowPrivate): boolean {
  if (typeof allowPrivate === "boolean") return allowPrivate;
  return allowPrivate.includes(url.host) || allowPrivate.includes(url.hostname);
}

/** Finds all addresses of a name; `dns.lookup` by default. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * A resolver for sockets that hands out public addresses only. The socket connects to the very address that was
 * checked, so a name that answers differently the second time gains nothing.
 */
export const guardLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "");
      const open = found.filter(({ address }) => isPublicAddress(address));
      const first = open[0];
      if (first) return options.all ? callback(null, open) : callback(null, first.address, first.family);
      const seen = found.map(({ address }) => address).join(", ");
      return callback(
        new HttpFailure("refused-address", `${hostname} leads to ${seen}, not a public address`),
        "",
      );
    });
  };

export const guardedLookup: LookupFunction = guardLookup(lookup);

const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, "");

function refusal(url: URL, why: string): HttpFailure {
  return new HttpFailure("refused-address", `${url.protocol}//${url.host} is refused: ${why}`);
}
