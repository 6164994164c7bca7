import { attribute, isBlock, isHtml, surroundingsIn } from "./elements.ts";
import type { Document, Element } from "./parse-html.ts";
import { VisibleText } from "./visible-text.ts";
import { walk, type Surroundings } from "./walk.ts";

/** An element that the page is read from, with where it stands and which part of the visible text is its own. */
export interface Found {
  readonly element: Element;
  readonly around: Surroundings;
  readonly textStart: number;
  textEnd: number;
}

export interface Gathered {
  /** By tag name, in tree order; `date` and `byline` hold what attributes call so, whatever the tag. */
  readonly found: ReadonlyMap<string, readonly Found[]>;
  readonly text: VisibleText;
}

/** Finds in the tree all that a page is read from, in one walk. Only elements of HTML: an SVG has titles of its own. */
export function gather(document: Document): Gathered {
  const found = new Map<string, Found[]>();
  const text = new VisibleText();
  const open: Found[] = [];

  function note(element: Element, around: Surroundings): void {
    const kinds = kindsOf(element);
    if (kinds.length === 0) return;
    const here: Found = { element, around, textStart: text.length, textEnd: text.length };
    open.push(here);
    for (const kind of kinds) add(found, kind, here);
  }

  walk(document, {
    open(element, outside) {
      const inside = surroundingsIn(element, outside);
      if (!isHtml(element)) return inside;
      if (isBlock(element)) text.openBlock(element.tagName, outside);
      else if (element.tagName === "br" && !outside.isSilent) text.breakLine(outside);
      note(element, inside);
      return inside;
    },
    text(value, around) {
      if (!around.isSilent) text.add(value, around);
    },
    close(element, inside) {
      if (open.at(-1)?.element === element) {
        const here = open.pop();
        if (here) here.textEnd = text.length;
      }
      if (isHtml(element) && isBlock(element)) text.closeBlock(inside);
    },
  });
  return { found, text };
}

function add(found: Map<string, Found[]>, kind: string, here: Found): void {
  const list = found.get(kind);
  if (list) list.push(here);
  else found.set(kind, [here]);
}

const readTags: ReadonlyMap<string, string> = new Map([
  ...["html", "title", "base", "meta", "link", "script", "a", "area", "img", "time"].map(
    (name): [string, string] => [name, name],
  ),
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name): [string, string] => [name, "heading"]),
]);

function kindsOf(element: Element): string[] {
  const byTag = readTags.get(element.tagName);
  const kinds = byTag === undefined ? [] : [byTag];
  if (element.tagName === "meta" || element.tagName === "link") return kinds;
  for (const { name, value } of element.attrs) {
    if (name === "itemprop" && /\bdate(published|created)\b/i.test(value) && byTag !== "time")
      kinds.push("date");
    if (isBylineMark(name, value)) {
      kinds.push("byline");
      break;
    }
  }
  return kinds;
}

function isBylineMark(name: string, value: string): boolean {
  if (name === "itemprop" || name === "rel") return /\bauthor\b/i.test(value);
  return (name === "class" || name === "id") && /author|byline/i.test(value);
}

export const firstWith = (found: readonly Found[] | undefined, name: string): string | undefined =>
  found?.map(({ element }) => attribute(element, name)).find((value) => value !== undefined);
