import type { PageAudit } from "../audit.ts";
import type { SiteVisitors } from "../visit/create-visitors.ts";
import { CrawlProblem } from "./crawl-problem.ts";
import { CrawlScope } from "./crawl-scope.ts";
import { CrawlState, type KnownPage } from "./crawl-state.ts";
import { Mailbox } from "./mailbox.ts";
import { Pace, readRetryAfter, wallClock, type Clock } from "./pace.ts";
import { cleanAddress } from "./page-address.ts";
import { RateMeter } from "./rate-meter.ts";
import { readSitemaps } from "./read-sitemaps.ts";

export interface CrawlOptions {
  /** Where the site is; its first page, unless a list or a sitemap is named. */
  readonly start: string;
  readonly visitors: Pick<SiteVisitors, "robots" | "read" | "forget">;
  /** Audits one page; gives it a budget of its own (`visitors.withBudget()`). */
  readonly audit: (url: string) => Promise<PageAudit>;
  /** These pages and no others. */
  readonly list?: readonly string[] | undefined;
  /** Whether sitemaps are read (default, without a list), or the one sitemap that names all pages. */
  readonly sitemap?: boolean | string | undefined;
  /** Whether links are followed. Default: unless a list or a sitemap is named. `rel="nofollow"` is left alone. */
  readonly follow?: boolean | undefined;
  /** Default: all. */
  readonly maxPages?: number | undefined;
  /** Pages in hand at the same time. Default 2. */
  readonly concurrency?: number | undefined;
  /** Between the beginnings of two pages of a host; `Crawl-delay` may ask for more. Default 500. */
  readonly delayMs?: number | undefined;
  /** Default true. */
  readonly obeyRobots?: boolean | undefined;
  /** Where the crawl is kept, to go on from (see `CrawlState`) and to be read with `readCrawl`. Default: nowhere. */
  readonly stateFolder?: string | undefined;
  /** Ends the crawl quietly, without waiting for the pages in hand. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CrawlProgress) => void) | undefined;
  /** A page whose audit broke by a fault of ours; the crawl goes on. */
  readonly onFault?: ((url: string, error: unknown) => void) | undefined;
  readonly clock?: Clock | undefined;
}

export interface CrawlProgress {
  /** Pages done, those of earlier runs in the same folder included. */
  readonly done: number;
  readonly known: number;
  /** Of those done, how many could not be reached. */
  readonly failed: number;
  /** Over the latest pages; 0 until there are two. */
  readonly ratePerSecond: number;
}

/**
 * Audits a site's pages one after the other: found by links and sitemaps, each once, as robots.txt allows and no faster
 * than is polite. A crawl with a `stateFolder` that was broken off goes on there, and gives the pages that were still
 * to be done. Throws `CrawlProblem` when it cannot begin.
 */
export async function* crawl(options: CrawlOptions): AsyncGenerator<PageAudit> {
  const start = cleanAddress(options.start);
  if (start === undefined)
    throw new CrawlProblem(`"${options.start}" is no web address. Give one such as https://example.org/`);
  const state = await CrawlState.open(options.stateFolder, start);
  try {
    const run = new Run(options, state, start);
    await run.begin();
    yield* run.walk();
  } finally {
    await state.close();
  }
}

type Event =
  | { readonly kind: "page"; readonly page: KnownPage; readonly audit: PageAudit | undefined }
  | { readonly kind: "sitemap"; readonly pages: readonly string[] | undefined }
  | { readonly kind: "aborted" };

const maxAttempts = 3;
const maxCrawlDelayMs = 60_000;

class Run {
  readonly #options: CrawlOptions;
  readonly #state: CrawlState;
  readonly #scope: CrawlScope;
  readonly #start: string;
  readonly #clock: Clock;
  readonly #rate: RateMeter;
  readonly #events = new Mailbox<Event>();
  readonly #paces = new Map<string, Pace>();
  readonly #inHand = new Set<number>();
  readonly #attempts = new Map<number, number>();
  readonly #again: KnownPage[] = [];
  #sitemaps: AsyncGenerator<readonly string[]> | undefined;

  constructor(options: CrawlOptions, state: CrawlState, start: string) {
    this.#options = options;
    this.#state = state;
    this.#start = start;
    this.#clock = options.clock ?? wallClock;
    this.#rate = new RateMeter(this.#clock);
    const { visitors, obeyRobots = true } = options;
    const isMet = (url: string) => state.isMet(url);
    this.#scope = new CrawlScope({ start, visitors, obeyRobots, isMet }, state.home);
  }

  async begin(): Promise<void> {
    const { list } = this.#options;
    if (list) await this.#addAll(list, (address) => this.#scope.admitNamed(address));
    if (this.#beginsAtStart()) await this.#addStart();
  }

  async *walk(): AsyncGenerator<PageAudit> {
    const { signal } = this.#options;
    const onAbort = () => this.#events.put({ kind: "aborted" });
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      // Where the start leads to says which origin the sitemaps must speak of.
      if (!this.#beginsAtStart() || this.#state.done > 0) await this.#beginSitemaps();
      for (;;) {
        await this.#takeInHand();
        if (this.#isAtEnd()) return;
        yield* this.#take(await this.#events.take());
      }
    } finally {
      signal?.removeEventListener("abort", onAbort);
    }
  }

  #isAtEnd(): boolean {
    if (this.#options.signal?.aborted) return true;
    return this.#inHand.size === 0 && (!this.#sitemaps || this.#isFull());
  }

  async *#take(event: Event): AsyncGenerator<PageAudit> {
    if (event.kind === "sitemap") await this.#takeSitemap(event.pages);
    if (event.kind === "page") yield* this.#takePage(event);
  }

  #beginsAtStart(): boolean {
    const { list, sitemap } = this.#options;
    return !list && typeof sitemap !== "string";
  }

  async #addStart(): Promise<void> {
    const url = this.#start;
    if (!(await this.#scope.allows(url))) throw await this.#refusal(url);
    await this.#state.add([{ url, depth: 0 }]);
  }

  async #refusal(url: string): Promise<CrawlProblem> {
    const robots = await this.#options.visitors.robots(url);
    const { line } = robots.verdict("samovar", url);
    const why =
      robots.state === "failing"
        ? `${robots.url} does not answer as it should, and until it does nothing may be crawled`
        : `${robots.url}, line ${line}, forbids SamovarAudit to read ${url}`;
    return new CrawlProblem(`${why}. Mend it, or crawl without obeying it if the site is yours`);
  }

  async #beginSitemaps(): Promise<void> {
    const { list, sitemap = !list, visitors } = this.#options;
    if (sitemap === false || this.#sitemaps || this.#state.hasReadSitemaps) return;
    const addresses = typeof sitemap === "string" ? [sitemap] : await this.#findSitemaps();
    this.#sitemaps = readSitemaps(visitors, addresses);
    this.#readNextSitemap();
  }

  async #findSitemaps(): Promise<readonly string[]> {
    const { home } = this.#scope;
    const { sitemaps } = await this.#options.visitors.robots(home);
    return sitemaps.length > 0 ? sitemaps : [`${home}/sitemap.xml`];
  }

  #readNextSitemap(): void {
    const next = this.#sitemaps?.next();
    void next?.then(({ value, done }) =>
      this.#events.put({ kind: "sitemap", pages: done ? undefined : value }),
    );
  }

  async #takeSitemap(pages: readonly string[] | undefined): Promise<void> {
    if (pages) {
      const isNamed = typeof this.#options.sitemap === "string";
      await this.#addAll(pages, (address) =>
        isNamed ? this.#scope.admitNamed(address) : this.#scope.admitListed(address),
      );
      return this.#readNextSitemap();
    }
    this.#sitemaps = undefined;
    await this.#state.markSitemapsRead();
  }

  async #addAll(
    addresses: readonly string[],
    admit: (address: string) => Promise<string | undefined>,
    depth = 0,
  ): Promise<void> {
    const pages: { readonly url: string; readonly depth: number }[] = [];
    for (const address of addresses) {
      const url = await admit(address);
      if (url !== undefined) pages.push({ url, depth });
    }
    await this.#state.add(pages);
  }

  async #takeInHand(): Promise<void> {
    const { concurrency = 2 } = this.#options;
    while (this.#inHand.size < concurrency && !this.#isFull()) {
      const page = this.#again.shift() ?? (await this.#state.next());
      if (!page) return;
      this.#inHand.add(page.number);
      void this.#look(page);
    }
  }

  #isFull(): boolean {
    const { maxPages = Number.POSITIVE_INFINITY } = this.#options;
    return this.#state.done + this.#inHand.size >= maxPages;
  }

  async #look(page: KnownPage): Promise<void> {
    const { signal, audit, onFault } = this.#options;
    try {
      const pace = await this.#paceOf(page.url);
      await pace.turn(signal);
      if (signal?.aborted) return;
      this.#events.put({ kind: "page", page, audit: await audit(page.url) });
    } catch (error) {
      onFault?.(page.url, error);
      this.#events.put({ kind: "page", page, audit: undefined });
    }
  }

  async #paceOf(url: string): Promise<Pace> {
    const { host } = new URL(url);
    const { delayMs = 500, obeyRobots = true, visitors } = this.#options;
    const asked = obeyRobots ? (await visitors.robots(url)).crawlDelay : undefined;
    const known = this.#paces.get(host);
    if (known) return known;
    const pace = new Pace(this.#clock, Math.max(delayMs, Math.min(maxCrawlDelayMs, (asked ?? 0) * 1000)));
    this.#paces.set(host, pace);
    return pace;
  }

  async *#takePage({ page, audit }: Extract<Event, { kind: "page" }>): AsyncGenerator<PageAudit> {
    this.#inHand.delete(page.number);
    if (audit && (await this.#mustWait(page, audit))) return;
    if (audit) await this.#learn(page, audit);
    await this.#state.finish(page, {
      audit,
      failed: audit?.outcome !== "audited" && audit?.outcome !== "not-html",
    });
    this.#rate.count();
    this.#tell();
    if (page.number === 0) await this.#beginSitemaps();
    if (audit) yield audit;
  }

  /** A host that is overloaded gets a pause, and the page another turn. */
  async #mustWait(page: KnownPage, { visit }: PageAudit): Promise<boolean> {
    const pace = await this.#paceOf(page.url);
    if (visit.status !== 429 && visit.status !== 503) {
      pace.speedUp();
      this.#attempts.delete(page.number);
      return false;
    }
    pace.slowDown(readRetryAfter(visit.retryAfter, new Date()));
    const attempts = (this.#attempts.get(page.number) ?? 0) + 1;
    this.#attempts.set(page.number, attempts);
    if (attempts >= maxAttempts) return false;
    this.#options.visitors.forget(page.url);
    this.#again.push(page);
    return true;
  }

  async #learn(page: KnownPage, audit: PageAudit): Promise<void> {
    const { list, sitemap, follow = !list && typeof sitemap !== "string" } = this.#options;
    const led = cleanAddress(audit.visit.finalUrl);
    const home = page.url === this.#start && led !== undefined ? this.#scope.homeOf(led) : undefined;
    if (home !== undefined) {
      this.#scope.home = home;
      await this.#state.markHome(home);
    }
    if (led !== undefined && led !== page.url) await this.#state.markMet(led);
    if (!follow || audit.outcome !== "audited") return;
    const depth = page.depth + 1;
    await this.#addAll(audit.linksTo, (address) => this.#scope.admitLink(address, depth), depth);
  }

  #tell(): void {
    const { onProgress, maxPages = Number.POSITIVE_INFINITY } = this.#options;
    const { done, known, failed } = this.#state;
    onProgress?.({ done, known: Math.min(known, maxPages), failed, ratePerSecond: this.#rate.perSecond() });
  }
}
