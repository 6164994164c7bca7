import sharp, { type Sharp } from "sharp";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** What a picture's own bytes say of it, whatever its name claims. Sizes are those that people see. */
export interface PictureFacts {
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
}

const maxPixels = 50_000_000;
const thumbnailSide = 480;

/** Formats that every browser shows. SVG is left out: it runs scripts. */
const mimeTypes: Readonly<Record<string, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
};
const known = "JPEG, PNG, WebP, GIF or AVIF";

/** Reads the header and decodes the picture, so that a broken one is refused now and not when it is published. */
export async function inspectPicture(bytes: Uint8Array, name: string): Promise<PictureFacts> {
  const found = await readHeader(bytes, name);
  const format = found.format === "heif" && found.compression === "av1" ? "avif" : found.format;
  const mimeType = mimeTypes[format];
  if (!mimeType) {
    throw new Problem("invalid", say`"${name}" is ${format.toUpperCase()}, which networks don't take`, {
      hint: say`Save it as ${known}`,
    });
  }
  const pages = found.pages ?? 1;
  const height = found.pageHeight ?? found.height;
  if (found.width * height * pages > maxPixels) {
    throw new Problem(
      "too_large",
      say`"${name}" has ${Math.round((found.width * height * pages) / 1e6)} megapixels`,
      {
        hint: say`Make it smaller than ${maxPixels / 1e6} megapixels`,
      },
    );
  }
  await decode(bytes, name);
  const turned = (found.orientation ?? 1) >= 5;
  return {
    mimeType,
    animated: pages > 1,
    width: turned ? height : found.width,
    height: turned ? found.width : height,
  };
}

/** A small still of it, upright. */
export function makeThumbnail(bytes: Uint8Array): Promise<Uint8Array> {
  return open(bytes)
    .autoOrient()
    .resize(thumbnailSide, thumbnailSide, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
}

/** `limitInputPixels` stops a small file that unpacks into gigabytes before it is unpacked. */
export function open(bytes: Uint8Array, options: { readonly animated?: boolean } = {}): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: options.animated ?? false });
}

async function readHeader(bytes: Uint8Array, name: string) {
  try {
    return await sharp(bytes, { limitInputPixels: false, animated: true }).metadata();
  } catch (cause) {
    throw notAPicture(name, cause);
  }
}

async function decode(bytes: Uint8Array, name: string): Promise<void> {
  try {
    await open(bytes).stats();
  } catch (cause) {
    throw notAPicture(name, cause);
  }
}

function notAPicture(name: string, cause: unknown): Problem {
  return new Problem("invalid", say`"${name}" is no picture, or a broken one`, {
    hint: say`Upload ${known}`,
    cause,
  });
}
