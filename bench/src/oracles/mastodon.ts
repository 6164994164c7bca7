/**
 * Mastodon's `LinkDetailsExtractor`, ported line by line: app/lib/link_details_extractor.rb of mastodon/mastodon at
 * 0ca70415, Copyright Mastodon gGmbH and contributors, AGPL-3.0. Kept apart from the audit, to compare it with; it
 * shares no code with it. Where Ruby parses with libxml2, this parses as HTML5 does.
 */
import { decode } from "html-entities";
import { attributeOf, find, resolveUrl, textOf, type Dom } from "./dom.ts";
import type { OracleCard } from "./oracle.ts";

const cdataJunk =
  /^\s*((\/\*\s*<!\[CDATA\[\s*\*\/)|(\/\/\s*<!\[CDATA\[)|(\/\*\s*\]\]>\s*\*\/)|(\/\/\s*\]\]>))\s*$/gm;

type Json = Readonly<Record<string, unknown>>;

export function mastodonOracle(dom: Dom): OracleCard | undefined {
  const data = structuredData(dom);
  const title = decode(stringOf(data?.["headline"]) ?? titleOf(dom));
  if (title.trim() === "") return undefined;
  return {
    title,
    description: decode(stringOf(data?.["description"]) ?? described(dom)),
    siteName: decode(nameOf(data?.["publisher"]) ?? siteOf(dom)),
    author: decode(nameOf(data?.["author"]) ?? authorOf(dom)),
    image: imageOf(dom),
  };
}

function titleOf(dom: Dom): string {
  const tagged = openGraph(dom, "og:title");
  if (tagged !== undefined) return tagged;
  const found = find(dom, "title", () => true);
  return found ? textOf(found) : "";
}

const described = (dom: Dom): string =>
  openGraph(dom, "og:description") ?? metaNamed(dom, "description") ?? "";

const siteOf = (dom: Dom): string => openGraph(dom, "og:site_name") ?? "";

const authorOf = (dom: Dom): string =>
  openGraph(dom, "og:author") ?? openGraph(dom, "og:author:username") ?? "";

/** `valid_url_or_nil` */
function imageOf(dom: Dom): string | undefined {
  const image = openGraph(dom, "og:image");
  return image === undefined || image.trim() === "" || image === "null"
    ? undefined
    : resolveUrl(image, dom.url);
}

/** `//meta[@property="…" or @name="…"]`, and of the first one its content, which may be empty. */
function openGraph(dom: Dom, name: string): string | undefined {
  const found = find(dom, "meta", (each) =>
    [attributeOf(each, "property"), attributeOf(each, "name")].includes(name),
  );
  return found && attributeOf(found, "content");
}

function metaNamed(dom: Dom, name: string): string | undefined {
  const found = find(dom, "meta", (each) => attributeOf(each, "name") === name);
  return found && attributeOf(found, "content");
}

function structuredData(dom: Dom): Json | undefined {
  for (const element of dom.elements) {
    if (element.tagName !== "script" || attributeOf(element, "type") !== "application/ld+json") continue;
    const found = describing(decode(textOf(element).replaceAll(cdataJunk, "")));
    if (found) return found;
  }
  return undefined;
}

function describing(source: string): Json | undefined {
  try {
    const root: unknown = JSON.parse(source);
    const all = (Array.isArray(root) ? root : [root]).map(objectOf);
    return all.find((each) => each?.["@type"] === "NewsArticle" || each?.["@type"] === "WebPage");
  } catch {
    return undefined;
  }
}

const nameOf = (value: unknown): string | undefined =>
  stringOf(objectOf(Array.isArray(value) ? value[0] : value)?.["name"]);

const objectOf = (value: unknown): Json | undefined =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;

const stringOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
