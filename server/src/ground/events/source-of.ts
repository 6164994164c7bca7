import sources from "./sources.json" with { type: "json" };
import inAppBrowsers from "./in-app-browsers.json" with { type: "json" };

export const sourceKinds = [
  "network",
  "messenger",
  "search",
  "assistant",
  "mail",
  "forum",
  "bookmark",
  "referral",
  "campaign",
  "internal",
  "direct-known",
  "direct-in-app",
  "direct",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Where a visit came from: the columns `source` and `source_kind` of a `view` or `click`. */
export interface Source {
  /** A name, the host of a referral, a `utm_source`, or empty. */
  readonly name: string;
  readonly kind: SourceKind;
}

export interface Arrival {
  /** `t.me`, or an app's id where the referrer was `android-app://` or `ios-app://`; empty: none was told. */
  readonly referrerHost: string;
  readonly pageHost: string;
  readonly utmSource: string;
  /** Whether the address carried a click's or a share's id. */
  readonly isKnown: boolean;
  /** The app whose own browser it is, "?" for one that does not say. */
  readonly inApp: string;
}

interface KnownSources {
  readonly exact: ReadonlyMap<string, Source>;
  readonly below: ReadonlyMap<string, Source>;
  readonly anyCountry: ReadonlyMap<string, Source>;
  readonly apps: ReadonlyMap<string, Source>;
  readonly tags: ReadonlyMap<string, Source>;
}

const known = readSources();

/** What others have told of themselves (the fediverse's hosts, by nodeinfo): asked where the list knows nothing. */
export type FindLearned = (host: string) => Source | undefined;

/**
 * Names a source by exact host, by a suffix of whole labels, by an app's id, or by the campaign's tag; never by a
 * part of a word. What nobody knows stays a referral under its own host.
 */
export function sourceOf(arrival: Arrival, findLearned: FindLearned = () => undefined): Source {
  if (arrival.utmSource !== "") return sourceOfTag(arrival);
  if (arrival.referrerHost !== "") return sourceOfReferrer(arrival, findLearned);
  if (arrival.isKnown) return { name: "", kind: "direct-known" };
  if (arrival.inApp !== "")
    return { name: arrival.inApp === "?" ? "" : arrival.inApp, kind: "direct-in-app" };
  return { name: "", kind: "direct" };
}

/** A known source by its host or app id alone. */
export function findKnownSource(host: string): Source | undefined {
  const app = known.apps.get(host);
  if (app) return app;
  const exact = known.exact.get(host);
  if (exact) return exact;
  for (let rest = host; ; rest = rest.slice(rest.indexOf(".") + 1)) {
    const found = known.below.get(rest) ?? findAnyCountry(rest);
    if (found || !rest.includes(".")) return found;
  }
}

function sourceOfTag({ utmSource }: Arrival): Source {
  const tag = utmSource.trim().toLowerCase();
  return known.tags.get(tag) ?? findKnownSource(tag) ?? { name: tag.slice(0, 80), kind: "campaign" };
}

function sourceOfReferrer({ referrerHost, pageHost }: Arrival, findLearned: FindLearned): Source {
  const host = withoutPort(referrerHost);
  if (bare(host) === bare(withoutPort(pageHost))) return { name: "", kind: "internal" };
  return findKnownSource(host) ?? findLearned(bare(host)) ?? { name: bare(host), kind: "referral" };
}

const withoutPort = (host: string) => host.replace(/:\d+$/, "");
const bare = (host: string) => (host.startsWith("www.") ? host.slice(4) : host);

/** `google.de`, `google.com`, `google.co.uk`, `google.com.tr`; not `google.example.org`. */
function findAnyCountry(host: string): Source | undefined {
  const [, label] = /^(.+?)\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/.exec(host) ?? [];
  return label === undefined ? undefined : known.anyCountry.get(label);
}

function readSources(): KnownSources {
  const read = {
    exact: new Map<string, Source>(),
    below: new Map<string, Source>(),
    anyCountry: new Map<string, Source>(),
    apps: new Map<string, Source>(),
    tags: new Map<string, Source>(),
  };
  for (const { name, kind, hosts = [], apps = [], tags = [] } of sources.sources) {
    const source = { name, kind: kindOf(kind) };
    for (const app of apps) read.apps.set(app, source);
    for (const tag of [name.toLowerCase(), ...tags]) read.tags.set(tag, source);
    for (const host of hosts) {
      if (host.startsWith("=")) read.exact.set(host.slice(1), source);
      else if (host.endsWith(".*")) read.anyCountry.set(host.slice(0, -2), source);
      else read.below.set(host, source);
    }
  }
  return read;
}

function kindOf(text: string): SourceKind {
  const kind = sourceKinds.find((one) => one === text);
  if (!kind) throw new Error(`sources.json: "${text}" is no kind of source`);
  return kind;
}

const inApp = inAppBrowsers.browsers.map(({ match, name }) => [new RegExp(match), name] as const);

/** The app whose own browser a user agent names: its name, "?" where it does not say which, empty for a browser. */
export function inAppOf(userAgent: string): string {
  return inApp.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
}
