import { largeBySize } from "../preview/layouts.ts";
import { laterOf, meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, mebibyte, webImages } from "./known.ts";

export const vk = definePreview(
  {
    id: "vk",
    name: "VK",
    isDrawn: true,
    robot: {
      userAgent: "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
      robotsToken: "vkShare",
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
    image: {
      maxBytes: undefined,
      types: webImages,
      min: assumed({ width: 160, height: 160 }, "Third parties, unconfirmed"),
      minLarge: assumed({ width: 537, height: 240 }, "Third parties, unconfirmed"),
      aspect: 1.91,
    },
  },
  {
    grade: "B",
    title: [laterOf(meta("og:title"), meta("twitter:title")), titleTag],
    description: [meta("og:description"), meta("description")],
    siteName: [],
    author: [],
    image: [meta("og:image")],
    layout: largeBySize(),
  },
);
