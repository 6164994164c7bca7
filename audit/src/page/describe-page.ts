import { readAuthors } from "./describe-author.ts";
import { addressOf, isOfType, readDataNodes, textOf, type DataNode } from "./linked-data.ts";
import type { Page } from "./page.ts";
import { readDate } from "./read-date.ts";
import { elect, metaVotes, oneLine, sameText, voteFor, type Sources, type Vote } from "./vote.ts";

/** What a page says of itself. */
export interface PageDescription {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Absolute. */
  readonly image: string | undefined;
  /** A name; several are joined by a comma. */
  readonly author: string | undefined;
  /** ISO 8601: an instant in UTC, or a day alone where the page names no time. */
  readonly publishedAt: string | undefined;
  /** Absolute; undefined where the page names none. */
  readonly canonical: string | undefined;
  readonly siteName: string | undefined;
  /** BCP 47: `en`, `pt-BR`. */
  readonly lang: string | undefined;
  readonly feeds: readonly Feed[];
}

export interface Feed {
  readonly url: string;
  readonly title: string | undefined;
  readonly type: "rss" | "atom" | "json";
}

/**
 * What a page says of itself: for each field, the value that its sources (Open Graph, Twitter's tags, JSON-LD, plain
 * metas, HTML itself) agree on best. Pure.
 */
export function describePage(page: Page): PageDescription {
  const nodes = readDataNodes(page.structuredData);
  const about = subjectOf(nodes);
  const siteName = describeSiteName(page, nodes);
  return {
    title: describeTitle(page, about, siteName),
    description: describeText(page, about),
    image: describeImage(page, about),
    author: readAuthors(page, about),
    publishedAt: describeDate(page, nodes),
    canonical: describeCanonical(page, about),
    siteName,
    lang: describeLang(page, about),
    feeds: page.links.flatMap((link) => {
      const type = feedTypes.get(link.type?.split(";")[0]?.trim().toLowerCase() ?? "");
      if (!type || link.url === undefined || !link.rel.includes("alternate")) return [];
      return [{ url: link.url, title: link.title, type }];
    }),
  };
}

/** The object of JSON-LD that is about this page's material. */
function subjectOf(nodes: readonly DataNode[]): DataNode {
  return (
    nodes.find((node) => isOfType(node, /(Article|Posting|Report|Review)$/)) ??
    nodes.find((node) => isOfType(node, workTypes)) ??
    nodes.find((node) => isOfType(node, /Page$/)) ??
    {}
  );
}

const workTypes =
  /(Recipe|Product|Video|VideoObject|Event|Movie|Book|Episode|HowTo|Course|Recording|Application)$/;

const titleSources: Sources = { "og:title": 3, "twitter:title": 2 };

function describeTitle(page: Page, about: DataNode, siteName: string | undefined): string | undefined {
  const heading = page.headings.find(({ level, text }) => level === 1 && text !== "")?.text;
  const whole = page.title && oneLine(page.title.text);
  const votes = [
    ...metaVotes(page, titleSources),
    ...voteFor(textOf(about["headline"]), 1.8),
    ...voteFor(textOf(about["name"]), 1),
    ...metaVotes(page, { "dc.title": 1, "dcterms.title": 1, "parsely-title": 1, "sailthru.title": 1 }),
    ...voteFor(whole && withoutSite(whole, siteName), 1),
    ...voteFor(heading, 0.9),
  ];
  return elect(votes, (value) => sameText(withoutSite(value, siteName)));
}

/** The title without the site's name before or after it. */
function withoutSite(title: string, siteName: string | undefined): string {
  const parts = title.split(/\s+[|\-–—:·»«•\\/]+\s+|:\s+/);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || siteName === undefined) return title;
  if (sameText(last) === sameText(siteName))
    return title.slice(0, -last.length).replace(/[\s|\-–—:·»«•\\/]+$/, "");
  if (sameText(first) === sameText(siteName))
    return title.slice(first.length).replace(/^[\s|\-–—:·»«•\\/]+/, "");
  return title;
}

const descriptionSources: Sources = {
  "og:description": 3,
  "twitter:description": 2,
  description: 2.5,
  "dc.description": 1,
  "dcterms.description": 1,
  "sailthru.description": 1,
};

function describeText(page: Page, about: DataNode): string | undefined {
  return elect(
    [...metaVotes(page, descriptionSources), ...voteFor(textOf(about["description"]), 1)],
    sameText,
  );
}

const imageSources: Sources = {
  "og:image": 3,
  "og:image:secure_url": 2.5,
  "og:image:url": 2.5,
  "twitter:image": 2,
  "twitter:image:src": 2,
};

function describeImage(page: Page, about: DataNode): string | undefined {
  const votes = [
    ...metaVotes(page, imageSources),
    ...voteFor(addressOf(about["image"]) ?? addressOf(about["thumbnailUrl"]), 1.5),
    ...voteFor(page.links.find(({ rel }) => rel.includes("image_src"))?.href, 1),
    ...metaVotes(page, { image: 1, thumbnail: 1, "sailthru.image.full": 1, "parsely-image-url": 1 }),
  ];
  return elect(resolveAll(votes, page), (url) => url);
}

const dateSources: Sources = {
  "article:published_time": 3,
  "og:article:published_time": 2,
  datepublished: 2,
  "parsely-pub-date": 2,
  "sailthru.date": 1,
  pubdate: 1,
  publishdate: 1,
  "publish-date": 1,
  published: 1,
  "dc.date.issued": 1,
  "dcterms.created": 1,
  "dc.date": 1,
  date: 1,
  datecreated: 0.5,
};

/** Sources may differ by rounding: those of the same day agree, and the first of them that knows the time answers. */
function describeDate(page: Page, nodes: readonly DataNode[]): string | undefined {
  const said = nodes.map((node) => textOf(node["datePublished"]) ?? textOf(node["dateCreated"]));
  const marked = page.times.find(({ itemprop }) => itemprop.includes("datepublished"));
  const votes = [
    ...metaVotes(page, dateSources),
    ...voteFor(
      said.find((date) => date !== undefined),
      2.5,
    ),
    ...voteFor(marked && (marked.datetime ?? marked.text), 2),
    ...visibleTimes(page),
  ];
  const read = votes.flatMap(({ value, weight }) => {
    const date = readDate(value);
    return date === undefined ? [] : [{ value: date, weight }];
  });
  const day = elect(read, dayOf);
  const sameDay = read.filter(({ value }) => day !== undefined && dayOf(value) === dayOf(day));
  return sameDay.find(({ value }) => value.includes("T"))?.value ?? day;
}

const dayOf = (date: string): string => date.slice(0, "2026-01-01".length);

/** A time that stands by itself may be of anything; in the material's own header it is rather the material's. */
function visibleTimes({ times }: Page): Vote[] {
  const own = times.filter(({ isFurniture }) => !isFurniture);
  return [
    ...voteFor(own.find(({ datetime }) => datetime !== undefined)?.datetime, 0.5),
    ...voteFor(times[0]?.datetime, 0.3),
    ...voteFor(own[0]?.text, 0.2),
  ];
}

function describeCanonical(page: Page, about: DataNode): string | undefined {
  const votes = [
    ...voteFor(page.links.find(({ rel }) => rel.includes("canonical"))?.href, 3),
    ...metaVotes(page, { "og:url": 2, "twitter:url": 1 }),
    ...voteFor(addressOf(about["url"]) ?? addressOf(about["mainEntityOfPage"]), 1),
  ];
  return elect(resolveAll(votes, page), (url) => url);
}

function resolveAll(votes: readonly Vote[], { baseUrl }: Page): Vote[] {
  return votes.flatMap(({ value, weight }) => {
    const url = URL.parse(value, baseUrl);
    return url && /^https?:$/.test(url.protocol) ? [{ value: url.href, weight }] : [];
  });
}

function describeSiteName(page: Page, nodes: readonly DataNode[]): string | undefined {
  const publisher = nodes.map((node) => textOf(node["publisher"])).find((name) => name !== undefined);
  const site = nodes.find((node) => isOfType(node, /WebSite$/));
  const votes = [
    ...metaVotes(page, { "og:site_name": 3, "application-name": 1, "apple-mobile-web-app-title": 0.5 }),
    ...voteFor(publisher, 1),
    ...voteFor(textOf(site?.["name"]), 1),
  ];
  return elect(votes, sameText);
}

function describeLang(page: Page, about: DataNode): string | undefined {
  const said = [
    page.lang,
    ...metaVotes(page, { "content-language": 1, language: 1, "dc.language": 1, "og:locale": 1 }).map(
      ({ value }) => value,
    ),
    textOf(about["inLanguage"]),
  ];
  return said.map((tag) => tag && readLanguage(tag)).find((tag) => tag !== undefined);
}

/** `en_US.UTF-8` and the like to BCP 47. */
function readLanguage(tag: string): string | undefined {
  const clean = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*/i.exec(tag.trim())?.[0].replaceAll("_", "-");
  if (clean === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(clean)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const feedTypes: ReadonlyMap<string, Feed["type"]> = new Map([
  ["application/rss+xml", "rss"],
  ["application/atom+xml", "atom"],
  ["application/feed+json", "json"],
]);
