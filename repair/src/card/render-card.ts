import { createHash } from "node:crypto";
import type { ContainerNode, ImageSource, Node } from "@takumi-rs/core";
import { isDrawable } from "./drawable-bytes.ts";
import { createEmojiDrawings, type DrawEmoji } from "./fonts/emoji-drawings.ts";
import { type FittedTitle, fitTitle } from "./fit-title.ts";
import { emojiSource, type Layout, type Parts, textOf } from "./layouts/layout.ts";
import { photoBackground } from "./layouts/photo-background.ts";
import { photoSide } from "./layouts/photo-side.ts";
import { plain } from "./layouts/plain.ts";
import { quote } from "./layouts/quote.ts";
import { titleLeft } from "./layouts/title-left.ts";
import { digestOf, openPress, type Press } from "./press.ts";
import type { Card, CardAssets, CardContent, CardLayout, CardNote, CardTemplate } from "./template.ts";
import { cleanText, directionOf, glueWords } from "./text/clean-text.ts";
import { type Piece, spell } from "./text/pieces.ts";

/** Draws cards; keeps fonts and emoji that it has read. */
export interface CardRenderer {
  /** Never throws for what it is given: what can't be shown is left out and told in `notes`. */
  readonly renderCard: (template: CardTemplate, content: CardContent, assets?: CardAssets) => Promise<Card>;
}

/** Goes into the hash: raise it with every change of how cards are drawn, and with new fonts or a new renderer. */
const drawingVersion = "1 takumi 2.16.3 noto-sans 5.3.0 noto-color-emoji 5.3.2";

/** Under 300,000 bytes, as WhatsApp drops larger ones. */
export const maxCardBytes = 299_999;
const qualities = [90, 82, 72, 60, 45, 30, 18, 8];
const maxOwnFonts = 8;

const layouts: Readonly<Record<CardLayout, Layout>> = {
  "title-left": titleLeft,
  "photo-background": photoBackground,
  "photo-side": photoSide,
  quote,
  plain,
};

/** What `renderCard` would give as `hash`, without drawing: to look whether the card is there already. */
export function hashCard(template: CardTemplate, content: CardContent, assets: CardAssets = {}): string {
  const files = [assets.logo, assets.picture, assets.font].map((bytes) => bytes && digestOf(bytes));
  return createHash("sha256")
    .update(JSON.stringify([drawingVersion, inOrder(template), inOrder(content), files]))
    .digest("hex")
    .slice(0, 24);
}

export function createCardRenderer(): CardRenderer {
  const emoji = once(createEmojiDrawings);
  const presses = new Map<string, Promise<Press>>();
  const pressFor = (font: Uint8Array | undefined) => {
    const key = font ? digestOf(font) : "";
    const press = presses.get(key) ?? openPress(font);
    if (presses.size >= maxOwnFonts) presses.clear();
    presses.set(key, press);
    return press;
  };

  return {
    async renderCard(template, content, assets = {}) {
      const notes = new Set<CardNote>();
      const press = await pressFor(assets.font).catch(() => {
        notes.add("font-unreadable");
        return pressFor(undefined);
      });
      const job = { template, press, notes, drawEmoji: await emoji() };
      const jpeg = await draw(job, content, assets).catch(async (error: unknown) => {
        if (!isUnreadable(error)) throw error;
        return draw(job, content, await withoutBroken(job, assets));
      });
      return { jpeg, hash: hashCard(template, content, assets), notes: [...notes] };
    },
  };
}

const shared = once(async () => createCardRenderer());

/** `createCardRenderer().renderCard` of one renderer for the whole process, whose fonts are read at the first card. */
export async function renderCard(
  template: CardTemplate,
  content: CardContent,
  assets: CardAssets = {},
): Promise<Card> {
  const { renderCard: render } = await shared();
  return render(template, content, assets);
}

interface DrawingJob {
  readonly template: CardTemplate;
  readonly press: Press;
  readonly notes: Set<CardNote>;
  readonly drawEmoji: DrawEmoji;
}

async function draw(job: DrawingJob, content: CardContent, assets: CardAssets) {
  const { template, press, notes } = job;
  await Promise.all([press.addWeight(400), press.addWeight(template.titleWeight)]);
  const logo = await inspect(job, "logo", assets.logo);
  const picture = await inspect(job, "picture", assets.picture);
  const { title, parts } = await gatherParts(job, content, {
    logo: logo?.drawable,
    picture: picture?.drawable,
  });
  const layout = layouts[template.layout];
  const pictures = [logo?.source, picture?.source].filter((source) => source !== undefined);
  const images = [
    ...pictures,
    ...emojiSources(
      [title, parts.siteName?.pieces ?? [], ...parts.byline.map(({ pieces }) => pieces)].flat(),
    ),
  ];
  const setTitle = titleSetter(layout, parts, press);
  const measure = (node: Node) => press.measure(inFonts(press, node), images);
  const box = layout.titleBox(parts);
  const fitted: FittedTitle = await fitTitle(title, { box, setTitle, measure });
  if (fitted.isCut) notes.add("title-cut");
  const node = layout.draw(parts, setTitle(fitted.pieces, fitted.fontSize, box.width));
  return print(press, inFonts(press, node), images);
}

async function print(press: Press, node: Node, images: readonly ImageSource[]) {
  let jpeg = new Uint8Array();
  for (const quality of qualities) {
    jpeg = await press.print(node, images, quality);
    if (jpeg.byteLength <= maxCardBytes) break;
  }
  return jpeg;
}

/** A file may be a picture by its header and break off behind it, which shows only when it is drawn. */
async function withoutBroken({ press, notes }: DrawingJob, assets: CardAssets): Promise<CardAssets> {
  const whole: { logo?: Uint8Array; picture?: Uint8Array } = {};
  for (const kind of ["logo", "picture"] as const) {
    const data = assets[kind];
    if (!data || !isDrawable(data)) continue;
    const drawn = press.print({ type: "image", src: kind }, [{ src: kind, data, cache: "none" }], 1);
    const isWhole = await drawn.then(
      () => true,
      (error: unknown) => {
        if (isUnreadable(error)) return false;
        throw error;
      },
    );
    if (isWhole) whole[kind] = data;
    else notes.add(`${kind}-unreadable`);
  }
  return whole;
}

/** A picture that the renderer can't read is left out. */
async function inspect({ press, notes }: DrawingJob, kind: "logo" | "picture", data: Uint8Array | undefined) {
  if (!data) return undefined;
  const found = isDrawable(data) ? await readPicture(press, kind, data) : undefined;
  if (!found) notes.add(`${kind}-unreadable`);
  return found;
}

async function readPicture(press: Press, kind: "logo" | "picture", data: Uint8Array) {
  const source = { src: `${kind}:${digestOf(data)}`, data };
  try {
    const { width, height } = await press.measure({ type: "image", src: source.src }, [source]);
    if (width >= 1 && height >= 1) return { source, drawable: { src: source.src, width, height } };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  return undefined;
}

/** The renderer says no more than this of what it can't decode. */
const isUnreadable = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "GenericFailure" || error.code === "InvalidArg");

async function gatherParts(
  { template, notes, press, drawEmoji }: DrawingJob,
  content: CardContent,
  drawables: Pick<Parts, "logo" | "picture">,
): Promise<{ readonly title: readonly Piece[]; readonly parts: Parts }> {
  const letters = { canWrite: press.canWrite, drawEmoji };
  const lineOf = async (text: string) => {
    const clean = cleanText(text);
    const { pieces, hasLost } = await spell(glueWords(clean), letters);
    return { pieces, direction: directionOf(clean), hasLost };
  };
  const said = await lineOf(content.title);
  const site = await lineOf(template.siteName);
  const byline = await Promise.all(bylineOf(template, content).map(lineOf));
  if (said.hasLost) notes.add("letters-missing");
  const isEmpty = said.pieces.length === 0;
  if (isEmpty) notes.add("title-empty");
  const title = isEmpty ? site : said;
  return {
    title: title.pieces,
    parts: {
      ...drawables,
      template,
      direction: title.direction,
      siteName: template.show.siteName && !isEmpty && site.pieces.length > 0 ? site : undefined,
      byline: byline.filter(({ pieces }) => pieces.length > 0),
      titleLength: title.pieces.length,
    },
  };
}

function bylineOf({ show }: CardTemplate, { author, publishedOn, language }: CardContent): readonly string[] {
  const day = show.date && publishedOn !== null ? formatDay(publishedOn, language) : "";
  return [show.author ? author : "", day];
}

function formatDay(day: string, language: string): string {
  const known = isLanguage(language) ? language : "en";
  return new Intl.DateTimeFormat(known, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

function isLanguage(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Arabic and Devanagari reach higher and deeper than other scripts. */
function titleSetter(layout: Layout, parts: Parts, press: Press) {
  const { color, textAlign } = layout.titleStyle(parts);
  return (pieces: readonly Piece[], fontSize: number, width: number): ContainerNode => {
    const letters = pieces.map((piece) => ("text" in piece ? piece.text : "")).join("");
    const isTall = /[\p{Script=Arabic}\p{Script=Devanagari}]/u.test(letters);
    return textOf(pieces, parts.direction, {
      fontFamily: press.families,
      fontSize,
      fontWeight: parts.template.titleWeight,
      lineHeight: isTall ? 1.4 : 1.17,
      letterSpacing: isTall ? 0 : "-0.01em",
      color,
      textAlign,
      width,
      overflowWrap: "anywhere",
      textWrap: "balance",
    });
  };
}

const inFonts = (press: Press, node: Node): Node => ({
  ...node,
  style: { fontFamily: press.families, fontWeight: 400, ...node.style },
});

function emojiSources(pieces: readonly Piece[]): readonly ImageSource[] {
  const drawings = new Map<string, Uint8Array>();
  for (const piece of pieces) {
    if ("emoji" in piece) drawings.set(piece.emoji, Buffer.from(piece.drawing.svg));
  }
  return [...drawings].map(([emoji, data]) => ({ src: emojiSource(emoji), data }));
}

/** The same data in another order of its fields is the same card. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
