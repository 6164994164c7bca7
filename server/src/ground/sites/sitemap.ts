import { gunzipSync } from "node:zlib";
import type { Http } from "@samovar/http-client";
import { scanSitemap, type SitemapEntry } from "@samovar/audit";

const maxSitemaps = 500;
const maxBytes = 50 * 1024 * 1024; // sitemaps.org: 50 MB uncompressed, 50,000 addresses
const maxRobotsBytes = 512 * 1024; // RFC 9309: at least 500 KiB
const batchSize = 1000;

/**
 * Pages of the site by its sitemaps (sitemaps.org): those that robots.txt names, else `/sitemap.xml`; indexes are
 * followed. What is no sitemap is passed over. Throws `HttpFailure` if the site can't be reached.
 */
export async function* walkSitemap(http: Http, origin: string): AsyncGenerator<readonly SitemapEntry[]> {
  const waiting = new Set(await findSitemaps(http, origin));
  // A set is walked in the order of its growth, and what it holds already does not make it grow.
  for (const address of waiting) {
    const batch: SitemapEntry[] = [];
    for (const entry of scanSitemap(await fetchSitemap(http, address))) {
      if (entry.kind === "page") batch.push(entry);
      else if (waiting.size < maxSitemaps) waiting.add(entry.url.href);
      if (batch.length === batchSize) yield batch.splice(0);
    }
    if (batch.length > 0) yield batch;
  }
}

async function findSitemaps(http: Http, origin: string): Promise<string[]> {
  const robots = await http(`${origin}/robots.txt`, { maxBytes: maxRobotsBytes });
  const text = robots.ok ? await robots.text() : "";
  const named = [...text.matchAll(/^[ \t]*sitemap:[ \t]*(\S+)/gim)].flatMap(
    (line) => URL.parse(line[1] ?? "", origin)?.href ?? [],
  );
  return named.length > 0 ? named.slice(0, maxSitemaps) : [`${origin}/sitemap.xml`];
}

async function fetchSitemap(http: Http, address: string): Promise<string> {
  const response = await http(address, { maxBytes });
  if (!response.ok) return "";
  const bytes = Buffer.from(await response.arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? unpack(bytes) : bytes.toString("utf8");
}

/** A file that is no whole gzip, or grows beyond what a sitemap may be, is no sitemap. */
function unpack(bytes: Buffer): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes }).toString("utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return "";
    throw error;
  }
}
