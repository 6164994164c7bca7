import type { FileStore } from "#src/platform/file-store/file-store.ts";
import { inspectPicture, open, type PictureFacts } from "./picture.ts";

/** What a network takes of a picture; what is left out is not limited. */
export interface PictureBounds {
  readonly maxBytes?: number;
  readonly maxPixels?: number;
  readonly maxWidth?: number;
  readonly maxHeight?: number;
  readonly mimeTypes?: readonly string[];
}

export interface Rendition extends Omit<PictureFacts, "animated"> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface StoredPicture extends PictureFacts {
  readonly byteLength: number;
}

const qualities = [88, 80, 70, 60];
const shrinkBy = 0.8;
const smallestSide = 64;

/** The picture as it is where it fits, else made smaller until it does. Also takes off what cameras write about places. */
export async function fitPicture(
  bytes: Uint8Array<ArrayBuffer>,
  facts: StoredPicture,
  bounds: PictureBounds,
): Promise<Rendition> {
  if (facts.animated && isWithin(facts, bounds)) return { ...facts, bytes };
  const first = await encode(bytes, facts, { scale: scaleFor(facts, bounds), quality: 92, bounds });
  if (isWithin({ ...first, byteLength: first.bytes.byteLength }, bounds)) return first;
  let scale = scaleFor(facts, bounds);
  for (;;) {
    for (const quality of qualities) {
      const made = await encode(bytes, facts, { scale, quality, bounds, lossy: true });
      if (made.bytes.byteLength <= (bounds.maxBytes ?? Number.POSITIVE_INFINITY)) return made;
      if (Math.max(made.width, made.height) <= smallestSide) return made;
    }
    scale *= shrinkBy;
  }
}

/** Reads an upload and fits it. */
export async function renditionFor(
  files: Pick<FileStore, "read">,
  stored: StoredPicture & { readonly key: string },
  bounds: PictureBounds,
): Promise<Rendition> {
  return fitPicture(await files.read(stored.key), stored, bounds);
}

/** A picture that was fetched from somewhere, fitted. Throws `Problem` when it is none. */
export async function fitForeignPicture(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  bounds: PictureBounds,
): Promise<Rendition> {
  const facts = await inspectPicture(bytes, name);
  return fitPicture(bytes, { ...facts, byteLength: bytes.byteLength }, bounds);
}

function isWithin(
  picture: { readonly byteLength: number } & Omit<PictureFacts, "animated">,
  bounds: PictureBounds,
): boolean {
  return (
    picture.byteLength <= (bounds.maxBytes ?? Number.POSITIVE_INFINITY) &&
    scaleFor(picture, bounds) === 1 &&
    (bounds.mimeTypes?.includes(picture.mimeType) ?? true)
  );
}

function scaleFor(
  { width, height }: { readonly width: number; readonly height: number },
  bounds: PictureBounds,
): number {
  const byPixels = Math.sqrt((bounds.maxPixels ?? Number.POSITIVE_INFINITY) / (width * height));
  const byWidth = (bounds.maxWidth ?? Number.POSITIVE_INFINITY) / width;
  const byHeight = (bounds.maxHeight ?? Number.POSITIVE_INFINITY) / height;
  return Math.min(1, byPixels, byWidth, byHeight);
}

interface Encoding {
  readonly scale: number;
  readonly quality: number;
  readonly bounds: PictureBounds;
  readonly lossy?: boolean;
}

/** Transparent pictures stay PNG as long as they fit; all else becomes JPEG. An animation becomes its first frame. */
async function encode(bytes: Uint8Array, facts: PictureFacts, how: Encoding): Promise<Rendition> {
  const upright = open(bytes).autoOrient();
  const { hasAlpha } = await open(bytes).metadata();
  const width = Math.max(1, Math.floor(facts.width * how.scale));
  const height = Math.max(1, Math.floor(facts.height * how.scale));
  const sized = how.scale < 1 ? upright.resize(width, height, { fit: "inside" }) : upright;
  const asPng =
    !how.lossy &&
    (how.bounds.mimeTypes?.includes("image/png") ?? true) &&
    (hasAlpha || facts.mimeType === "image/png");
  const encoded = asPng
    ? sized.png({ compressionLevel: 9 })
    : sized.flatten({ background: "#ffffff" }).jpeg({ quality: how.quality, mozjpeg: true });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  const mimeType = asPng ? "image/png" : "image/jpeg";
  return { bytes: new Uint8Array(data), mimeType, width: info.width, height: info.height };
}
