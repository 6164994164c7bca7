import type { ContainerNode, Node } from "@takumi-rs/core";
import type { TitleBox } from "../fit-title.ts";
import type { Drawable } from "../pictures.ts";
import type { Size } from "../press.ts";
import type { CardTemplate } from "../template.ts";
import type { Piece } from "../text/pieces.ts";

/** All that a layout puts in its places. */
export interface Parts {
  readonly template: CardTemplate;
  readonly direction: "ltr" | "rtl";
  /** Undefined where there is none, or none is wanted. */
  readonly siteName: Line | undefined;
  /** Author and day, those of them that there are. */
  readonly byline: readonly Line[];
  readonly logo: Drawable | undefined;
  readonly picture: Drawable | undefined;
  readonly titleLength: number;
}

/** A small text with a direction of its own: a Russian name on an Arabic card keeps its quotation marks in place. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly direction: "ltr" | "rtl";
}

/** One way to lay a card out. All of it keeps clear of the upper and lower 2.4 % that X crops. */
export interface Layout {
  /** Where the page's picture has its place, if it has one. */
  readonly pictureSize?: Size;
  readonly titleBox: (parts: Parts) => TitleBox;
  readonly titleStyle: (parts: Parts) => TitleStyle;
  readonly draw: (parts: Parts, title: Node) => ContainerNode;
}

export interface TitleStyle {
  readonly color: string;
  readonly textAlign: "start" | "center";
}

type Style = NonNullable<ContainerNode["style"]>;

/** A box whose children stand below one another. */
export const column = (style: Style, children: readonly (Node | undefined)[]): ContainerNode =>
  flex({ flexDirection: "column", ...style }, children);

/** A box whose children stand beside one another, in the direction of reading. */
export const row = (direction: Parts["direction"], style: Style, children: readonly (Node | undefined)[]) =>
  flex(
    { flexDirection: direction === "rtl" ? "row-reverse" : "row", alignItems: "center", ...style },
    children,
  );

/** A coloured area. */
export const area = (style: Style): ContainerNode => ({ type: "container", style });

function flex(style: Style, children: readonly (Node | undefined)[]): ContainerNode {
  return {
    type: "container",
    style: { display: "flex", ...style },
    children: children.filter((child) => child !== undefined),
  };
}

/** Where the lines of a text of this direction begin. */
export const startOf = (direction: Parts["direction"]) => (direction === "rtl" ? "flex-end" : "flex-start");

/** Letters and emoji in one block. An emoji is a little larger than a capital, and sinks below the line as they do. */
export function textOf(pieces: readonly Piece[], direction: Parts["direction"], style: Style): ContainerNode {
  const children: Node[] = [];
  let letters = "";
  const flush = () => {
    if (letters !== "") children.push({ type: "text", text: letters });
    letters = "";
  };
  for (const piece of pieces) {
    if ("text" in piece) letters += piece.text;
    else {
      flush();
      children.push(emojiNode(piece));
    }
  }
  flush();
  return { type: "container", dir: direction, style: { display: "block", direction, ...style }, children };
}

const emojiScale = 0.9;

function emojiNode({ emoji, drawing: { box } }: Extract<Piece, { readonly emoji: string }>): Node {
  return {
    type: "image",
    src: emojiSource(emoji),
    style: {
      display: "inline-block",
      width: `${box.width * emojiScale}em`,
      height: `${box.height * emojiScale}em`,
      verticalAlign: `${-box.below * emojiScale}em`,
    },
  };
}

export const emojiSource = (emoji: string) => `emoji:${emoji}`;

/** As large as the bounds let it be, and not larger than twice its own size. */
export function logoOf(logo: Drawable, bounds: Size): Node {
  const scale = Math.min(bounds.width / logo.width, bounds.height / logo.height, 2);
  return {
    type: "image",
    src: logo.src,
    style: {
      width: Math.round(logo.width * scale),
      height: Math.round(logo.height * scale),
      flexShrink: 0,
      objectFit: "contain",
    },
  };
}

/** A broad logo is a name in letters already: the site's name beside it would say it twice. */
export const saysName = (logo: Drawable | undefined) => logo !== undefined && logo.width > 2.2 * logo.height;

/** Logo and name of the site, side by side; undefined where there is neither. */
export function brandOf(parts: Parts, color: string, size = 30): Node | undefined {
  const { logo, siteName, direction } = parts;
  const name =
    siteName && !saysName(logo)
      ? textOf(siteName.pieces, siteName.direction, { fontSize: size, color, maxWidth: 640, ...oneLine })
      : undefined;
  if (!logo && !name) return undefined;
  return row(direction, { gap: 18 }, [logo && logoOf(logo, { width: 260, height: 64 }), name]);
}

/** Author and day beside one another; undefined where there is neither. */
export function bylineOf({ byline, direction }: Parts, style: Style & { readonly maxWidth: number }) {
  if (byline.length === 0) return undefined;
  const { maxWidth, ...rest } = style;
  const lines = byline.map(({ pieces, direction: own }) =>
    textOf(pieces, own, { ...rest, maxWidth: maxWidth / byline.length, ...oneLine }),
  );
  const dot = textOf([{ text: "·" }], direction, rest);
  return row(
    direction,
    { gap: 14 },
    lines.flatMap((line, index) => (index === 0 ? [line] : [dot, line])),
  );
}

const oneLine = { whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" } as const;
