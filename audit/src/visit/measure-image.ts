import { imageSize } from "image-size";
import { findImageKind } from "./image-type.ts";
import type { Answer, ImageFacts, Visit } from "./visit.ts";

/** Where the size stands, even behind a photograph's colour profile and its preview. */
export const imageKeepBytes = 1024 * 1024;
export const imageCountBytes = 20 * 1024 * 1024;
/** A drawing says its size at once, and is read by patterns: a long one would only cost time. */
const svgBytes = 64 * 1024;
/** What is kept of the picture once it is measured. */
const keptBytes = 4096;

/** What the first bytes of a picture say of it. */
export function measureImage(visit: Visit, byteLength: number): ImageFacts {
  const { answer } = visit;
  const unknown = { type: undefined, declaredType: undefined, width: undefined, height: undefined };
  if (!answer) return { url: visit.asked, visit, byteLength, ...unknown, isAnimated: false };
  const bytes = Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength);
  const kind = answer.status < 400 ? findImageKind(bytes) : undefined;
  const size = kind && readSize(bytes.subarray(0, kind.type === "image/svg+xml" ? svgBytes : undefined));
  return {
    url: visit.asked,
    visit: { ...visit, answer: shortened(answer) },
    type: kind?.type,
    declaredType: declaredType(answer),
    byteLength,
    width: size?.width,
    height: size?.height,
    isAnimated: kind?.isAnimated ?? false,
  };
}

const declaredType = ({ headers }: Answer): string | undefined =>
  headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();

/** A copy: a part of a buffer would keep all of it. */
const shortened = (answer: Answer): Answer => ({
  ...answer,
  body: answer.body.slice(0, keptBytes),
  isTruncated: answer.isTruncated || answer.body.byteLength > keptBytes,
});

interface Size {
  readonly width: number;
  readonly height: number;
}

function readSize(bytes: Uint8Array): Size | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!isPlausible(width) || !isPlausible(height)) return undefined;
    // Exif orientations from 5 on lie on their side.
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
  } catch (error) {
    // image-size tells what it cannot read by throwing, and so does reading beyond a broken file's end.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const isPlausible = (pixels: number): boolean => Number.isFinite(pixels) && pixels > 0;
