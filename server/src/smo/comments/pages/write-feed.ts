import { generateRssFeed } from "feedsmith";
import type { FeedRow } from "./read-feed.ts";
import type { PageLanguage } from "./page-words.ts";

interface Feed {
  readonly site: { readonly name: string; readonly origin: string };
  /** The page whose talk it is; undefined for the whole site's. */
  readonly page: { readonly url: string; readonly title: string | null } | undefined;
  /** Where it is fetched. */
  readonly selfUrl: string;
  readonly language: PageLanguage;
  readonly rows: readonly FeedRow[];
}

const words = {
  en: { comments: "Comments", about: "What is said on", on: "on" },
  ru: { comments: "Комментарии", about: "Что обсуждают на сайте", on: "—" },
} as const;

/** Comments as RSS 2.0. The same rows make the same text. Pure. */
export function writeFeed({ site, page, selfUrl, language, rows }: Feed): string {
  const { comments, about, on } = words[language];
  const newest = rows.map(({ publishedAt, createdAt }) => publishedAt ?? createdAt);
  const builtAt = new Date(Math.max(0, ...newest.map((at) => at.getTime())));
  return generateRssFeed({
    title: clean(`${comments}: ${page?.title ?? page?.url ?? site.name}`),
    link: page?.url ?? site.origin,
    description: clean(`${about} ${site.name}`),
    language,
    ...(rows.length > 0 && { lastBuildDate: builtAt }),
    atom: { links: [{ href: selfUrl, rel: "self", type: "application/rss+xml" }] },
    items: rows.map((row) => ({
      title: clean(`${row.authorName} ${on} ${row.title ?? row.path}`),
      link: `${site.origin}${row.path}#talk-${row.id}`,
      guid: { value: `urn:uuid:${row.id}`, isPermaLink: false },
      pubDate: row.publishedAt ?? row.createdAt,
      description: clean(row.html),
      dc: { creators: [clean(row.authorName)] },
    })),
  });
}

/** Without what XML 1.0 has no place for. */
const clean = (text: string) => text.toWellFormed().replaceAll(unfit, "");
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
