import { HttpFailure } from "@samovar/http-client";
import { fitForeignPicture } from "#src/ground/media/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";

const maxBytes = 12 * 1024 * 1024;
/** Enough for a card and a crop of it. */
const bounds = {
  maxWidth: 2000,
  maxHeight: 2000,
  maxBytes: 1_500_000,
  mimeTypes: ["image/jpeg", "image/png"],
};

/** The picture of a page; undefined where it can't be had: the card is made without it. */
export async function fetchPicture(
  { http, log }: Pick<Context, "http" | "log">,
  imageUrl: string,
): Promise<Uint8Array | undefined> {
  try {
    const response = await http(imageUrl, { maxBytes });
    if (!response.ok) return undefined;
    return (await fitForeignPicture(new Uint8Array(await response.arrayBuffer()), imageUrl, bounds)).bytes;
  } catch (error) {
    if (!(error instanceof HttpFailure || error instanceof Problem)) throw error;
    log.info({ imageUrl, why: error.message }, "A card image is made without the page's picture");
    return undefined;
  }
}
