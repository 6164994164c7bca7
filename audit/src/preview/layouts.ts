import type { Draft } from "./recipe.ts";
import { findMeta } from "./sources.ts";

interface Aspects {
  /** Width / height. Outside of these the picture is shown small, however many pixels it has. */
  readonly minAspect?: number;
  readonly maxAspect?: number;
}

/** A large picture where it is large enough, else a small one beside the text. */
export const largeBySize =
  (aspects: Aspects = {}) =>
  (draft: Draft): "large" | "small" | "text" => {
    if (!draft.image?.shows) return "text";
    return isLargeEnough(draft, aspects) ? "large" : "small";
  };

/** A small picture beside the text, whatever its size. */
export const alwaysSmall = ({ image }: Draft): "small" | "text" => (image?.shows ? "small" : "text");

/** A large picture, whatever its size. */
export const alwaysLarge = ({ image }: Draft): "large" | "text" => (image?.shows ? "large" : "text");

/** Whether the picture reaches the network's size for large ones; one that nobody measured is given the benefit. */
export function isLargeEnough({ image, network }: Draft, aspects: Aspects = {}): boolean {
  if (image?.width === undefined || image.height === undefined) return true;
  const least = network.image.minLarge?.value ?? { width: 0, height: 0 };
  const isBig = image.width >= least.width && image.height >= least.height;
  return isBig && isWithin(image.width / image.height, aspects);
}

const isWithin = (aspect: number, { minAspect = 0, maxAspect = Infinity }: Aspects): boolean =>
  aspect >= minAspect && aspect <= maxAspect;

/** `twitter:card` as the page declares it, in lower case. */
export const declaredCard = ({ reading: { page } }: Draft): string | undefined =>
  findMeta(page, "twitter:card")?.content.trim().toLowerCase();
