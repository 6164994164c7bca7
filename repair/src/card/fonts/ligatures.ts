import type { FontTables } from "./font-tables.ts";

/** The one glyph that stands for this row of glyphs; undefined where the font has none. */
export type Ligatures = (glyphs: readonly number[]) => number | undefined;

const ligatureType = 4;
const extensionType = 7;

/** Reads the ligatures of `GSUB`: by them an emoji font draws a family, a flag or a skin tone as one picture. */
export function readLigatures(tables: FontTables): Ligatures {
  const found = new Map<string, number>();
  const gsub = tables.get("GSUB");
  for (const subtable of gsub ? ligatureSubtables(gsub) : []) {
    for (const [glyphs, ligature] of ligaturesOf(subtable)) {
      if (!found.has(glyphs)) found.set(glyphs, ligature);
    }
  }
  return (glyphs) => found.get(glyphs.join(" "));
}

function* ligatureSubtables(gsub: Buffer): Generator<Buffer> {
  const list = gsub.subarray(gsub.readUInt16BE(8));
  for (const lookup of offsetsAt(list, 0)) {
    const table = list.subarray(lookup);
    const type = table.readUInt16BE(0);
    for (const offset of offsetsAt(table, 4)) {
      const subtable = table.subarray(offset);
      if (type === ligatureType) yield subtable;
      else if (type === extensionType && subtable.readUInt16BE(2) === ligatureType)
        yield subtable.subarray(subtable.readUInt32BE(4));
    }
  }
}

function* ligaturesOf(subtable: Buffer): Generator<readonly [string, number]> {
  const firsts = coveredGlyphs(subtable.subarray(subtable.readUInt16BE(2)));
  for (const [index, offset] of offsetsAt(subtable, 4).entries()) {
    const set = subtable.subarray(offset);
    for (const start of offsetsAt(set, 0)) {
      const ligature = set.subarray(start);
      const rest = Array.from({ length: ligature.readUInt16BE(2) - 1 }, (_, at) =>
        ligature.readUInt16BE(4 + 2 * at),
      );
      yield [[firsts[index], ...rest].join(" "), ligature.readUInt16BE(0)];
    }
  }
}

/** A count, and that many offsets behind it. */
function offsetsAt(table: Buffer, at: number): readonly number[] {
  return Array.from({ length: table.readUInt16BE(at) }, (_, index) => table.readUInt16BE(at + 2 + 2 * index));
}

function coveredGlyphs(coverage: Buffer): readonly number[] {
  if (coverage.readUInt16BE(0) === 1) return offsetsAt(coverage, 2);
  const glyphs: number[] = [];
  for (let index = 0; index < coverage.readUInt16BE(2); index += 1) {
    const at = 4 + 6 * index;
    for (let glyph = coverage.readUInt16BE(at); glyph <= coverage.readUInt16BE(at + 2); glyph += 1)
      glyphs.push(glyph);
  }
  return glyphs;
}
