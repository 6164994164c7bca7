import { parseFragment } from "parse5";
import type { PageHead } from "./page-tags.ts";
import type { HeadScan, HeadTag } from "./scan-head.ts";
import { onOneLine } from "./write-tag.ts";

/** A meta with what must be known to judge whether it may stay. */
export type ScannedMeta = PageHead["metas"][number] & { readonly isQuoted: boolean; readonly tag: HeadTag };
export type ScannedLink = PageHead["links"][number] & { readonly tag: HeadTag };

/** A head that was scanned, in words: a `PageHead` whose parts know the tags that they came from. */
export interface ScannedHead extends PageHead {
  readonly metas: readonly ScannedMeta[];
  readonly links: readonly ScannedLink[];
  readonly titles: readonly { readonly text: string; readonly tag: HeadTag }[];
  readonly scripts: readonly { readonly src: string; readonly tag: HeadTag }[];
}

/** Puts a scan into words. `url` is the page's address. */
export function headOf(scan: HeadScan, url: string, charset: string): ScannedHead {
  const decode = decoderOf(charset);
  const tags = scan.tags.map((tag) => ({ tag, attributes: attributesOf(tag, decode) }));
  const named = (name: string) => tags.filter(({ tag }) => tag.name === name);
  const base = named("base")
    .find(({ attributes }) => attributes.has("href"))
    ?.attributes.get("href");
  const baseUrl = URL.parse(base ?? "", url)?.href ?? url;
  const titles = named("title").map(({ tag }) => ({ text: onOneLine(decode(tag.content ?? "")), tag }));
  return {
    url,
    baseUrl,
    lang: langOf(scan, decode),
    title:
      titles.find(({ tag, text }) => tag.isInHead && text !== "") ?? titles.find(({ text }) => text !== ""),
    titles,
    metas: named("meta").flatMap(({ tag, attributes }) => metaOf(tag, attributes)),
    links: named("link").flatMap(({ tag, attributes }) => linkOf(tag, attributes, baseUrl)),
    structuredData: named("script").flatMap(({ tag, attributes }) =>
      attributes.get("type")?.trim().toLowerCase() === "application/ld+json"
        ? [{ value: jsonOf(decodeBytes(charset, tag.content ?? "")) }]
        : [],
    ),
    scripts: named("script").flatMap(({ tag, attributes }) => {
      const src = attributes.get("src");
      return src === undefined ? [] : [{ src, tag }];
    }),
  };
}

type Attributes = ReadonlyMap<string, string>;
type Decode = (binary: string) => string;

const attributesOf = (tag: HeadTag, decode: Decode): Attributes =>
  new Map(tag.attributes.map(({ name, value }) => [name, decode(value)]));

function langOf({ htmlAttributes }: HeadScan, decode: Decode): string | undefined {
  const lang = htmlAttributes.find(({ name }) => name === "lang");
  return lang && decode(lang.value);
}

function metaOf(tag: HeadTag, attributes: Attributes): ScannedMeta[] {
  const by = (["property", "name", "http-equiv", "itemprop"] as const).find((name) => attributes.has(name));
  const content = attributes.get("content");
  if (by === undefined || content === undefined) return [];
  const name = (attributes.get(by) ?? "").trim().toLowerCase();
  const isQuoted = tag.attributes.every((each) => each.isQuoted || !["content", by].includes(each.name));
  return [{ by, name, content, isQuoted, tag }];
}

function linkOf(tag: HeadTag, attributes: Attributes, baseUrl: string): ScannedLink[] {
  const href = attributes.get("href");
  if (href === undefined) return [];
  const rel = (attributes.get("rel") ?? "")
    .toLowerCase()
    .split(/[\t\n\f\r ]+/)
    .filter(Boolean);
  const url = URL.parse(href.trim(), baseUrl)?.href;
  return [{ rel, href, url, type: attributes.get("type"), title: attributes.get("title"), tag }];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function decoderOf(charset: string): Decode {
  return (binary) => {
    const text = decodeBytes(charset, binary);
    return text.includes("&") ? decodeReferences(text) : text;
  };
}

function decodeBytes(charset: string, binary: string): string {
  return /^[\0-\x7F]*$/.test(binary)
    ? binary
    : new TextDecoder(charset).decode(Buffer.from(binary, "latin1"));
}

/** Character references by the standard's table, as an attribute's value. */
function decodeReferences(text: string): string {
  const [element] = parseFragment(`<i title="${text.replaceAll('"', "&quot;")}">`).childNodes;
  return element && "attrs" in element ? (element.attrs[0]?.value ?? text) : text;
}
