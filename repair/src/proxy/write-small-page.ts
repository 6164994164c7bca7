import { gzipSync } from "node:zlib";
import { readPage, type Page } from "@samovar/audit";
import { cut, listTags } from "../tags/make-tags.ts";
import type { PageTags } from "../tags/page-tags.ts";
import { wishFor, type WishOptions } from "../tags/wish-for.ts";
import { dataTag, escapeAttribute, metaTag, onOneLine } from "../tags/write-tag.ts";
import type { RobotAnswer } from "./shield.ts";

interface Source {
  readonly url: string;
  readonly html: Uint8Array;
  readonly isTruncated: boolean;
  readonly contentType: string;
  readonly robotsTag: string | undefined;
  readonly wish: WishOptions;
}

const textLength = 1000;
const most = { metas: 40, dataBytes: 8 * 1024 };

/**
 * The page as a robot needs it: its tags, its title and first words, and where the whole is. What else the head says to
 * networks (products, videos, `noindex`) is kept; styles, scripts and the body are not.
 */
export function writeSmallPage(source: Source): RobotAnswer {
  const page = readPage({
    url: source.url,
    body: source.html,
    contentType: source.contentType,
    isTruncated: source.isTruncated,
  });
  const wish = wishFor(page, source.wish);
  if (!wish) return { kind: "not-for-us" };
  const html = Buffer.from(documentOf(page, wish));
  return { kind: "page", html, gzipped: gzipSync(html), robotsTag: source.robotsTag };
}

function documentOf(page: Page, wish: PageTags): string {
  // The site script is for people.
  const tags = listTags({ ...wish, script: undefined });
  const known = new Set(tags.map(({ key }) => key));
  const head = [
    ...tags.map(({ html }) => html),
    ...furtherMetas(page, known),
    ...furtherLinks(page),
    ...ownData(page),
  ];
  const lang = page.lang === undefined ? "" : ` lang="${escapeAttribute(page.lang)}"`;
  return `<!doctype html>
<html${lang}>
<head>
<meta charset="utf-8">
${head.join("\n")}
</head>
<body>
<h1>${escapeAttribute(wish.title)}</h1>
<p>${escapeAttribute(cut(page.text.main, textLength))}</p>
<p><a href="${escapeAttribute(wish.url)}">${escapeAttribute(wish.url)}</a></p>
</body>
</html>
`;
}

/** Names that networks read beside those which we write. */
const forNetworks =
  /^(og|twitter|article|book|profile|video|music|product|fb|al|telegram|tg|pinterest|fediverse):|^(robots|googlebot|pinterest|telegrambot|author|date|keywords)$/;

function furtherMetas(page: Page, known: ReadonlySet<string>): string[] {
  return page.metas
    .filter(
      ({ name, content }) => forNetworks.test(name) && content.trim() !== "" && !known.has(`meta ${name}`),
    )
    .filter(({ name }) => !/^og:image(:|$)|^twitter:(title|description)$/.test(name))
    .slice(0, most.metas)
    .map(({ name, content }) => metaTag(name, cut(onOneLine(content), textLength)).html);
}

function furtherLinks(page: Page): string[] {
  const wanted = new Set(["icon", "apple-touch-icon", "image_src", "author", "me", "site.standard.document"]);
  return page.links
    .filter(
      ({ rel, type }) =>
        rel.some((word) => wanted.has(word)) ||
        type?.includes("oembed") ||
        type === "application/activity+json",
    )
    .flatMap(({ rel, url, type }) => {
      if (url === undefined) return [];
      const typed = type === undefined ? "" : ` type="${escapeAttribute(type)}"`;
      return [`<link rel="${escapeAttribute(rel.join(" "))}"${typed} href="${escapeAttribute(url)}">`];
    })
    .slice(0, most.metas);
}

function ownData(page: Page): string[] {
  return page.structuredData
    .filter(({ value, source }) => value !== undefined && source.length <= most.dataBytes)
    .slice(0, 3)
    .map(({ value }) => dataTag(value).html);
}
