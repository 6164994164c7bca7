import type { PageTags } from "./page-tags.ts";

/** One tag of a head. Tags with the same key stand for one another; a group is replaced as a whole. */
export interface Tag {
  /** `title`, `meta og:title`, `link canonical`, `link alternate <url>`, `script <src>`, `data`. */
  readonly key: string;
  /** Tags whose order or number matters: `image`, `article:tag`. */
  readonly group: string | undefined;
  readonly html: string;
  /** What a reader gets from it, to be compared with what stands there. */
  readonly value: string;
}

/** A value for a double-quoted attribute. Line breaks become spaces: not every reader of tags is a parser. */
export const escapeAttribute = (text: string) =>
  onOneLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

export const onOneLine = (text: string) => text.replaceAll(/[\s\0]+/g, " ").trim();

const escapeText = (text: string) =>
  onOneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export function titleTag(title: string): Tag {
  return {
    key: "title",
    group: undefined,
    html: `<title>${escapeText(title)}</title>`,
    value: onOneLine(title),
  };
}

/** Open Graph and its relatives are RDFa and stand in `property`; everything else is a `name`. */
export const attributeFor = (name: string): "property" | "name" =>
  /^(og|article|book|profile|video|music|product|fb|al):/.test(name) ? "property" : "name";

export function metaTag(name: string, value: string, group?: string): Tag {
  const html = `<meta ${attributeFor(name)}="${name}" content="${escapeAttribute(value)}">`;
  return { key: `meta ${name}`, group, html, value: onOneLine(value) };
}

export function linkTag(
  rel: "canonical" | "alternate",
  url: string,
  more: { readonly type?: string; readonly title?: string | undefined } = {},
): Tag {
  const type = more.type === undefined ? "" : ` type="${escapeAttribute(more.type)}"`;
  const title = more.title === undefined ? "" : ` title="${escapeAttribute(more.title)}"`;
  return {
    key: rel === "canonical" ? "link canonical" : `link alternate ${url}`,
    group: undefined,
    html: `<link rel="${rel}"${type} href="${escapeAttribute(url)}"${title}>`,
    value: url,
  };
}

export function scriptTag({ src, siteKey }: NonNullable<PageTags["script"]>): Tag {
  const html = `<script async src="${escapeAttribute(src)}" data-site="${escapeAttribute(siteKey)}"></script>`;
  return { key: `script ${src}`, group: undefined, html, value: src };
}

/** JSON-LD. `<` is written as an escape of JSON, so that no text in it ends the script. */
export function dataTag(value: unknown): Tag {
  const json = JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
  return {
    key: "data",
    group: undefined,
    html: `<script type="application/ld+json">${json}</script>`,
    value: json,
  };
}

/** In ASCII alone, for pages whose charset is not known to be UTF-8: references in tags, escapes in JSON. */
export function inAscii({ html, key }: Tag): string {
  return key === "data"
    ? html.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    : html.replaceAll(/[^\0-\x7F]/gu, (point) => `&#${point.codePointAt(0)};`);
}
