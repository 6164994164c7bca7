import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { NewPassage } from "./keep-passages.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Sheet {
  readonly html: string;
  readonly title: string;
  readonly url: string;
}

const longest = { passages: 120, passage: 1200, heading: 200, nodes: 200_000 };
/** Less than that under a heading says nothing by itself: it goes on under the next. */
const leastLength = 40;

/** What a reader does not come for, and what is no text. */
const left =
  /^(script|style|noscript|template|svg|math|nav|header|footer|aside|form|button|select|textarea|iframe|object|dialog|head)$/;
const blocks =
  /^(address|article|blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|main|ol|p|pre|section|table|td|th|tr|ul|summary|details)$/;

/**
 * Cuts a page into passages: what stands under one heading, in pieces of at most 1,200 characters. The material alone,
 * where `<main>` or `<article>` tell it apart. Takes time in proportion to the page. Pure.
 */
export function splitPage({ html, title, url }: Sheet): NewPassage[] {
  const document = parse(html, { scriptingEnabled: false });
  const sections = gather(materialOf(document.childNodes));
  return sections
    .flatMap(({ heading, anchor, text }) =>
      piecesOf(text).map((piece) => ({
        title,
        heading: heading === "" || heading === title ? null : heading,
        url: anchor === undefined ? url : `${url}#${encodeURIComponent(anchor)}`,
        text: piece,
        isPinned: false,
      })),
    )
    .slice(0, longest.passages);
}

/** The first `<main>`, else all `<article>`s, else everything. */
function materialOf(nodes: readonly Node[]): readonly Node[] {
  const found = { main: new Array<Element>(), article: new Array<Element>() };
  const stack = [...nodes];
  for (let seen = 0; stack.length > 0 && seen < longest.nodes; seen += 1) {
    const node = stack.shift();
    if (!node || !("tagName" in node)) continue;
    if (node.tagName === "main" || hasRole(node, "main")) found.main.push(node);
    else if (node.tagName === "article") found.article.push(node);
    else stack.unshift(...node.childNodes);
  }
  if (found.main.length > 0) return found.main.slice(0, 1);
  return found.article.length > 0 ? found.article : nodes;
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;
const hasRole = (element: Element, role: string): boolean => attribute(element, "role") === role;

interface Section {
  heading: string;
  anchor: string | undefined;
  text: string;
}

/** Walks without recursion: pages are nested as deep as their makers like. */
function gather(nodes: readonly Node[]): readonly Section[] {
  const sections: Section[] = [{ heading: "", anchor: undefined, text: "" }];
  const stack: (Node | "break")[] = nodes.toReversed();
  for (let seen = 0; stack.length > 0 && seen < longest.nodes; seen += 1) {
    const node = stack.pop();
    const section = sections.at(-1);
    if (node === undefined || section === undefined) break;
    if (node === "break") section.text += "\n";
    else if ("tagName" in node) enter(node, sections, stack);
    else if (node.nodeName === "#text" && "value" in node) section.text += node.value.replace(/\s+/gu, " ");
  }
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}

function enter(element: Element, sections: Section[], stack: (Node | "break")[]): void {
  if (left.test(element.tagName) || isHidden(element)) return;
  if (/^h[1-6]$/.test(element.tagName)) return begin(element, sections);
  const isBlock = blocks.test(element.tagName);
  if (isBlock) stack.push("break");
  stack.push(...element.childNodes.toReversed());
  if (isBlock) stack.push("break");
}

/** A heading begins a section, unless the one before has hardly any text: then it is one heading more of the same. */
function begin(element: Element, sections: Section[]): void {
  const heading = tidy(textOf(element)).slice(0, longest.heading);
  const anchor = attribute(element, "id") ?? anchorWithin(element);
  const last = sections.at(-1);
  const isEmpty = last !== undefined && tidy(last.text).length < leastLength;
  if (last && isEmpty && (last.heading === "" || element.tagName !== "h1"))
    Object.assign(last, { heading: heading || last.heading, anchor: anchor ?? last.anchor });
  else sections.push({ heading, anchor, text: "" });
}

function anchorWithin(element: Element): string | undefined {
  const inner = element.childNodes.find(
    (node): node is Element => "tagName" in node && attribute(node, "id") !== undefined,
  );
  return inner && attribute(inner, "id");
}

const isHidden = (element: Element): boolean =>
  attribute(element, "hidden") !== undefined ||
  attribute(element, "aria-hidden") === "true" ||
  element.tagName.startsWith("samovar-");

function textOf(element: Element): string {
  const stack: Node[] = [element];
  let text = "";
  for (let seen = 0; stack.length > 0 && seen < 2000; seen += 1) {
    const node = stack.pop();
    if (node === undefined) break;
    if ("tagName" in node) stack.push(...node.childNodes.toReversed());
    else if ("value" in node) text += node.value;
  }
  return text;
}

const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter(Boolean)
    .join("\n");

/** At the ends of lines, else of sentences, else of words. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest.passage && pieces.length < longest.passages) {
    const head = rest.slice(0, longest.passage);
    const ends = [head.lastIndexOf("\n"), head.search(/[.!?…](?=[^.!?…]*$)/u) + 1, head.lastIndexOf(" ")];
    const end = ends.find((at) => at > longest.passage / 3) ?? longest.passage;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest].filter((piece) => piece.length >= leastLength);
}
