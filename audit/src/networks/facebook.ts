import { largeBySize } from "../preview/layouts.ts";
import { firstPicture, firstText, meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";
import type { Robot } from "./network.ts";
import type { Recipe } from "../preview/recipe.ts";

const crawler = "https://developers.facebook.com/docs/sharing/webmasters/crawler";
const images = "https://developers.facebook.com/docs/sharing/webmasters/images (read through a copy)";

/** Facebook, Messenger and Instagram send one robot. */
export const facebookRobot: Robot = {
  userAgent: "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  robotsToken: "facebookexternalhit",
  obeysRobots: known(true, "A", crawler),
  windowBytes: known(mebibyte, "A", crawler),
  range: "bytes=0-524288",
  timeoutMs: assumed(5000, `"Within a few seconds": ${crawler}`),
  maxRedirects: assumed(5, "Long chains are dropped; the number is not published"),
  httpsOnly: false,
  acceptEncoding: "deflate, gzip",
};

export const openGraphOrGuess = {
  title: [meta("og:title"), titleTag],
  description: [meta("og:description"), meta("description"), firstText],
  siteName: [meta("og:site_name")],
  author: [],
  image: [meta("og:image"), meta("og:image:secure_url"), meta("og:image:url"), firstPicture],
} satisfies Partial<Recipe>;

export const facebook = definePreview(
  {
    id: "facebook",
    name: "Facebook",
    isDrawn: true,
    robot: facebookRobot,
    title: { unit: "graphemes", max: 90, keeps: 87, ellipsis: "…" },
    description: { unit: "graphemes", max: 200, keeps: 197, ellipsis: "…" },
    image: {
      maxBytes: known(8 * mebibyte, "A†", images),
      types: webImages,
      min: known({ width: 200, height: 200 }, "A†", images),
      minLarge: known({ width: 446, height: 233 }, "B", "getlinkpeek.com; officially 600×315 is asked for"),
      aspect: 1.91,
    },
  },
  { grade: "A", ...openGraphOrGuess, layout: largeBySize({ minAspect: 0.797 }) },
);
