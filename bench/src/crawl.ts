import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Figures } from "./main.ts";

export const about =
  "memory of a crawl at 1,000, 10,000 and 100,000 pages (links alone are read), and pages a second of the whole audit";

const sizes = [1000, 10_000, 100_000] as const;
const auditedPages = 100;

export async function measure(): Promise<Figures> {
  const figures: Record<string, number | boolean> = {};
  const peaks: number[] = [];
  for (const size of sizes) {
    const { done, seconds, peakKilobytes, liveBytes } = await crawlSite(size, "links");
    if (done !== size) throw new Error(`Of ${size} pages the crawl found ${done}`);
    const peakMebibytes = Math.round(peakKilobytes / 1024);
    peaks.push(peakMebibytes);
    figures[`rss_peak_mib_${size}`] = peakMebibytes;
    figures[`live_mib_${size}`] = Math.round(liveBytes / 2 ** 20);
    figures[`pages_per_second_${size}`] = Math.round(done / seconds);
    console.log(
      `  ${size} pages: ${peakMebibytes} MiB at most, ${Math.round(done / seconds)} pages a second`,
    );
  }
  const audited = await crawlSite(auditedPages, "audit");
  figures["audited_pages_per_second"] = Number((audited.done / audited.seconds).toFixed(1));
  figures["rss_peak_ratio_100k_to_1k"] = Number(((peaks[2] ?? 0) / (peaks[0] ?? 1)).toFixed(2));
  return figures;
}

interface Crawled {
  readonly done: number;
  readonly seconds: number;
  readonly peakKilobytes: number;
  /** Heap and buffers that are still in use at the last page. */
  readonly liveBytes: number;
}

async function crawlSite(pages: number, depth: "links" | "audit"): Promise<Crawled> {
  const site = fork(beside("crawl-site.ts"), [String(pages)]);
  try {
    const [address] = await once(site, "message");
    const { port }: { port?: unknown } = Object(address);
    const run = fork(beside("crawl-run.ts"), [`http://127.0.0.1:${String(port)}/`, String(pages), depth], {
      execArgv: ["--expose-gc"],
    });
    const [told] = await Promise.race([once(run, "message"), once(run, "exit").then(() => [undefined])]);
    const { done, seconds, peakKilobytes, liveBytes = 0 }: Partial<Crawled> = Object(told);
    if (done === undefined || seconds === undefined || peakKilobytes === undefined)
      throw new Error(`The crawl of ${pages} pages ended without telling its figures`);
    return { done, seconds, peakKilobytes, liveBytes };
  } finally {
    site.kill();
  }
}

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
