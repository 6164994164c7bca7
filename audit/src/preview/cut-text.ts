import type { TextLimit, TextUnit } from "../networks/network.ts";

/** Graphemes on a line of a phone: lines are a matter of fonts, so that this is an estimate. */
const graphemesInLine = 40;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The text as a network shows it. What it counts in is never cut in the middle of a code point. */
export function cutText(text: string, limit: TextLimit | undefined): string {
  if (!limit) return text;
  const max = limit.unit === "lines" ? limit.max * graphemesInLine : limit.max;
  if (startOf(text, limit.unit, max) === text) return text;
  const keeps = limit.unit === "lines" ? limit.keeps * graphemesInLine - 1 : limit.keeps;
  return startOf(text, limit.unit, keeps) + limit.ellipsis;
}

/** As much of the beginning as fits into so many units. */
export function startOf(text: string, unit: TextUnit, max: number): string {
  let used = 0;
  let end = 0;
  for (const piece of piecesOf(text, unit)) {
    used += sizeOf(piece, unit);
    if (used > max) return text.slice(0, end);
    end += piece.length;
  }
  return text;
}

function* piecesOf(text: string, unit: TextUnit): Iterable<string> {
  if (unit !== "graphemes" && unit !== "lines") return yield* text;
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function sizeOf(piece: string, unit: TextUnit): number {
  if (unit === "utf-16") return piece.length;
  return unit === "utf-8-bytes" ? utf8Length(piece) : 1;
}

/** Of one code point. */
function utf8Length(piece: string): number {
  const point = piece.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
