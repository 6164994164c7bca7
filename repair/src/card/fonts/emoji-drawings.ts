import { readFontFile, readRanges } from "./bundled-fonts.ts";
import { type CharacterMap, readCharacterMap } from "./character-map.ts";
import { readFontTables } from "./font-tables.ts";
import { type Ligatures, readLigatures } from "./ligatures.ts";
import { type GlyphBox, glyphBoxOf, readSvgGlyphs, type SvgGlyphs } from "./svg-glyphs.ts";

/** An emoji as a picture that stands in a line of text. */
export interface EmojiDrawing {
  readonly svg: string;
  readonly box: GlyphBox;
}

/** Draws an emoji, however many code points it is made of; undefined where the font has none such. */
export type DrawEmoji = (emoji: string) => Promise<EmojiDrawing | undefined>;

interface EmojiFont {
  readonly glyphOf: CharacterMap;
  readonly ligatureOf: Ligatures;
  readonly drawingOf: SvgGlyphs;
  readonly box: GlyphBox;
}

const name = "noto-color-emoji";
const variationSelector = 0xfe0f;
const maxKept = 500;

/**
 * Noto Color Emoji, drawing by drawing. The renderer draws coloured fonts of the COLR format's version 0 only, and this
 * one is of version 1; it holds the same drawings as SVG too, and those go into the text as pictures. The font comes in
 * eleven files by subject: one is read when the first emoji of its subject is met, and kept.
 */
export async function createEmojiDrawings(): Promise<DrawEmoji> {
  const ranges = [...(await readRanges(name))];
  const fonts = new Map<string, Promise<EmojiFont>>();
  const kept = new Map<string, Promise<EmojiDrawing | undefined>>();
  const fontOf = (subset: string) => {
    const font = fonts.get(subset) ?? readEmojiFont(subset);
    fonts.set(subset, font);
    return font;
  };

  async function draw(emoji: string): Promise<EmojiDrawing | undefined> {
    for (const codePoints of spellings(emoji)) {
      for (const [subset] of ranges.filter(([, covered]) => isCovered(codePoints, covered))) {
        const font = await fontOf(subset);
        const svg = drawWith(font, codePoints);
        if (svg !== undefined) return { svg, box: font.box };
      }
    }
    return undefined;
  }

  return (emoji) => {
    const drawing = kept.get(emoji) ?? draw(emoji);
    if (kept.size >= maxKept) kept.clear();
    kept.set(emoji, drawing);
    return drawing;
  };
}

async function readEmojiFont(subset: string): Promise<EmojiFont> {
  const tables = await readFontTables(await readFontFile(name, `${name}-${subset}-400-normal.woff2`));
  return {
    glyphOf: readCharacterMap(tables),
    ligatureOf: readLigatures(tables),
    drawingOf: readSvgGlyphs(tables),
    box: glyphBoxOf(tables),
  };
}

/** As written; without variation selectors; and its first part alone, for what is newer than the font. */
function spellings(emoji: string): readonly (readonly number[])[] {
  const written = Array.from(emoji, (character) => character.codePointAt(0) ?? 0);
  const bare = written.filter((codePoint) => codePoint !== variationSelector);
  return [written, bare, bare.slice(0, 1)];
}

function isCovered(codePoints: readonly number[], ranges: readonly (readonly [number, number])[]): boolean {
  return codePoints.every((codePoint) =>
    ranges.some(([first, last]) => codePoint >= first && codePoint <= last),
  );
}

function drawWith(font: EmojiFont, codePoints: readonly number[]): string | undefined {
  const glyphs: number[] = [];
  for (const codePoint of codePoints) {
    const glyph = font.glyphOf(codePoint);
    if (glyph === undefined) return undefined;
    glyphs.push(glyph);
  }
  const glyph = glyphs.length === 1 ? glyphs[0] : font.ligatureOf(glyphs);
  return glyph === undefined ? undefined : font.drawingOf(glyph);
}
