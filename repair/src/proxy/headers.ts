import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** Headers by lower-case name; several with one name as a list. */
export type Headers = Record<string, string | string[]>;

/** RFC 9110, section 7.6.1: they speak of one connection, and go no further. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
]);

/** The headers that go on to the other side. */
export function endToEnd(headers: IncomingHttpHeaders): Headers {
  const named = new Set((headers.connection ?? "").toLowerCase().match(/[^\s,]+/g));
  const kept: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || hopByHop.has(name) || named.has(name)) continue;
    kept[name] = value;
  }
  return kept;
}

export interface Sides {
  readonly origin: URL;
  /** Scheme and host by which this visitor knows the site, without a slash at the end. */
  readonly publicOrigin: string;
}

/** The public address of a path. Joined, not resolved: `//else.example` is a path here, and another host there. */
export const addressAt = ({ publicOrigin }: Sides, path: string): string => new URL(publicOrigin + path).href;

/** The same address as the public knows it; what leads elsewhere stays. */
export function toPublic(address: string, { origin, publicOrigin }: Sides): string {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) && url.host === origin.host
    ? publicOrigin + url.href.slice(url.origin.length)
    : address;
}

export const isHtml = (headers: Headers): boolean =>
  /^\s*text\/html\b/i.test(String(headers["content-type"] ?? ""));

/** What the origin says of itself, said of us: where it leads, and whose its cookies are. */
export function rewriteAnswer(headers: Headers, sides: Sides): void {
  for (const name of ["location", "content-location"]) {
    const value = headers[name];
    if (typeof value === "string") headers[name] = toPublic(value, sides);
  }
  const cookies = headers["set-cookie"];
  if (cookies !== undefined)
    headers["set-cookie"] = [cookies].flat().map((cookie) => ofOurHost(cookie, sides.origin));
}

/** A cookie for the origin's own name would be thrown away by a browser that knows us by another. */
const ofOurHost = (cookie: string, origin: URL) =>
  cookie.replaceAll(/;\s*domain=\.?([^;]*)/gi, (whole, domain: string) =>
    domain.trim().toLowerCase() === origin.hostname ? "" : whole,
  );

export interface Visitor {
  readonly protocol: "http" | "https";
  readonly host: string;
  readonly forwardedFor: string;
}

/** Who asks and how he knows us. What a proxy in front says is believed where it is trusted. */
export function visitorOf(request: IncomingMessage, trustForwarded: boolean): Visitor {
  const said = (name: string) =>
    trustForwarded ? [request.headers[name]].flat()[0]?.split(",")[0]?.trim() : undefined;
  const isEncrypted = "encrypted" in request.socket && request.socket.encrypted === true;
  const before = trustForwarded ? [request.headers["x-forwarded-for"]].flat().join(", ") : "";
  const address = request.socket.remoteAddress ?? "unknown";
  return {
    protocol: (said("x-forwarded-proto") ?? (isEncrypted ? "https" : "http")) === "https" ? "https" : "http",
    host: said("x-forwarded-host") ?? request.headers.host ?? "localhost",
    forwardedFor: before === "" ? address : `${before}, ${address}`,
  };
}

/** The `Forwarded` family for the origin. */
export function addForwarded(headers: Headers, visitor: Visitor): void {
  delete headers["forwarded"]; // it would contradict what we say
  headers["x-forwarded-for"] = visitor.forwardedFor;
  headers["x-forwarded-proto"] = visitor.protocol;
  headers["x-forwarded-host"] = visitor.host;
}
