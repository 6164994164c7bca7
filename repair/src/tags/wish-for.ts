import { cut } from "./make-tags.ts";
import type { ArticleTags, Feed, PageHead, PageTags, SiteProfile, TagImage } from "./page-tags.ts";
import { readHead, type HeadReading } from "./read-head.ts";
import { onOneLine } from "./write-tag.ts";

export interface WishOptions {
  /** What the site's owner says for all pages. */
  readonly profile?: SiteProfile | undefined;
  /** The address of a drawn card, for a page that names no picture. Called with all else that is wished. */
  readonly cardImage?: ((wish: PageTags) => TagImage | undefined) | undefined;
  /** Where an address of the page leads for the public: a proxy's origin is known by another name outside. */
  readonly publicAddress?: ((url: string) => string) | undefined;
}

const descriptionLength = 200;

/**
 * What one page's head shall say: the owner's good values are kept, what is missing is taken from what the page says
 * elsewhere, from the site's profile, or drawn. Undefined where the page has no words for a title.
 */
export function wishFor(page: PageHead, options: WishOptions = {}): PageTags | undefined {
  const { profile = {}, publicAddress = same } = options;
  const reading = readHead(page);
  const title = titleOf(page, reading);
  if (title === undefined) return undefined;
  const url = publicAddress(addressOf(page, reading));
  const article = articleOf(reading);
  const wish: PageTags = {
    url,
    title,
    description: descriptionOf(page, reading),
    type: article ? "article" : (reading.meta("og:type") ?? "website"),
    article,
    ...ofTheSite(reading, profile, page.lang),
    feeds: feedsOf(page, profile, publicAddress),
    oembedUrl: oembedOf(page, profile, url),
    addsStructuredData: !reading.hasStructuredData,
    script: profile.script,
  };
  return withImage(wish, imageOf(page, reading), options);
}

function withImage(wish: PageTags, own: TagImage | undefined, options: WishOptions): PageTags {
  const { publicAddress = same } = options;
  const image = own ? { ...own, url: publicAddress(own.url) } : drawnOrDefault(wish, options);
  return image ? { ...wish, image: { ...image, alt: image.alt ?? wish.title } } : wish;
}

const same = (url: string) => url;

/** A drawn card speaks of the page; the site's own picture is for all of them. */
const drawnOrDefault = (wish: PageTags, { cardImage, profile }: WishOptions) =>
  cardImage?.(wish) ?? profile?.image;

const ofTheSite = ({ meta, data }: HeadReading, profile: SiteProfile, lang: string | undefined) => ({
  locale: localeOf(meta("og:locale"), lang ?? profile.language),
  siteName: meta("og:site_name") ?? profile.siteName ?? data("publisher", "name"),
  creator: meta("fediverse:creator") ?? profile.creator,
  themeColor: meta("theme-color") ?? profile.themeColor,
});

function titleOf(page: PageHead, { meta, data }: HeadReading): string | undefined {
  const found = [
    meta("og:title"),
    meta("twitter:title"),
    page.title?.text,
    page.headings?.find(({ level }) => level === 1)?.text,
    data("headline"),
    data("name"),
  ];
  return found.map((text) => onOneLine(text ?? "")).find((text) => text !== "");
}

function descriptionOf(page: PageHead, { meta, data }: HeadReading): string | undefined {
  const said =
    meta("og:description") ?? meta("description") ?? meta("twitter:description") ?? data("description");
  if (said !== undefined) return onOneLine(said);
  const first = page.text?.main.split("\n").find((line) => line.trim().length > 40);
  return first === undefined ? undefined : cut(first, descriptionLength);
}

/** What a visitor's path adds to an address and the page does not depend on. */
const isOfTheVisit = (name: string) =>
  /^(utm_|mtm_|pk_)/i.test(name) ||
  /^(fbclid|gclid|dclid|yclid|ysclid|msclkid|twclid|igshid|mc_cid|mc_eid|_openstat|smv)$/i.test(name);

/** The canonical address, else `og:url`, else the page's own without what the visit added. */
function addressOf(page: PageHead, { meta, link }: HeadReading): string {
  const said = absolute(link("canonical") ?? meta("og:url"), page.baseUrl);
  const url = new URL(said ?? page.url);
  url.hash = "";
  if (said !== undefined) return url.href;
  const ofTheVisit = url.searchParams.keys().filter(isOfTheVisit).toArray();
  for (const name of ofTheVisit) url.searchParams.delete(name);
  return url.href;
}

function absolute(url: string | undefined, base: string): string | undefined {
  const parsed = url === undefined || url.trim() === "" ? null : URL.parse(url.trim(), base);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

function imageOf(page: PageHead, { meta, link, data, near }: HeadReading): TagImage | undefined {
  const ours = absolute(meta("og:image") ?? meta("og:image:url"), page.baseUrl);
  const url =
    ours ??
    absolute(meta("twitter:image") ?? meta("twitter:image:src"), page.baseUrl) ??
    absolute(link("image_src"), page.baseUrl) ??
    absolute(data("image") ?? data("image", "url"), page.baseUrl);
  if (url === undefined) return undefined;
  const of = (name: string) => (ours === undefined ? undefined : near("og:image", name));
  return {
    url: upgraded(url, page.url),
    width: pixels(of("og:image:width")),
    height: pixels(of("og:image:height")),
    type: of("og:image:type"),
    alt: of("og:image:alt") ?? meta("twitter:image:alt"),
  };
}

/** A site that is read over https has its own pictures there too; an address with http loses the card. */
const upgraded = (url: string, pageUrl: string) =>
  pageUrl.startsWith("https:") && url.startsWith("http:") && new URL(url).host === new URL(pageUrl).host
    ? url.replace("http:", "https:")
    : url;

const pixels = (text: string | undefined) =>
  text !== undefined && /^\s*[1-9]\d{0,5}\s*(px)?\s*$/.test(text) ? Number.parseInt(text, 10) : undefined;

function articleOf({ meta, all, data }: HeadReading): ArticleTags | undefined {
  const article = {
    publishedTime: instant(meta("article:published_time") ?? data("datePublished")),
    modifiedTime: instant(meta("article:modified_time") ?? data("dateModified")),
    author: meta("article:author") ?? meta("author") ?? data("author", "name"),
    section: meta("article:section"),
    tags: all("article:tag"),
  };
  const type = meta("og:type");
  const isArticle = type === "article" || (type === undefined && article.publishedTime !== undefined);
  return isArticle ? article : undefined;
}

/** As written where it is a date that all readers take; made so where it is a date at all. */
function instant(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(text.trim())) return text.trim();
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Languages whose code alone tells the region that Open Graph wants. */
const regionOf: Readonly<Record<string, string>> = {
  en: "US", ru: "RU", de: "DE", fr: "FR", es: "ES", it: "IT", pl: "PL", uk: "UA", kk: "KZ", tr: "TR", ja: "JP",
}; // prettier-ignore

function localeOf(said: string | undefined, language: string | undefined): string | undefined {
  const [, lang = "", region = regionOf[lang.toLowerCase()]] =
    /^([a-z]{2,3})(?:[-_]([a-z]{2}))?\b/i.exec((said ?? language ?? "").trim()) ?? [];
  return lang === "" || region === undefined ? undefined : `${lang.toLowerCase()}_${region.toUpperCase()}`;
}

const feedTypes = /^application\/(rss\+xml|atom\+xml|feed\+json)$/i;

function feedsOf(page: PageHead, { feeds = [] }: SiteProfile, toPublic: (url: string) => string): Feed[] {
  const own = page.links.flatMap(({ rel, url, type, title }) =>
    rel.includes("alternate") && url !== undefined && type !== undefined && feedTypes.test(type.trim())
      ? [{ url: toPublic(url), type: type.trim().toLowerCase(), title }]
      : [],
  );
  // By address: a page may name one twice. Its own word comes first.
  return [...new Map([...feeds, ...own.toReversed()].map((feed) => [feed.url, feed])).values()];
}

function oembedOf(page: PageHead, { oembed }: SiteProfile, url: string): string | undefined {
  const hasOwn = page.links.some(({ rel, type }) => rel.includes("alternate") && type?.includes("oembed"));
  return hasOwn ? undefined : oembed?.replaceAll("{url}", encodeURIComponent(url));
}
