import type { CardAssets, CardTemplate } from "../card/template.ts";
import type { SamovarSite } from "../tags/learn-profile.ts";
import type { SiteProfile } from "../tags/page-tags.ts";

export interface MendingProxyOptions {
  /** The site behind: scheme, host and port. It may be private: the operator names it, a visitor never can. */
  readonly origin: string;
  /** The address by which the public knows the site. Left out, it is what each request's `Host` says. */
  readonly publicUrl?: string | undefined;
  /** What the owner says of all pages. */
  readonly profile?: SiteProfile | undefined;
  /** Where the same is learned from. */
  readonly samovar?: SamovarSite | undefined;
  /** Cards for pages without a picture, drawn here; `false` draws none. Default `{}`. */
  readonly card?: CardOptions | false | undefined;
  /** Preview robots get a small page from the cache; `false` lets them through to the origin. Default `{}`. */
  readonly shield?: ShieldOptions | false | undefined;
  /** The `Host` that the origin sees. Default `origin`. */
  readonly hostHeader?: "origin" | "public" | undefined;
  /** Whether a proxy in front of this one is believed about scheme, host and the visitor's address. Default false. */
  readonly trustForwarded?: boolean | undefined;
  readonly limits?: Partial<ProxyLimits> | undefined;
  /** Told of failures in mending and drawing: each kind once, so that a broken page does not fill a disk. */
  readonly log?: ((message: string, error: unknown) => void) | undefined;
}

export interface CardOptions {
  /** As `renderCard` takes it; what is left out has its default. */
  readonly template?: Partial<CardTemplate> | undefined;
  readonly assets?: CardAssets | undefined;
  /** Where cards are served. Default `/card/`. */
  readonly path?: string | undefined;
  /** Bytes of drawn cards kept. Default 32 MiB. */
  readonly maxBytes?: number | undefined;
}

export interface ShieldOptions {
  /** How long an answer is fresh. Default 5 minutes. */
  readonly ttlMs?: number | undefined;
  /** How long after that it is still given while it is fetched anew, or while the origin fails. Default 24 hours. */
  readonly staleMs?: number | undefined;
  /** Bytes of pages kept. Default 32 MiB. */
  readonly maxBytes?: number | undefined;
}

export interface ProxyLimits {
  /** Bytes of all headers of a request. Default 16 KiB. */
  readonly headerBytes: number;
  /** Bytes of a request's body. Default 1 GiB. */
  readonly bodyBytes: number;
  /** In which a request's headers must have come. Default 15 s. */
  readonly headersTimeoutMs: number;
  /** In which the origin must begin to answer. Default 60 s. */
  readonly originTimeoutMs: number;
  /** Without a byte in either direction, a connection is given up. Default 5 minutes. */
  readonly idleTimeoutMs: number;
  /** The head must end within this many bytes, or the page passes untouched. Default 256 KiB. */
  readonly headBytes: number;
  /** Connections to the origin. Default 256. */
  readonly originConnections: number;
}

export const defaultLimits: ProxyLimits = {
  headerBytes: 16 * 1024,
  bodyBytes: 1024 ** 3,
  headersTimeoutMs: 15_000,
  originTimeoutMs: 60_000,
  idleTimeoutMs: 5 * 60_000,
  headBytes: 256 * 1024,
  originConnections: 256,
};

/** The origin, checked. Throws with what is wrong and what to write. */
export function originOf(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`"${text}" is no origin; name scheme and host, as in http://127.0.0.1:8080`);
  if (url.pathname !== "/" || url.search !== "" || url.username !== "")
    throw new Error(`"${text}" is more than an origin; write ${url.protocol}//${url.host}`);
  return url;
}
