import { randomBytes } from "node:crypto";
import type { Duplex } from "node:stream";
import { Pool } from "undici";
import { learnProfile, type KnownProfile } from "../tags/learn-profile.ts";
import type { SiteProfile } from "../tags/page-tags.ts";
import { createCards, type Cards } from "./cards.ts";
import type { Visitor } from "./headers.ts";
import { etagMarks, type EtagMarks } from "./mended-etag.ts";
import { defaultLimits, originOf, type MendingProxyOptions, type ProxyLimits } from "./options.ts";
import { createShield, type Shield } from "./shield.ts";

/** All that lives as long as the proxy. */
export interface ProxyHouse {
  readonly options: MendingProxyOptions;
  readonly origin: URL;
  readonly pool: Pool;
  readonly limits: ProxyLimits;
  readonly profile: KnownProfile;
  readonly etags: () => EtagMarks;
  readonly cards: Cards | undefined;
  readonly shield: Shield | undefined;
  /** Our name in `Via`: by it we know a request that comes around to us. */
  readonly pseudonym: string;
  /** Open lines: they live on when the server takes no more requests. */
  readonly tunnels: Set<Duplex>;
  readonly publicOriginFor: (visitor: Visitor) => string;
  /** Tells of a failure, each kind once. */
  readonly tell: (message: string, error: unknown) => void;
}

export function openProxyHouse(options: MendingProxyOptions): ProxyHouse {
  const origin = originOf(options.origin);
  const publicOrigin = options.publicUrl === undefined ? undefined : originOf(options.publicUrl).origin;
  const limits = { ...defaultLimits, ...options.limits };
  const tell = tellOnce(options.log);
  const profile = learnProfile({
    profile: options.profile,
    samovar: options.samovar,
    onError: (error) => options.log?.("The site's profile can't be learned; the last one stays", error),
  });
  return {
    options,
    origin,
    limits,
    tell,
    profile,
    pool: new Pool(origin.origin, {
      connections: limits.originConnections,
      headersTimeout: limits.originTimeoutMs,
      bodyTimeout: limits.idleTimeoutMs,
      connect: { timeout: Math.min(10_000, limits.originTimeoutMs) },
      allowH2: false,
    }),
    etags: marksOfProfile(profile),
    cards: options.card === false ? undefined : createCards(options.card ?? {}, tell),
    shield: options.shield === false ? undefined : createShield(options.shield ?? {}),
    pseudonym: `samovar-${randomBytes(6).toString("hex")}`,
    tunnels: new Set(),
    publicOriginFor: ({ protocol, host }) => publicOrigin ?? `${protocol}://${host}`,
  };
}

/** The marks, counted again only when the profile is another. */
function marksOfProfile(known: KnownProfile): () => EtagMarks {
  let of: SiteProfile | undefined;
  let marks = etagMarks({});
  return () => {
    const profile = known.current();
    if (profile !== of) marks = etagMarks(profile);
    of = profile;
    return marks;
  };
}

const mostKinds = 1000;

function tellOnce(log: MendingProxyOptions["log"]): ProxyHouse["tell"] {
  const told = new Set<string>();
  return (message, error) => {
    const kind = `${message} ${error instanceof Error ? error.message : String(error)}`;
    if (told.has(kind) || told.size > mostKinds) return;
    told.add(kind);
    log?.(message, error);
  };
}
