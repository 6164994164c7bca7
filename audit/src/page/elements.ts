import { html } from "parse5";
import type { Element, TextPosition } from "./parse-html.ts";
import type { Surroundings } from "./walk.ts";

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** Words of a space-separated list, in lower case. */
export function words(list: string | undefined): string[] {
  return list === undefined ? [] : (list.toLowerCase().match(/[^ \t\n\f\r]+/g) ?? []);
}

/** Where the element's tag begins; an element that the parser made up begins nowhere. */
export function positionOf({ sourceCodeLocation }: Element): TextPosition {
  return { offset: sourceCodeLocation?.startOffset ?? 0, line: sourceCodeLocation?.startLine ?? 1 };
}

export const isHtml = ({ namespaceURI }: Element): boolean => namespaceURI === html.NS.HTML;

export const isBlock = (element: Element): boolean => blocks.has(element.tagName);

/** What holds inside an element that stands in `outside`. The same object where it changes nothing. */
export function surroundingsIn(element: Element, outside: Surroundings): Surroundings {
  const { tagName } = element;
  if (!isHtml(element)) return outside.isSilent ? outside : { ...outside, isSilent: true };
  const isMarked = marked.has(tagName) || element.attrs.some(({ name }) => markingAttributes.has(name));
  return isMarked ? readMarks(element, outside) : outside;
}

function readMarks(element: Element, outside: Surroundings): Surroundings {
  const { tagName } = element;
  const role = attribute(element, "role")?.toLowerCase() ?? "";
  return {
    isInHead: outside.isInHead || tagName === "head",
    isSilent: outside.isSilent || silent.has(tagName) || isHidden(element),
    isFurniture: outside.isFurniture || furniture.has(tagName) || furnitureRoles.has(role),
    isLinked: outside.isLinked || isLink(element),
    isMaterial: outside.isMaterial || isMaterial(element, role),
  };
}

const isLink = (element: Element) => element.tagName === "a" && attribute(element, "href") !== undefined;

function isMaterial(element: Element, role: string): boolean {
  if (material.has(element.tagName) || role === "main" || role === "article") return true;
  return words(attribute(element, "itemprop")).includes("articlebody");
}

/** A whole page that starts hidden is shown by its script. */
function isHidden(element: Element): boolean {
  if (element.tagName === "body" || element.tagName === "html") return false;
  if (attribute(element, "hidden") !== undefined) return true;
  return /display\s*:\s*none/i.test(attribute(element, "style") ?? "");
}

const silent = new Set(
  "head script style noscript template iframe textarea select datalist object video audio canvas noframes noembed".split(
    " ",
  ),
);
const furniture = new Set(["nav", "header", "footer", "aside"]);
const furnitureRoles = new Set(["navigation", "banner", "contentinfo", "complementary", "search"]);
const material = new Set(["main", "article"]);
const marked = new Set([...silent, ...furniture, ...material, "a"]);
const markingAttributes = new Set(["role", "hidden", "style", "itemprop"]);
const blocks = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section summary
  table tbody td tfoot th thead tr ul`.split(/\s+/),
);
