import sharp from "sharp";
import { NetworkFailure } from "../failure.ts";
import type { Picture } from "../network.ts";

export interface PreparedPicture {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
}

/** Width and quality tried in turn until the picture fits; the same input always gives the same bytes. */
const steps = [
  { side: 4000, quality: 90 },
  { side: 3000, quality: 85 },
  { side: 2000, quality: 85 },
  { side: 2000, quality: 70 },
  { side: 1600, quality: 60 },
  { side: 1000, quality: 50 },
] as const;

/** A picture that the network takes: as it is where it fits, else made smaller, upright and without metadata. */
export async function preparePicture(picture: Picture, maxBytes: number): Promise<PreparedPicture> {
  const original = await picture.bytes();
  try {
    const { width, height, autoOrient } = await sharp(original).metadata();
    if (original.byteLength <= maxBytes) {
      return {
        bytes: original,
        mimeType: picture.mimeType,
        width: autoOrient.width ?? width,
        height: autoOrient.height ?? height,
      };
    }
    return await shrink(original, maxBytes);
  } catch (cause) {
    throw new NetworkFailure(
      "rejected",
      `A picture (${picture.mimeType}, ${original.byteLength} bytes) cannot be read`,
      {
        rule: "bluesky.picture.unreadable",
        hint: "Take a JPEG, PNG, WebP or GIF file",
        cause,
      },
    );
  }
}

async function shrink(original: Uint8Array, maxBytes: number): Promise<PreparedPicture> {
  for (const { side, quality } of steps) {
    const { data, info } = await sharp(original)
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.byteLength <= maxBytes) {
      return { bytes: new Uint8Array(data), mimeType: "image/jpeg", width: info.width, height: info.height };
    }
  }
  throw new Error(`It stays larger than ${maxBytes} bytes`);
}
