import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PageAudit } from "../audit.ts";
import { CrawlProblem } from "./crawl-problem.ts";
import { LineFile } from "./line-file.ts";
import { SeenSet } from "./seen-set.ts";

/** A page of the crawl, by the order in which it became known. */
export interface KnownPage {
  readonly number: number;
  readonly url: string;
  /** Links from where the crawl began; 0 for what a list or a sitemap names. */
  readonly depth: number;
}

const names = { about: "crawl.json", frontier: "frontier.txt", results: "pages.jsonl", journal: "done.txt" };

/**
 * All that a crawl must remember, on disk, so that memory stays flat and a killed crawl goes on where it was:
 * `frontier.txt` lists the pages as they became known, `pages.jsonl` holds their audits, and `done.txt` says what is
 * done. A page counts once its line stands there; it is written last, so that a kill costs at most the pages in hand.
 * (Survives the process, and not the machine's loss of power: nothing is forced to the platters.)
 */
export class CrawlState {
  readonly #frontier: LineFile;
  readonly #results: LineFile;
  readonly #journal: LineFile;
  readonly #seen = new SeenSet();
  readonly #doneBefore = new Set<number>();
  readonly #removeFolder: (() => Promise<void>) | undefined;
  #unread: AsyncGenerator<string> | undefined;
  #readBytes = 0;
  #readPages = 0;
  known = 0;
  done = 0;
  failed = 0;
  /** The sitemaps were read to their end. */
  hasReadSitemaps = false;
  /** Where the start led to, when that is another origin. */
  home: string | undefined;

  private constructor(files: readonly LineFile[], removeFolder: (() => Promise<void>) | undefined) {
    const [frontier, results, journal] = files;
    if (!frontier || !results || !journal) throw new Error("A crawl's state has three files");
    this.#frontier = frontier;
    this.#results = results;
    this.#journal = journal;
    this.#removeFolder = removeFolder;
  }

  /** Opens a folder's crawl, or begins one there; without a folder, one that is forgotten when it is closed. */
  static async open(folder: string | undefined, start: string): Promise<CrawlState> {
    const place = folder ?? (await mkdtemp(join(tmpdir(), "samovar-crawl-")));
    await mkdir(place, { recursive: true });
    await claim(place, start);
    const files: LineFile[] = [];
    for (const name of [names.frontier, names.results, names.journal])
      files.push(await LineFile.open(join(place, name)));
    const remove = folder === undefined ? () => rm(place, { recursive: true, force: true }) : undefined;
    const state = new CrawlState(files, remove);
    await state.#recall();
    return state;
  }

  async #recall(): Promise<void> {
    let end = 0;
    for await (const line of this.#journal.lines()) {
      const [word, value = "", until, failed] = line.split(" ");
      if (word === "sitemaps") this.hasReadSitemaps = true;
      if (word === "home") this.home = value;
      if (word === "also") this.#seen.add(value);
      if (word !== "page") continue;
      this.#doneBefore.add(Number(value));
      end = Number(until);
      this.done += 1;
      if (failed === "1") this.failed += 1;
    }
    await this.#results.cut(end);
    for await (const line of this.#frontier.lines()) {
      this.#seen.add(addressIn(line));
      this.known += 1;
    }
  }

  /** Makes pages known that were not; gives how many those are. */
  async add(pages: readonly Pick<KnownPage, "url" | "depth">[]): Promise<number> {
    const fresh = pages.filter(({ url }) => this.#seen.add(url));
    await this.#frontier.append(fresh.map(({ url, depth }) => `${depth} ${url}`));
    this.known += fresh.length;
    return fresh.length;
  }

  /** The next page that nobody has had in hand in this run and that is not done; undefined when none is known now. */
  async next(): Promise<KnownPage | undefined> {
    for (;;) {
      this.#unread ??= this.#frontier.lines(this.#readBytes);
      const { value: line, done } = await this.#unread.next();
      if (done) {
        this.#unread = undefined;
        if (this.#readBytes < this.#frontier.size) continue;
        return undefined;
      }
      const number = this.#readPages;
      this.#readPages += 1;
      this.#readBytes += Buffer.byteLength(line) + 1;
      if (!this.#doneBefore.delete(number))
        return { number, url: addressIn(line), depth: Number.parseInt(line, 10) };
    }
  }

  /** The page's audit is kept, and the page done. Without an audit it failed by a fault of ours. */
  async finish({ number }: KnownPage, { audit, failed }: Finished): Promise<void> {
    if (audit) await this.#results.append([JSON.stringify(audit)]);
    await this.#journal.append([`page ${number} ${this.#results.size} ${failed ? 1 : 0}`]);
    this.done += 1;
    if (failed) this.failed += 1;
  }

  isMet(url: string): boolean {
    return this.#seen.has(url);
  }

  async markSitemapsRead(): Promise<void> {
    this.hasReadSitemaps = true;
    await this.#journal.append(["sitemaps"]);
  }

  async markHome(origin: string): Promise<void> {
    this.home = origin;
    await this.#journal.append([`home ${origin}`]);
  }

  /** This address was met as where another one leads to: it need not be asked for itself. */
  async markMet(url: string): Promise<void> {
    if (this.#seen.add(url)) await this.#journal.append([`also ${url}`]);
  }

  async close(): Promise<void> {
    await this.#unread?.return(undefined);
    await Promise.all([this.#frontier, this.#results, this.#journal].map((file) => file.close()));
    await this.#removeFolder?.();
  }
}

interface Finished {
  readonly audit: PageAudit | undefined;
  readonly failed: boolean;
}

const addressIn = (line: string): string => line.slice(line.indexOf(" ") + 1);

/** Two crawls must not share a folder; the same one goes on in it. */
async function claim(folder: string, start: string): Promise<void> {
  const about = join(folder, names.about);
  const other = await readStart(about);
  if (other === undefined) return writeFile(about, `${JSON.stringify({ start })}\n`);
  if (other === start) return;
  throw new CrawlProblem(
    `The folder "${folder}" holds a crawl of ${other}, not of ${start}. Name another folder, or delete it to begin anew`,
  );
}

async function readStart(about: string): Promise<string | undefined> {
  try {
    const { start }: { start?: unknown } = Object(JSON.parse(await readFile(about, "utf8")));
    return String(start);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new CrawlProblem(`"${about}" can't be read. Delete its folder to begin anew`, { cause: error });
  }
}

/** The audits of all pages that a crawl has done, in the order in which they were done, one at a time. */
export async function* readCrawl(folder: string): AsyncGenerator<PageAudit> {
  const results = await LineFile.openToRead(join(folder, names.results));
  try {
    for await (const line of results.lines()) yield asWritten(line);
  } finally {
    await results.close();
  }
}

/** What `finish` wrote: our own file, so its shape is known. */
const asWritten = (line: string): PageAudit => JSON.parse(line) as PageAudit;
