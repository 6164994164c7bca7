/** One crawl in a process of its own, so that its memory is its own: `fork("crawl-run.ts", [start, pages, depth])`. */
import { auditPage, crawl, createVisitors } from "@samovar/audit";

const [start = "", pages = "", depth = "links"] = process.argv.slice(2);
const visitors = createVisitors({ allowPrivate: true, atOncePerHost: 16 });
const only = depth === "links" ? { networks: [], groups: [] } : {};
const startedAt = performance.now();
let done = 0;
let liveBytes = 0;
for await (const { outcome } of crawl({
  start,
  visitors,
  audit: (url) => auditPage(url, { visitors: visitors.withBudget(), ...only }),
  maxPages: Number(pages),
  concurrency: 8,
  delayMs: 0,
})) {
  if (outcome === "audited") done += 1;
  if (done === Number(pages)) liveBytes = measureLive();
}
const seconds = (performance.now() - startedAt) / 1000;
await visitors.close();
process.send?.({ done, seconds, liveBytes, peakKilobytes: process.resourceUsage().maxRSS });
process.disconnect();

/** What the crawl holds on to in its last page, without what the collector has not come to yet. */
function measureLive(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
