import type { FontTables } from "./font-tables.ts";

/** A glyph's drawing as a document of its own; undefined where the font has none. */
export type SvgGlyphs = (glyph: number) => string | undefined;

/**
 * Reads the `SVG ` table (OpenType, SVG table). Its documents hold hundreds of glyphs that share shapes, megabytes of
 * them; what comes out holds the one glyph and what it refers to.
 */
export function readSvgGlyphs(tables: FontTables): SvgGlyphs {
  const table = tables.get("SVG ");
  const box = viewBoxOf(tables);
  return (glyph) => {
    const document = table && documentOf(table, glyph);
    return document && cutOut(document, glyph, box);
  };
}

/** Width and height of an emoji's box and its part below the line, in parts of the font size. */
export interface GlyphBox {
  readonly width: number;
  readonly height: number;
  readonly below: number;
}

export function glyphBoxOf(tables: FontTables): GlyphBox {
  const { unit, ascent, descent, advance } = metricsOf(tables);
  return { width: advance / unit, height: (ascent + descent) / unit, below: descent / unit };
}

function viewBoxOf(tables: FontTables): string {
  const { ascent, descent, advance } = metricsOf(tables);
  return `0 ${-ascent} ${advance} ${ascent + descent}`;
}

/** All emoji are of one width: the widest advance. */
function metricsOf(tables: FontTables) {
  const header = tables.get("hhea");
  return {
    unit: tables.get("head")?.readUInt16BE(18) ?? 1024,
    ascent: header?.readInt16BE(4) ?? 950,
    descent: -(header?.readInt16BE(6) ?? -250),
    advance: header?.readUInt16BE(10) ?? 1275,
  };
}

/** The list is in the order of the glyphs. */
function documentOf(table: Buffer, glyph: number): Buffer | undefined {
  const list = table.subarray(table.readUInt32BE(2));
  for (let index = 0; index < list.readUInt16BE(0); index += 1) {
    const at = 2 + 12 * index;
    if (glyph < list.readUInt16BE(at) || glyph > list.readUInt16BE(at + 2)) continue;
    const start = list.readUInt32BE(at + 4);
    return list.subarray(start, start + list.readUInt32BE(at + 8));
  }
  return undefined;
}

function cutOut(document: Buffer, glyph: number, viewBox: string): string | undefined {
  const drawing = elementWithId(document, `glyph${glyph}`);
  if (drawing === undefined) return undefined;
  const shared = new Map<string, string>();
  gatherReferences(document, drawing, shared);
  const definitions = [...shared.values()].join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${viewBox}">` +
    `<defs>${definitions}</defs>${drawing}</svg>`
  );
}

function gatherReferences(document: Buffer, drawing: string, shared: Map<string, string>): void {
  for (const [, byLink, byUrl] of drawing.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)/g)) {
    const id = byLink ?? byUrl ?? "";
    if (shared.has(id)) continue;
    const element = elementWithId(document, id) ?? "";
    shared.set(id, element);
    gatherReferences(document, element, shared);
  }
}

function elementWithId(document: Buffer, id: string): string | undefined {
  const found = document.indexOf(` id="${id}"`);
  if (found < 0) return undefined;
  const start = document.lastIndexOf("<", found);
  const headEnd = document.indexOf(">", found) + 1;
  if (document[headEnd - 2] === slash) return document.toString("utf8", start, headEnd);
  const name = /^<([\w:]+)/.exec(document.toString("latin1", start, start + 40))?.[1] ?? "";
  return document.toString("utf8", start, endOfElement(document, name, headEnd));
}

const slash = 0x2f;

/** Counts how deep elements of this name lie in one another. */
function endOfElement(document: Buffer, name: string, from: number): number {
  let depth = 1;
  let at = from;
  while (depth > 0) {
    const close = document.indexOf(`</${name}>`, at);
    if (close < 0) return document.length;
    depth += openings(document.toString("latin1", at, close), name) - 1;
    at = close + name.length + 3;
  }
  return at;
}

function openings(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`<${name}(?=[\\s>])[^>]*>`, "g"))].filter(
    ([tag]) => !tag.endsWith("/>"),
  ).length;
}
