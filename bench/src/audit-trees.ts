/** Our reading of a page beside the whole tree that parse5 builds of it with nothing left out and nothing added. */
import { readPage } from "@samovar/audit";
import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes } from "parse5";
import type { RealPage } from "./audit-pages.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** Names of the pages that the two read differently. */
export function findOtherwiseRead(pages: readonly RealPage[]): string[] {
  return pages.flatMap(({ collection, name, url, body }) => {
    const page = readPage({ url, body, contentType: "text/html; charset=utf-8", isTruncated: false });
    const ours = {
      title: page.title?.text,
      lang: page.lang,
      metas: page.metas.map(({ content, isInHead }) => [content, isInHead]),
      links: page.links.map(({ href, isInHead }) => [href, isInHead]),
      levels: page.headings.map(({ level }) => level),
    };
    const theirs = readTree(new TextDecoder().decode(body));
    return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [`${collection}/${name}`];
  });
}

function readTree(source: string) {
  const elements = [...elementsIn(parse(source, { scriptingEnabled: false }))];
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const [title] = named("title");
  return {
    title:
      title &&
      title.childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : "")).join(""),
    lang: named("html")
      .map((element) => value(element, "lang"))
      .find((lang) => lang !== undefined),
    metas: named("meta").flatMap((element) => {
      const isNamed = ["property", "name", "http-equiv", "itemprop"].some((name) =>
        value(element, name)?.trim(),
      );
      const content = value(element, isNamed ? "content" : "charset");
      return content === undefined ? [] : [[content, standsInHead(element)]];
    }),
    links: named("link").flatMap((element) => {
      const href = value(element, "href");
      return href === undefined ? [] : [[href, standsInHead(element)]];
    }),
    levels: elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : [])),
  };
}

/** In tree order; elements of SVG and MathML, and what templates hold, are no part of it. */
function* elementsIn(parent: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (node.namespaceURI === html.NS.HTML) yield node;
    yield* elementsIn(node);
  }
}

function standsInHead({ parentNode }: Element): boolean {
  if (!parentNode || !defaultTreeAdapter.isElementNode(parentNode)) return false;
  return parentNode.tagName === "head" || standsInHead(parentNode);
}

const value = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;
