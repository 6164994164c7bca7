import sharp, { type Sharp } from "sharp";
import type { RgbaImage } from "@takumi-rs/core";
import { isDrawable } from "./drawable-bytes.ts";
import type { Size } from "./press.ts";

/** A picture, decoded: the renderer draws it as it is. */
export interface Drawable extends Size {
  readonly src: RgbaImage;
}

/** More than a camera takes. */
const maxPixels = 100_000_000;
/** Twice what a layout gives to a logo at the most. */
const logoBounds = { width: 560, height: 480 } as const;
const drawnDensity = 72;

/** The page's picture, upright and cut to the place it has, around what catches the eye; undefined where it is none. */
export function readPicture(bytes: Uint8Array, place: Size): Promise<Drawable | undefined> {
  return decode(bytes, async () => {
    const position = sharp.strategy.attention;
    return open(bytes).autoOrient().resize(place.width, place.height, { fit: "cover", position });
  });
}

/** A logo, as large as it is ever shown; drawn ones are as sharp as that. Undefined where it is none. */
export function readLogo(bytes: Uint8Array): Promise<Drawable | undefined> {
  return decode(bytes, async () => {
    const { format, width, height } = await open(bytes).metadata();
    const scale = Math.min(logoBounds.width / width, logoBounds.height / height);
    const isDrawn = format === "svg" && scale > 1;
    const image = isDrawn ? open(bytes, Math.min(2400, drawnDensity * scale)) : open(bytes);
    return image.autoOrient().resize({ ...logoBounds, fit: "inside", withoutEnlargement: true });
  });
}

function open(bytes: Uint8Array, density = drawnDensity): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: "truncated", density });
}

async function decode(bytes: Uint8Array, shape: () => Promise<Sharp>): Promise<Drawable | undefined> {
  if (!isDrawable(bytes)) return undefined;
  const image = await shape()
    .then((sized) => sized.ensureAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true }))
    .catch(notAPicture);
  if (!image) return undefined;
  const { width, height } = image.info;
  return { src: { width, height, data: image.data }, width, height };
}

/** The decoder throws plain errors for all that it can't read, and nothing else. */
function notAPicture(error: unknown): undefined {
  if (!(error instanceof Error)) throw error;
  return undefined;
}

/** Packs pixels into a JPEG of at most so many bytes, as good as that allows. The pixels are used up by it. */
export async function packJpeg(
  rgba: Uint8Array<ArrayBuffer>,
  size: Size,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const raw = { ...size, channels: 3 } as const;
  const rgb = withoutAlpha(rgba);
  giveBack(rgba);
  let jpeg = new Uint8Array();
  for (const quality of qualities) {
    // Tables of its own would take half as long again and save a tenth: measured with cards of text.
    const packed = sharp(rgb, { raw }).jpeg({ quality, optimiseCoding: false });
    jpeg = new Uint8Array(await packed.toBuffer());
    if (jpeg.byteLength <= maxBytes) break;
  }
  giveBack(rgb);
  return jpeg;
}

/**
 * Lets go of megabytes now and not when the collector comes: the next card then gets the same memory, and not fresh
 * pages, which took most of its time (12 ms of 14 for a card of one colour).
 */
function giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
  buffer.transfer(0);
}

const qualities = [90, 82, 72, 60, 45, 30, 18, 8];

/**
 * Four pixels at a time, in words of four bytes: a sixth of the time of going byte by byte, and of letting the encoder
 * do it. (Words are little-endian wherever Node and the renderer run.)
 */
function withoutAlpha(rgba: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  const from = new Uint32Array(buffer, byteOffset, byteLength / 4);
  const to = new Uint32Array((from.length / 4) * 3);
  for (let pixel = 0, word = 0; pixel < from.length; pixel += 4, word += 3) {
    const first = from[pixel] ?? 0;
    const second = from[pixel + 1] ?? 0;
    const third = from[pixel + 2] ?? 0;
    const fourth = from[pixel + 3] ?? 0;
    to[word] = (first & 0xffffff) | (second << 24);
    to[word + 1] = ((second >>> 8) & 0xffff) | (third << 16);
    to[word + 2] = ((third >>> 16) & 0xff) | (fourth << 8);
  }
  return new Uint8Array(to.buffer);
}
