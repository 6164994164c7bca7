import { describePage, type Page, readPage } from "@samovar/audit";

/** What a list needs of a page that was read. */
export interface Material {
  /** Undefined: it may be listed. Otherwise why not, in English, for the editor. */
  readonly fault: string | undefined;
  readonly title: string | null;
  readonly description: string | null;
  readonly imageUrl: string | null;
  /** `ru`, `en`, or another language's two letters. */
  readonly language: string;
  readonly body: string;
  readonly publishedAt: Date | null;
}

interface Answer {
  /** The address that was asked for. */
  readonly asked: string;
  /** The one that answered, after redirects. */
  readonly url: string;
  readonly contentType: string | undefined;
  /** The header `X-Robots-Tag`. */
  readonly robots: string | undefined;
  readonly body: Uint8Array;
}

const longest = { title: 300, description: 500, body: 20_000, image: 2000 };

/** Reads what a page says of itself, and whether it wants to be found. Pure. */
export function readMaterial({ asked, url, contentType, robots, body }: Answer): Material {
  const page = readPage({ url, contentType, body, isTruncated: false });
  const { title, description, image, publishedAt, canonical, lang } = describePage(page);
  const text = page.text.main.slice(0, longest.body);
  return {
    fault: faultOf(page, { asked, canonical, robots, title }),
    title: cleanLine(title, longest.title),
    description: cleanLine(description, longest.description),
    imageUrl: image !== undefined && image.length <= longest.image && /^https?:/.test(image) ? image : null,
    language: languageOf(lang, `${title ?? ""} ${text}`),
    body: kept(text),
    publishedAt: instantOf(publishedAt),
  };
}

interface Said {
  readonly asked: string;
  readonly canonical: string | undefined;
  readonly robots: string | undefined;
  readonly title: string | undefined;
}

function faultOf(page: Page, { asked, canonical, robots, title }: Said): string | undefined {
  const metas = page.metas.filter(
    ({ by, name }) => by === "name" && /^(robots|googlebot|samovar)$/.test(name),
  );
  if ([robots ?? "", ...metas.map(({ content }) => content)].some((said) => /\b(noindex|none)\b/i.test(said)))
    return "It says noindex";
  if (placeOf(page.url) !== placeOf(asked)) return `It leads on to ${page.url}`;
  if (canonical !== undefined && placeOf(canonical) !== placeOf(asked))
    return `Its canonical address is ${canonical}`;
  return title === undefined ? "It has no title" : undefined;
}

/** Path and query: a site answers with and without `www.` and over both schemes. */
function placeOf(address: string): string {
  const url = URL.parse(address);
  return url ? `${url.pathname.replace(/(.)\/$/, "$1")}${url.search}` : address;
}

function languageOf(lang: string | undefined, text: string): string {
  const said = /^[a-z]{2}/i.exec(lang ?? "")?.[0].toLowerCase();
  if (said !== undefined) return said;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  return cyrillic > letters * 0.3 ? "ru" : "en";
}

function cleanLine(text: string | undefined, most: number): string | null {
  const line = kept(text ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return line.slice(0, most).toWellFormed() || null;
}

/** Postgres keeps no U+0000 and no half characters. */
const kept = (text: string) => text.replaceAll("\0", "").toWellFormed();

function instantOf(text: string | undefined): Date | null {
  const at = new Date(text ?? "");
  const year = at.getUTCFullYear();
  return year > 1990 && year < 2100 ? at : null;
}
