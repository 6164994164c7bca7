import type { FontTables } from "./font-tables.ts";

/** Which glyph a font has for a character; undefined where it has none. */
export type CharacterMap = (codePoint: number) => number | undefined;

interface Segment {
  readonly first: number;
  readonly last: number;
  readonly glyphOf: (codePoint: number) => number;
}

/** Reads `cmap`: format 12 (all of Unicode) where there is one, else format 4. A font without either has nothing. */
export function readCharacterMap(tables: FontTables): CharacterMap {
  const cmap = tables.get("cmap");
  const segments = cmap ? readSegments(cmap) : [];
  return (codePoint) => {
    const segment = findSegment(segments, codePoint);
    const glyph = segment?.glyphOf(codePoint);
    return glyph === 0 ? undefined : glyph;
  };
}

function readSegments(cmap: Buffer): readonly Segment[] {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + 8 * index),
  );
  const full = offsets.find((offset) => cmap.readUInt16BE(offset) === 12);
  if (full !== undefined) return readFormat12(cmap.subarray(full));
  const basic = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  return basic === undefined ? [] : readFormat4(cmap.subarray(basic));
}

function readFormat12(table: Buffer): readonly Segment[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index) => {
    const at = 16 + 12 * index;
    const first = table.readUInt32BE(at);
    const glyph = table.readUInt32BE(at + 8);
    return {
      first,
      last: table.readUInt32BE(at + 4),
      glyphOf: (codePoint: number) => glyph + codePoint - first,
    };
  });
}

function readFormat4(table: Buffer): readonly Segment[] {
  const doubled = table.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled];
  return Array.from({ length: doubled / 2 }, (_, index) => {
    const first = table.readUInt16BE(starts + 2 * index);
    const delta = table.readUInt16BE(deltas + 2 * index);
    const place = ranges + 2 * index;
    const range = table.readUInt16BE(place);
    return {
      first,
      last: table.readUInt16BE(ends + 2 * index),
      glyphOf(codePoint: number) {
        if (range === 0) return (codePoint + delta) & 0xffff;
        const at = place + range + 2 * (codePoint - first);
        const glyph = at + 2 <= table.length ? table.readUInt16BE(at) : 0;
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      },
    };
  });
}

/** Segments stand in order, so half of them is left out with each look. */
function findSegment(segments: readonly Segment[], codePoint: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (!segment) return undefined;
    if (codePoint > segment.last) low = middle + 1;
    else if (codePoint < segment.first) high = middle - 1;
    else return segment;
  }
  return undefined;
}
