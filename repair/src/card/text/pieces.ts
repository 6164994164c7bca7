import type { EmojiDrawing } from "../fonts/emoji-drawings.ts";
import { graphemesOf } from "./clean-text.ts";

/** A stretch of a line: letters, or one emoji. */
export type Piece = { readonly text: string } | { readonly emoji: string; readonly drawing: EmojiDrawing };

export interface Letters {
  readonly canWrite: (codePoint: number) => boolean;
  readonly drawEmoji: (emoji: string) => Promise<EmojiDrawing | undefined>;
}

/** A text, one piece a grapheme, and whether a letter of it is in no font. */
export interface Spelling {
  readonly pieces: readonly Piece[];
  readonly hasLost: boolean;
}

/** Signs that no font of ours has, by what says the same. */
const substitutes: Readonly<Record<string, string>> = {
  "→": "›",
  "⇒": "»",
  "←": "‹",
  "⇐": "«",
  "✓": "✔",
  "★": "⭐",
  "☆": "⭐",
  "●": "•",
  "■": "•",
  "▪": "•",
  "≈": "~",
  "‡": "†",
};

/** Finds for each grapheme who draws it. What nobody can draw is left out: an empty box says less than nothing. */
export async function spell(text: string, letters: Letters): Promise<Spelling> {
  const pieces: Piece[] = [];
  let hasLost = false;
  for (const grapheme of graphemesOf(text)) {
    const piece = await spellOne(substitutes[grapheme] ?? grapheme, letters);
    if (piece) pieces.push(piece);
    else hasLost ||= /[\p{L}\p{N}]/u.test(grapheme);
  }
  return { pieces, hasLost };
}

async function spellOne(grapheme: string, letters: Letters): Promise<Piece | undefined> {
  const written = Array.from(grapheme)
    .filter((character) => letters.canWrite(character.codePointAt(0) ?? 0))
    .join("");
  if (!isShownAsEmoji(grapheme) && written.length === grapheme.length) return { text: grapheme };
  const drawing = isPictograph(grapheme) ? await letters.drawEmoji(grapheme) : undefined;
  if (drawing) return { emoji: grapheme, drawing };
  const base = String.fromCodePoint(grapheme.codePointAt(0) ?? 0);
  return written.startsWith(base) ? { text: written } : undefined;
}

const isPictograph = (grapheme: string) =>
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u.test(grapheme);

/** Unicode Technical Standard 51: by its nature, or because U+FE0F, a skin tone, a joiner or a keycap says so. */
const isShownAsEmoji = (grapheme: string) =>
  !grapheme.includes("\ufe0e") &&
  isPictograph(grapheme) &&
  /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u200d|\u20e3/u.test(grapheme);
