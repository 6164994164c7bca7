import type { ContainerNode, Node } from "@takumi-rs/core";
import type { Size } from "./press.ts";
import type { Piece } from "./text/pieces.ts";

/** Where the title has its place. Sizes are in pixels. */
export interface TitleBox {
  readonly width: number;
  readonly maxHeight: number;
  readonly largest: number;
  readonly smallest: number;
}

/** A title that is in its box. */
export interface FittedTitle {
  readonly pieces: readonly Piece[];
  readonly fontSize: number;
  readonly isCut: boolean;
}

interface Setting {
  readonly box: TitleBox;
  /** The title at a size, as it will be drawn. */
  readonly setTitle: (pieces: readonly Piece[], fontSize: number, width: number) => ContainerNode;
  readonly measure: (node: Node) => Promise<Size>;
}

const step = 4;
const ellipsis: Piece = { text: "…" };
const trial = 100;

/** As large as it may be so that all of it has room and no word is broken; cut at the smallest size if it must be. */
export async function fitTitle(pieces: readonly Piece[], setting: Setting): Promise<FittedTitle> {
  const { box } = setting;
  const longest = await longestWordAt(pieces, setting);
  const cap = Math.max(box.smallest, Math.min(box.largest, Math.floor((box.width / longest) * trial)));
  const sizes: number[] = [];
  for (let size = cap; size > box.smallest; size -= step) sizes.push(size);
  sizes.push(box.smallest);
  const found = await firstThat(sizes.length, (index) => hasRoom(pieces, sizes[index] ?? 0, setting));
  if (found < sizes.length) return { pieces, fontSize: sizes[found] ?? box.smallest, isCut: false };
  return cut(pieces, setting);
}

async function cut(pieces: readonly Piece[], setting: Setting): Promise<FittedTitle> {
  const fontSize = setting.box.smallest;
  const dropped = await firstThat(pieces.length, (index) =>
    hasRoom(cutAt(pieces, pieces.length - 1 - index), fontSize, setting),
  );
  return { pieces: cutAt(pieces, pieces.length - 1 - dropped), fontSize, isCut: true };
}

/** Cuts behind a word if one ends near. */
function cutAt(pieces: readonly Piece[], length: number): readonly Piece[] {
  const kept = pieces.slice(0, Math.max(0, length));
  const lastSpace = kept.findLastIndex(isSpace);
  const end = kept.length - lastSpace < 16 && lastSpace > 0 ? lastSpace : kept.length;
  return [...kept.slice(0, end), ellipsis];
}

async function hasRoom(pieces: readonly Piece[], fontSize: number, { box, setTitle, measure }: Setting) {
  const { height } = await measure(setTitle(pieces, fontSize, box.width));
  return height <= box.maxHeight;
}

async function longestWordAt(pieces: readonly Piece[], { setTitle, measure }: Setting): Promise<number> {
  const word = wordsOf(pieces).reduce((most, other) => (other.length > most.length ? other : most), []);
  if (word.length === 0) return 1;
  const line = setTitle(word, trial, 100 * trial);
  const { width } = await measure({ ...line, style: { ...line.style, width: "max-content" } });
  return Math.max(1, width);
}

function wordsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isSpace(piece)) words.push([]);
    else words.at(-1)?.push(piece);
  }
  return words;
}

const isSpace = (piece: Piece) => "text" in piece && piece.text === " ";

/** The first index whose test holds, where all later ones hold too; `length` if none does. */
async function firstThat(length: number, holds: (index: number) => Promise<boolean>): Promise<number> {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
