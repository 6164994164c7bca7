import { largeBySize } from "../preview/layouts.ts";
import { meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, jpegAndPng, known, mebibyte } from "./known.ts";

export const linkedin = definePreview(
  {
    id: "linkedin",
    name: "LinkedIn",
    isDrawn: true,
    robot: {
      userAgent: "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
      robotsToken: "LinkedInBot",
      obeysRobots: known(true, "B", "evgeniipendragon.com: blocked robots took the previews away"),
      windowBytes: assumed(mebibyte),
      range: undefined,
      timeoutMs: assumed(10_000),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: { unit: "graphemes", max: 150, keeps: 147, ellipsis: "..." },
    description: { unit: "graphemes", max: 300, keeps: 297, ellipsis: "..." },
    image: {
      maxBytes: known(5 * mebibyte, "B", "LinkedIn help, as third parties quote it"),
      types: [...jpegAndPng, "image/gif"],
      min: known({ width: 200, height: 200 }, "B", "Third parties; others say 401 or 1200 wide"),
      minLarge: known({ width: 401, height: 1 }, "B", "Third parties; others say 1200 wide"),
      aspect: 1.91,
    },
  },
  {
    grade: "B",
    title: [meta("og:title"), titleTag],
    description: [meta("og:description")],
    siteName: [],
    author: [meta("author"), meta("article:author")],
    image: [meta("og:image")],
    layout: largeBySize(),
  },
);
