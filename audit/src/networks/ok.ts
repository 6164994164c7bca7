import { largeBySize } from "../preview/layouts.ts";
import { meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, mebibyte, webImages } from "./known.ts";

/** Nothing about it is published but its names: all figures wait for a live probe. */
export const ok = definePreview(
  {
    id: "ok",
    name: "OK",
    isDrawn: true,
    robot: {
      userAgent: "OdklBot/1.0 (share@odnoklassniki.ru)",
      robotsToken: "OdklBot",
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
    image: { maxBytes: undefined, types: webImages, min: undefined, minLarge: undefined, aspect: 1.91 },
  },
  {
    grade: "C",
    title: [meta("og:title"), titleTag],
    description: [meta("og:description"), meta("description")],
    siteName: [],
    author: [],
    image: [meta("og:image")],
    layout: largeBySize(),
  },
);
