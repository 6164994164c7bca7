import type { Picture } from "../page/page.ts";
import type { Reading } from "./card.ts";
import { note } from "./notes.ts";
import { fromPicture, type Source } from "./sources.ts";

/** Square pixels below which a picture is taken for an icon. */
const minArea = 5000;
const maxAspect = 1.5;

/**
 * The page's biggest picture by area, neither little nor long, where "sprite" in its address counts against it
 * (reddit-archive/reddit `r2/r2/lib/media.py`). Real pixels where they are known, else the declared ones.
 */
export const biggestPicture: Source = {
  label: "<img>",
  find(reading) {
    let best: { readonly picture: Picture; readonly area: number } | undefined;
    for (const picture of reading.page.pictures) {
      const area = weightOf(picture, reading);
      if (area > (best?.area ?? 0)) best = { picture, area };
    }
    return best && { ...fromPicture(best.picture), why: note("biggest-picture", { area: best.area }) };
  },
};

function weightOf({ url, width, height }: Picture, { images }: Reading): number {
  if (url === undefined) return 0;
  const size = images?.get(url) ?? { width, height };
  if (!size.width || !size.height) return 0;
  const area = size.width * size.height;
  // Whole numbers divided, as the Python of its time did: 1.99 counts as 1.
  const aspect = Math.floor(Math.max(size.width, size.height) / Math.min(size.width, size.height));
  if (area < minArea || aspect > maxAspect) return 0;
  return url.toLowerCase().includes("sprite") ? Math.floor(area / 10) : area;
}
