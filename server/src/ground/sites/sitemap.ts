import { gunzipSync } from "node:zlib";
import { XMLParser } from "fast-xml-parser";
import type { Http } from "#src/platform/http-client/http-client.ts";

export interface SitemapEntry {
  readonly url: URL;
  readonly changedAt: Date | undefined;
}

const maxSitemaps = 500;
const maxBytes = 50 * 1024 * 1024; // sitemaps.org: 50 MB uncompressed, 50,000 addresses
const batchSize = 1000;
const asArray = new Set(["sitemapindex.sitemap", "urlset.url"]);
const parser = new XMLParser({ isArray: (_name, path) => asArray.has(String(path)), removeNSPrefix: true });

/**
 * Pages of the site by its sitemaps (sitemaps.org): those that robots.txt names, else `/sitemap.xml`; indexes are
 * followed. What is no sitemap is passed over. Throws `HttpFailure` if the site can't be reached.
 */
export async function* walkSitemap(http: Http, origin: string): AsyncGenerator<readonly SitemapEntry[]> {
  const waiting = await findSitemaps(http, origin);
  const seen = new Set<string>();
  for (
    let address = waiting.shift();
    address !== undefined && seen.size < maxSitemaps;
    address = waiting.shift()
  ) {
    if (seen.has(address)) continue;
    seen.add(address);
    const document = await readXml(http, address);
    waiting.push(...locations(document["sitemapindex"]?.sitemap).map(({ url }) => url.href));
    const entries = locations(document["urlset"]?.url);
    for (let start = 0; start < entries.length; start += batchSize)
      yield entries.slice(start, start + batchSize);
  }
}

async function findSitemaps(http: Http, origin: string): Promise<string[]> {
  const robots = await http(`${origin}/robots.txt`, { maxBytes });
  const text = robots.ok ? await robots.text() : "";
  const named = [...text.matchAll(/^\s*sitemap:\s*(\S+)/gim)].flatMap(
    (line) => URL.parse(line[1] ?? "", origin)?.href ?? [],
  );
  return named.length > 0 ? named : [`${origin}/sitemap.xml`];
}

async function readXml(
  http: Http,
  address: string,
): Promise<Record<string, Record<string, unknown> | undefined>> {
  const response = await http(address, { maxBytes });
  if (!response.ok) return {};
  const bytes = Buffer.from(await response.arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return Object(parser.parse(isGzip ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes));
}

function locations(list: unknown): SitemapEntry[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const { loc, lastmod }: { loc?: unknown; lastmod?: unknown } = Object(item);
    const url = URL.parse(String(loc).trim());
    const changedAt = new Date(String(lastmod));
    return url ? [{ url, changedAt: Number.isNaN(changedAt.getTime()) ? undefined : changedAt }] : [];
  });
}
