import type { ArticleTags, PageTags, TagImage } from "./page-tags.ts";
import { dataTag, linkTag, metaTag, onOneLine, scriptTag, titleTag, type Tag } from "./write-tag.ts";

/** All of the tags together stay below this: the smallest window of a network's robot is 32 kB. */
export const maxTagsBytes = 16 * 1024;

const max = { title: 300, description: 500, alt: 420, articleTags: 10, tag: 60, name: 200, value: 4000 };
/** One network shows no card at all beyond it (rule LP33). */
const maxSiteNameBytes = 253;

/** The tags to paste into one page's head, a line each, escaped, UTF-8, below 16 kB. */
export function makeTags(wish: PageTags): string {
  return listTags(wish)
    .map(({ html }) => html)
    .join("\n");
}

/**
 * The same as a list. What each network needs comes first, in the order in which its reader takes it; what may be
 * left out for size stands last.
 */
export function listTags(wish: PageTags): Tag[] {
  const must = [
    titleTag(cut(wish.title, max.title)),
    ...optional("description", cut(wish.description, max.description)),
    linkTag("canonical", wish.url),
    ...openGraph(wish),
    metaTag("twitter:card", wish.image ? "summary_large_image" : "summary"),
    ...articleTags(wish.article),
    ...optional("fediverse:creator", cut(wish.creator, max.name)),
    ...optional("theme-color", cut(wish.themeColor, max.name)),
  ];
  const more = [
    ...(wish.script ? [scriptTag(wish.script)] : []),
    ...wish.feeds.map(({ url, type, title }) =>
      linkTag("alternate", url, { type, title: cut(title, max.name) }),
    ),
    ...(wish.oembedUrl === undefined
      ? []
      : [linkTag("alternate", wish.oembedUrl, { type: "application/json+oembed" })]),
    ...(wish.addsStructuredData ? [dataTag(structuredDataOf(wish))] : []),
  ];
  return withinBytes([...must, ...more]);
}

function openGraph(wish: PageTags): Tag[] {
  return [
    metaTag("og:title", cut(wish.title, max.title)),
    ...optional("og:description", cut(wish.description, max.description)),
    metaTag("og:url", wish.url),
    metaTag("og:type", cut(wish.type, max.tag)),
    ...optional("og:site_name", wish.siteName && cutBytes(wish.siteName, maxSiteNameBytes)),
    ...optional("og:locale", wish.locale),
    ...(wish.image ? imageTags(wish.image) : []),
  ];
}

function imageTags({ url, width, height, alt, type }: TagImage): Tag[] {
  return [
    ...imageTag("og:image", url),
    ...imageTag("og:image:width", width),
    ...imageTag("og:image:height", height),
    ...imageTag("og:image:type", type),
    ...imageTag("og:image:alt", cut(alt, max.alt)),
  ];
}

const imageTag = (name: string, value: string | number | undefined): Tag[] =>
  value === undefined || value === "" ? [] : [metaTag(name, String(value), "image")];

function articleTags(article: ArticleTags | undefined): Tag[] {
  if (!article) return [];
  return [
    ...optional("article:published_time", article.publishedTime),
    ...optional("article:modified_time", article.modifiedTime),
    ...optional("article:author", cut(article.author, max.name)),
    ...optional("article:section", cut(article.section, max.name)),
    ...article.tags
      .slice(0, max.articleTags)
      .map((tag) => metaTag("article:tag", cut(tag, max.tag), "article:tag")),
  ];
}

function optional(name: string, value: string | undefined): Tag[] {
  return value === undefined || onOneLine(value) === "" ? [] : [metaTag(name, value)];
}

/** schema.org. `WebPage` and `NewsArticle` are the two that Mastodon reads, and its headline is what it shows. */
function structuredDataOf({ url, title, description, siteName, image, type, article }: PageTags): object {
  return withoutEmpty({
    "@context": "https://schema.org",
    "@type": type === "article" ? "NewsArticle" : "WebPage",
    url,
    headline: cut(title, max.title),
    name: cut(title, max.title),
    description: cut(description, max.description),
    image: image?.url,
    datePublished: article?.publishedTime,
    dateModified: article?.modifiedTime,
    author:
      article?.author === undefined ? undefined : { "@type": "Person", name: cut(article.author, max.name) },
    publisher:
      siteName === undefined ? undefined : { "@type": "Organization", name: cut(siteName, max.name) },
  });
}

const withoutEmpty = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));

/** In their order, as far as they fit: a page whose texts are all at their greatest lacks the last ones. */
function withinBytes(tags: readonly Tag[]): Tag[] {
  let bytes = 0;
  return tags.filter((tag) => {
    const size = Buffer.byteLength(tag.html) + 1;
    if (tag.value.length > max.value || bytes + size > maxTagsBytes) return false;
    bytes += size;
    return true;
  });
}

/** Cut at a space where there is one, with an ellipsis, never inside a character. */
export function cut(text: string, length: number): string;
export function cut(text: string | undefined, length: number): string | undefined;
export function cut(text: string | undefined, length: number): string | undefined {
  if (text === undefined) return undefined;
  const line = onOneLine(text);
  if (line.length <= length) return line;
  const points = line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = points.lastIndexOf(" ");
  return `${(space > length / 2 ? points.slice(0, space) : points).trimEnd()}…`;
}

function cutBytes(text: string, bytes: number): string {
  let kept = "";
  let size = 0;
  for (const point of onOneLine(text)) {
    size += Buffer.byteLength(point);
    if (size > bytes) break;
    kept += point;
  }
  return kept;
}
