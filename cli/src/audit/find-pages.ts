import {
  auditPage,
  crawl,
  CrawlProblem,
  type NetworkId,
  type PageAudit,
  readCrawl,
  type SiteVisitors,
} from "@samovar/audit";
import { UsageError } from "../failure.ts";
import { interruptionOf } from "../interruption.ts";
import type { Terminal } from "../program.ts";
import type { AuditOptions } from "./audit-command.ts";
import { showProgress } from "./progress.ts";

interface Search {
  readonly start: string;
  readonly list: readonly string[] | undefined;
  readonly visitors: SiteVisitors;
  readonly networks: readonly NetworkId[];
  readonly options: AuditOptions;
}

export const isOfMany = ({ crawl: isCrawl, sitemap, list }: AuditOptions): boolean =>
  Boolean(isCrawl || sitemap || list);

/** The audits that were asked for, as they come: of one page, or of all that a crawl finds. */
export async function* findPages(terminal: Terminal, search: Search): AsyncGenerator<PageAudit> {
  const { start, visitors, networks, options } = search;
  if (isOfMany(options)) yield* walk(terminal, search);
  else yield await auditPage(start, { visitors, networks });
}

/** With a folder to keep it in, the report is of the whole crawl, what earlier runs did included. */
async function* walk(terminal: Terminal, search: Search): AsyncGenerator<PageAudit> {
  const progress = showProgress(terminal);
  const { state } = search.options;
  try {
    const pages = crawl(
      crawlOptions(terminal, search, {
        signal: interruptionOf(terminal),
        onProgress: progress.update,
      }),
    );
    for await (const page of pages) if (state === undefined) yield page;
    if (state !== undefined) yield* readCrawl(state);
  } catch (error) {
    if (error instanceof CrawlProblem) throw new UsageError(error.message, "See samovar audit --help");
    throw error;
  } finally {
    progress.end();
  }
}

type CrawlOptions = Parameters<typeof crawl>[0];

function crawlOptions(
  { stderr }: Terminal,
  { start, list, visitors, networks, options }: Search,
  watching: Pick<CrawlOptions, "signal" | "onProgress">,
): CrawlOptions {
  const { maxPages, concurrency, rate, state: stateFolder } = options;
  return {
    ...watching,
    start,
    list,
    visitors,
    sitemap: options.sitemap ? start : options.crawl,
    follow: options.crawl,
    maxPages,
    concurrency,
    delayMs: 1000 / rate,
    stateFolder,
    onFault: (url, error) => stderr.write(`${url}: ${String(error)}\n`),
    audit: (url) => auditPage(url, { visitors: visitors.withBudget(), networks }),
  };
}
