import type { ReadPage } from "../audit.ts";
import { decode, decodeAs, encodingOf, encodingOfMeta, type Decoded, type Encoded } from "./decode.ts";
import { gather, firstWith, type Found, type Gathered } from "./gather.ts";
import type { Charset, Head } from "./page.ts";
import { parseHtml, type ParsedHtml } from "./parse-html.ts";
import { createPlaces } from "./places.ts";
import {
  isStructuredData,
  readAnchor,
  readByline,
  readHeading,
  readLink,
  readMeta,
  readMetaCharset,
  readPicture,
  readScript,
  readStructuredData,
  readTime,
  readTitle,
  resolve,
  type Reading,
} from "./read-elements.ts";

/**
 * Reads a page from an answer's bytes: decoded in WHATWG's order, parsed by the HTML5 algorithm without scripting.
 * Pure, and never throws: any bytes are some page. JSON-LD is parsed strictly; `describePage` reads it leniently.
 */
export const readPage: ReadPage = ({ url, ...encoded }) => {
  const { decoded, parsed, gathered } = readTree(encoded);
  const { found } = gathered;
  const text = gathered.text.finish();
  const base = firstWith(found.get("base"), "href");
  const reading: Reading = {
    source: decoded.text,
    baseUrl: (base === undefined ? undefined : resolve(base, url)) ?? url,
    placeOf: createPlaces(decoded.text, decoded.name === "utf-8" ? decoded.markLength : 0),
    textOf: ({ textStart, textEnd }, limit) => gathered.text.between(textStart, textEnd, limit),
    firstLineOf: ({ textStart, textEnd }, limit) => gathered.text.firstLine(textStart, textEnd, limit),
  };
  const read = <Part>(kind: string, readOne: (one: Found, how: Reading) => Part | undefined): Part[] =>
    (found.get(kind) ?? []).flatMap((one) => readOne(one, reading) ?? []);
  const metas = read("meta", readMeta);
  const scripts = found.get("script") ?? [];
  return {
    url,
    baseUrl: reading.baseUrl,
    byteLength: encoded.body.byteLength,
    isTruncated: encoded.isTruncated || parsed.isCut,
    charset: readCharset(decoded, found.get("meta") ?? [], reading),
    lang: firstWith(found.get("html"), "lang"),
    title: read("title", readTitle)[0],
    metas,
    links: read("link", readLink),
    head: readHead(parsed, metas, reading),
    structuredData: scripts.filter(isStructuredData).map((one) => readStructuredData(one, reading)),
    headings: read("heading", readHeading),
    anchors: [...read("a", readAnchor), ...read("area", readAnchor)],
    pictures: read("img", readPicture),
    scripts: scripts.filter((one) => !isStructuredData(one)).map((one) => readScript(one, reading)),
    times: inOrder([...read("time", readTime), ...read("date", readTime)]),
    bylines: read("byline", readByline).slice(0, maxBylines),
    text,
  };
};

/** A page of comments has one for each of them; the material's own stands before. */
const maxBylines = 50;

interface Tree {
  readonly decoded: Decoded;
  readonly parsed: ParsedHtml;
  readonly gathered: Gathered;
}

/**
 * Where neither the header nor the first 1024 bytes told the encoding, a `<meta>` further on still may: browsers begin
 * anew then, and so does this.
 */
function readTree(encoded: Encoded): Tree {
  const first = treeOf(decode(encoded));
  if (first.decoded.source !== "default") return first;
  const label = readMetaCharset(first.gathered.found.get("meta") ?? [])?.label;
  const name = label === undefined ? undefined : encodingOfMeta(label);
  if (name === undefined) return first;
  if (name === first.decoded.name) return { ...first, decoded: { ...first.decoded, source: "meta" } };
  return treeOf(decodeAs(encoded, name, "meta"));
}

function treeOf(decoded: Decoded): Tree {
  const parsed = parseHtml(decoded.text);
  return { decoded, parsed, gathered: gather(parsed.document) };
}

function readCharset(
  { name, source, isValid }: Decoded,
  metas: readonly Found[],
  { placeOf }: Reading,
): Charset {
  const said = readMetaCharset(metas);
  return {
    name,
    source,
    isValid,
    metaEnd: said && placeOf(said.end).offset,
    metaName: said && (encodingOf(said.label) ?? said.label.toLowerCase()),
  };
}

function readHead(
  { headEnd, isHeadClosedEarly }: ParsedHtml,
  metas: readonly { readonly isInHead: boolean; readonly by: string }[],
  { placeOf, source }: Reading,
): Head {
  if (!headEnd)
    return { end: placeOf({ offset: source.length, line: countLines(source) }), closedEarlyBy: undefined };
  const end = placeOf(headEnd);
  const isByTag = /^(\/|body$)/.test(headEnd.name) && headEnd.name !== "/br";
  const isStranded = !isByTag && metas.some(({ isInHead, by }) => !isInHead && by !== "itemprop");
  const isEarly = isHeadClosedEarly || isStranded;
  return { end, closedEarlyBy: isEarly ? { ...end, name: headEnd.name.replace("/", "") } : undefined };
}

function countLines(text: string): number {
  return (text.match(/\r\n?|\n/g)?.length ?? 0) + 1;
}

const inOrder = <Placed extends { readonly offset: number }>(places: Placed[]): Placed[] =>
  places.sort((a, b) => a.offset - b.offset);
