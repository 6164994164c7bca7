import { largeBySize } from "../preview/layouts.ts";
import { meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, mebibyte, webImages } from "./known.ts";

/** Nothing about it is published but its name: all figures wait for a live probe. */
export const viber = definePreview(
  {
    id: "viber",
    name: "Viber",
    isDrawn: true,
    robot: {
      userAgent: "Viber",
      robotsToken: "Viber",
      obeysRobots: assumed(false, "Not published"),
      windowBytes: assumed(mebibyte),
      range: undefined,
      timeoutMs: assumed(10_000),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: undefined,
    description: undefined,
    image: { maxBytes: undefined, types: webImages, min: undefined, minLarge: undefined, aspect: undefined },
  },
  {
    grade: "C",
    title: [meta("og:title"), titleTag],
    description: [meta("og:description")],
    siteName: [],
    author: [],
    image: [meta("og:image")],
    layout: largeBySize(),
  },
);
