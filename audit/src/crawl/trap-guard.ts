import { hash } from "node:crypto";

/** Counters, shared by patterns that fall together: so memory stays flat, and a count is at worst too high. */
const slots = 1 << 18;
const maxPerPattern = 1000;
const maxDepth = 100;
const maxSegments = 30;
const maxRepeats = 3;

/**
 * Keeps a crawl out of addresses without end: calendars and filters that make ever new queries (1,000 pages for each
 * set of parameter names under a path whose numbers are left out), pages that only a chain of 100 links leads to, and
 * relative links that heap up their own path. What a sitemap lists is not asked.
 */
export class TrapGuard {
  readonly #counts = new Uint16Array(slots);

  /** Whether this address may be one page more. It is counted. */
  isFree(address: string, depth: number): boolean {
    const url = URL.parse(address);
    if (!url || depth > maxDepth || isHeapedUp(url.pathname)) return false;
    if (url.search === "") return true;
    const slot = hash("sha256", patternOf(url), "buffer").readUInt32LE(0) % slots;
    const count = this.#counts[slot] ?? 0;
    if (count >= maxPerPattern) return false;
    this.#counts[slot] = count + 1;
    return true;
  }
}

function patternOf({ host, pathname, searchParams }: URL): string {
  return `${host}${pathname.replaceAll(/\d+/g, "#")}?${[...new Set(searchParams.keys())].sort().join("&")}`;
}

function isHeapedUp(pathname: string): boolean {
  const segments = pathname.split("/").filter((segment) => segment.length > 1);
  if (segments.length > maxSegments) return true;
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  return Math.max(0, ...counts.values()) > maxRepeats;
}
