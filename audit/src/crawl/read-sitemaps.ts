import type { SiteVisitors } from "../visit/create-visitors.ts";
import { SitemapScanner, type SitemapEntry } from "./scan-sitemap.ts";

/** sitemaps.org: a sitemap holds at most 50,000 addresses in 50 MB. */
const maxBytes = 50 * 1024 * 1024;
const maxEntries = 50_000;
const maxSitemaps = 500;
const timeoutMs = 120_000;

/**
 * The pages that these sitemaps list, a sitemap at a time; indexes are followed, gzip is unpacked. What is no sitemap
 * or does not come gives nothing, and what came before a break is kept.
 */
export async function* readSitemaps(
  visitors: Pick<SiteVisitors, "read">,
  addresses: readonly string[],
): AsyncGenerator<readonly string[]> {
  const waiting = new Set(addresses.slice(0, maxSitemaps));
  // A set is walked in the order of its growth, and what it holds already does not make it grow.
  for (const address of waiting) {
    const pages: string[] = [];
    await readSitemap(visitors, address, ({ kind, url }) => {
      if (kind === "page") pages.push(url.href);
      else if (waiting.size < maxSitemaps) waiting.add(url.href);
    });
    yield pages;
  }
}

async function readSitemap(
  visitors: Pick<SiteVisitors, "read">,
  address: string,
  onEntry: (entry: SitemapEntry) => void,
): Promise<void> {
  const scanner = new SitemapScanner();
  const decoder = new TextDecoder();
  let entries = 0;
  const take = (found: Iterable<SitemapEntry>) => {
    for (const entry of found) if ((entries += 1) <= maxEntries) onEntry(entry);
  };
  const { answer, failure } = await visitors.read(address, {
    maxBytes,
    timeoutMs,
    onChunk: (chunk) => take(scanner.push(decoder.decode(chunk, { stream: true }))),
  });
  // Half an address at the end of what broke off would be a page that is not there.
  if (answer && !answer.isTruncated && !failure) take(scanner.end());
}
