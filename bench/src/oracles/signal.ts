/**
 * Signal Desktop's `parseMetadata`, ported line by line: ts/linkPreviews/linkPreviewFetch.preload.ts of
 * signalapp/Signal-Desktop at 023ae374, Copyright 2020 Signal Messenger, LLC, AGPL-3.0-only. Kept apart from the
 * audit, to compare it with; it shares no code with it.
 */
import { html as htmlNames } from "parse5";
import { attributeOf, find, textOf, type Dom } from "./dom.ts";
import type { OracleCard } from "./oracle.ts";

export function signalOracle(dom: Dom): OracleCard | undefined {
  const title = openGraph(dom, ["og:title"]) ?? documentTitle(dom);
  if (!title) return undefined;
  const described = find(dom, "meta", (each) => attributeOf(each, "name") === "description");
  const rawImage =
    openGraph(dom, ["og:image", "og:image:url"]) ??
    linkHref(dom, ["apple-touch-icon", "apple-touch-icon-precomposed", "shortcut icon", "icon"]);
  const image = rawImage === undefined ? undefined : URL.parse(rawImage, dom.url);
  if (image) image.hash = "";
  return {
    title,
    description:
      openGraph(dom, ["og:description"]) ?? trimmed(described && attributeOf(described, "content")),
    image: image?.href,
  };
}

function openGraph(dom: Dom, properties: readonly string[]): string | undefined {
  for (const property of properties) {
    const found = find(dom, "meta", (each) => attributeOf(each, "property") === property);
    const content = trimmed(found && attributeOf(found, "content"));
    if (content !== undefined) return content;
  }
  return undefined;
}

/** In HTML selectors the values of `rel` are compared without regard to case. */
function linkHref(dom: Dom, rels: readonly string[]): string | undefined {
  for (const rel of rels) {
    const found = find(dom, "link", (each) => attributeOf(each, "rel")?.toLowerCase() === rel);
    const href = trimmed(found && attributeOf(found, "href"));
    if (href !== undefined) return href;
  }
  return undefined;
}

function documentTitle(dom: Dom): string | undefined {
  const found = find(dom, "title", ({ namespaceURI }) => namespaceURI === htmlNames.NS.HTML);
  return trimmed(found && textOf(found).replaceAll(/[\t\n\f\r ]+/g, " "));
}

function trimmed(text: string | undefined): string | undefined {
  const found = text?.trim();
  return found === "" ? undefined : found;
}
