import { createHash } from "node:crypto";
import type { ContainerNode, ImageSource, Node } from "@takumi-rs/core";
import { createEmojiDrawings, type DrawEmoji } from "./fonts/emoji-drawings.ts";
import { fitTitle } from "./fit-title.ts";
import { emojiSource, type Layout, type Parts, textOf } from "./layouts/layout.ts";
import { photoBackground } from "./layouts/photo-background.ts";
import { photoSide } from "./layouts/photo-side.ts";
import { plain } from "./layouts/plain.ts";
import { quote } from "./layouts/quote.ts";
import { titleLeft } from "./layouts/title-left.ts";
import { cardHeight, cardWidth, digestOf, openPress, type Press } from "./press.ts";
import type { Card, CardAssets, CardContent, CardLayout, CardNote, CardTemplate } from "./template.ts";
import { cleanText, directionOf, glueWords } from "./text/clean-text.ts";
import { type Piece, spell } from "./text/pieces.ts";

/** Draws cards; keeps fonts and emoji that it has read. */
export interface CardRenderer {
  /** Never throws for what it is given: what can't be shown is left out and told in `notes`. */
  readonly renderCard: (template: CardTemplate, content: CardContent, assets?: CardAssets) => Promise<Card>;
}

/** Goes into the hash: raise it with every change of how cards are drawn, and with new fonts or a new renderer. */
const drawingVersion = "1 takumi 2.16.3 sharp 0.35.5 noto-sans 5.3.0 noto-color-emoji 5.3.2";

/** Under 300,000 bytes, as WhatsApp drops larger ones. */
export const maxCardBytes = 299_999;
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
      const job = { template, press, notes, drawEmoji: await emoji(), pictures: await loadPictures() };
      const jpeg = await draw(job, content, assets);
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
  readonly pictures: Awaited<ReturnType<typeof loadPictures>>;
}

/** It stands on native code, which those alone should load who draw. */
const loadPictures = () => import("./pictures.ts");

async function draw(job: DrawingJob, content: CardContent, assets: CardAssets) {
  const { template, press, notes } = job;
  const layout = layouts[template.layout];
  await Promise.all([press.addWeight(400), press.addWeight(template.titleWeight)]);
  const { title, parts } = await gatherParts(job, content, await readPictures(job, layout, assets));
  const lines = [title, parts.siteName?.pieces ?? [], ...parts.byline.map(({ pieces }) => pieces)];
  const images = emojiSources(lines.flat());
  const setTitle = titleSetter(layout, parts, press);
  const measure = (node: Node) => press.measure(node, images);
  const box = layout.titleBox(parts);
  const fitted = await fitTitle(title, { box, setTitle, measure });
  if (fitted.isCut) notes.add("title-cut");
  const node = layout.draw(parts, setTitle(fitted.pieces, fitted.fontSize, box.width));
  const pixels = await press.paint(inFonts(press, node), images);
  return job.pictures.packJpeg(pixels, { width: cardWidth, height: cardHeight }, maxCardBytes);
}

/** What can't be read is left out. A picture for which the layout has no place is not looked at. */
async function readPictures(
  { notes, pictures }: DrawingJob,
  { pictureSize }: Layout,
  { logo, picture }: CardAssets,
) {
  const drawables = {
    logo: logo && (await pictures.readLogo(logo)),
    picture: picture && pictureSize && (await pictures.readPicture(picture, pictureSize)),
  };
  if (logo && !drawables.logo) notes.add("logo-unreadable");
  if (picture && pictureSize && !drawables.picture) notes.add("picture-unreadable");
  return drawables;
}

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
