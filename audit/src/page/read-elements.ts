import { charsetOf } from "./decode.ts";
import { attribute, positionOf, words } from "./elements.ts";
import type { Found } from "./gather.ts";
import type {
  Anchor,
  Byline,
  Heading,
  HeadLink,
  Meta,
  Page,
  Picture,
  Place,
  StructuredData,
  TextPlace,
  TimeMark,
} from "./page.ts";
import type { Element, TextPosition } from "./parse-html.ts";

/** What turns found elements into parts of a page. */
export interface Reading {
  readonly source: string;
  readonly baseUrl: string;
  readonly placeOf: (position: TextPosition) => Place;
  /** Visible text of the element in one line. */
  readonly textOf: (found: Found, limit: number) => string;
  /** The same up to the first block's end. */
  readonly firstLineOf: (found: Found, limit: number) => string;
}

const headingLimit = 1000;
const anchorLimit = 500;
const bylineLimit = 300;
const sourceLimit = 500;

export const resolve = (reference: string, baseUrl: string): string | undefined =>
  URL.parse(reference, baseUrl)?.href;

/** Text as the parser has it, with nothing collapsed: a title, a script. */
export const rawText = ({ childNodes }: Element): string =>
  childNodes.map((child) => ("value" in child ? child.value : "")).join("");

export function readTitle({ element }: Found, { placeOf }: Reading): TextPlace {
  return { text: rawText(element), ...placeOf(positionOf(element)) };
}

export function readMeta({ element, around }: Found, reading: Reading): Meta | undefined {
  const naming = namingOf(element);
  const content = attribute(element, naming?.by === "charset" ? "charset" : "content");
  if (!naming || content === undefined) return undefined;
  const second = naming.by === "property" ? attribute(element, "name") : undefined;
  return {
    ...naming,
    secondName: second?.trim().toLowerCase(),
    content,
    isQuoted: isQuoted(element, naming.by, reading.source),
    isInHead: around.isInHead,
    source: sourceOf(element, reading.source),
    ...reading.placeOf(positionOf(element)),
  };
}

const namingAttributes = ["property", "name", "http-equiv", "itemprop"] as const;

function namingOf(element: Element): Pick<Meta, "by" | "name"> | undefined {
  for (const by of namingAttributes) {
    const name = attribute(element, by)?.trim().toLowerCase();
    if (name !== undefined && name !== "") return { by, name };
  }
  return attribute(element, "charset") === undefined ? undefined : { by: "charset", name: "charset" };
}

function isQuoted({ sourceCodeLocation }: Element, by: string, source: string): boolean {
  const places = sourceCodeLocation?.attrs ?? {};
  return [by, "content"].every((name) => {
    const place = places[name];
    return !place || /["']$/.test(source.slice(place.startOffset, place.endOffset));
  });
}

function sourceOf({ sourceCodeLocation }: Element, source: string): string {
  if (!sourceCodeLocation) return "";
  const { startOffset, endOffset } = sourceCodeLocation;
  return source.slice(startOffset, Math.min(endOffset, startOffset + sourceLimit));
}

/** What a `<meta>` says of the document's encoding, and where that tag ends in the source. */
export function readMetaCharset(
  metas: readonly Found[],
): { readonly label: string; readonly end: TextPosition } | undefined {
  for (const { element } of metas) {
    const label = charsetLabel(element);
    const place = element.sourceCodeLocation;
    if (label !== undefined && place) return { label, end: { offset: place.endOffset, line: place.endLine } };
  }
  return undefined;
}

function charsetLabel(element: Element): string | undefined {
  const plain = attribute(element, "charset")?.trim();
  if (plain !== undefined && plain !== "") return plain;
  const isContentType = attribute(element, "http-equiv")?.trim().toLowerCase() === "content-type";
  return isContentType ? charsetOf(attribute(element, "content")) : undefined;
}

export function readLink({ element, around }: Found, reading: Reading): HeadLink | undefined {
  const href = attribute(element, "href");
  if (href === undefined) return undefined;
  return {
    rel: words(attribute(element, "rel")),
    href,
    url: resolve(href, reading.baseUrl),
    type: attribute(element, "type"),
    title: attribute(element, "title"),
    hreflang: attribute(element, "hreflang"),
    sizes: attribute(element, "sizes"),
    isInHead: around.isInHead,
    ...reading.placeOf(positionOf(element)),
  };
}

export function readHeading(found: Found, reading: Reading): Heading {
  return {
    level: headingLevels.get(found.element.tagName) ?? 6,
    id: attribute(found.element, "id")?.trim() || undefined,
    text: reading.textOf(found, headingLimit),
    ...reading.placeOf(positionOf(found.element)),
  };
}

const headingLevels: ReadonlyMap<string, Heading["level"]> = new Map([
  ["h1", 1],
  ["h2", 2],
  ["h3", 3],
  ["h4", 4],
  ["h5", 5],
]);

export function readAnchor(found: Found, reading: Reading): Anchor | undefined {
  const href = attribute(found.element, "href");
  if (href === undefined) return undefined;
  return {
    url: resolve(href, reading.baseUrl),
    text: reading.textOf(found, anchorLimit),
    rel: words(attribute(found.element, "rel")),
    isFurniture: found.around.isFurniture,
    ...reading.placeOf(positionOf(found.element)),
  };
}

export function readPicture({ element }: Found, { baseUrl, placeOf }: Reading): Picture {
  const src = attribute(element, "src")?.trim();
  return {
    url: src === undefined || src === "" ? undefined : resolve(src, baseUrl),
    alt: attribute(element, "alt"),
    width: readPixels(attribute(element, "width")),
    height: readPixels(attribute(element, "height")),
    ...placeOf(positionOf(element)),
  };
}

/** HTML's rule for dimensions: digits at the beginning count, per cent are no pixels. */
function readPixels(value: string | undefined): number | undefined {
  const digits = /^\s*(\d+)(?!\d*(\.\d*)?%)/.exec(value ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function readScript({ element }: Found, { placeOf }: Reading): Page["scripts"][number] {
  const src = attribute(element, "src");
  const isDeferred = ["async", "defer", "nomodule"].some((name) => attribute(element, name) !== undefined);
  return {
    src,
    isBlocking: src !== undefined && !isDeferred && attribute(element, "type")?.toLowerCase() !== "module",
    offset: placeOf(positionOf(element)).offset,
  };
}

export const isStructuredData = ({ element }: Found): boolean =>
  /^\s*application\/ld\+json\s*(;|$)/i.test(attribute(element, "type") ?? "");

/** Strict JSON: what wraps it in comments or CDATA is an error here, though some readers look through that. */
export function readStructuredData({ element }: Found, { placeOf }: Reading): StructuredData {
  const source = rawText(element);
  return { source, ...parseStrictly(source), ...placeOf(positionOf(element)) };
}

function parseStrictly(source: string): Pick<StructuredData, "value" | "error"> {
  try {
    const value: unknown = JSON.parse(source);
    return { value, error: undefined };
  } catch (error) {
    return { value: undefined, error: error instanceof Error ? error.message : String(error) };
  }
}

export function readTime(found: Found, reading: Reading): TimeMark {
  const { element, around } = found;
  return {
    datetime: attribute(element, "datetime") ?? attribute(element, "content"),
    text: reading.textOf(found, bylineLimit),
    itemprop: words(
      attribute(element, "pubdate") === undefined ? attribute(element, "itemprop") : "datepublished",
    ),
    isFurniture: around.isFurniture,
    ...reading.placeOf(positionOf(element)),
  };
}

export function readByline(found: Found, reading: Reading): Byline {
  const { element, around } = found;
  return {
    by: bylineMark(element),
    text: reading.firstLineOf(found, bylineLimit),
    isFurniture: around.isFurniture,
    ...reading.placeOf(positionOf(element)),
  };
}

function bylineMark(element: Element): Byline["by"] {
  if (words(attribute(element, "itemprop")).includes("author")) return "itemprop";
  return words(attribute(element, "rel")).includes("author") ? "rel" : "class";
}
