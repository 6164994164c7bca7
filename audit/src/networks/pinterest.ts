import { note } from "../preview/notes.ts";
import { findMeta, firstPicture, meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";

export const pinterest = definePreview(
  {
    id: "pinterest",
    name: "Pinterest",
    isDrawn: true,
    robot: {
      userAgent: "Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)",
      robotsToken: "Pinterestbot",
      obeysRobots: assumed(true, "Said of its crawler, unconfirmed for pins"),
      windowBytes: assumed(mebibyte),
      range: undefined,
      timeoutMs: assumed(10_000),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: { unit: "graphemes", max: 100, keeps: 100, ellipsis: "…" },
    description: { unit: "graphemes", max: 500, keeps: 500, ellipsis: "…" },
    image: {
      maxBytes: undefined,
      types: webImages,
      min: undefined,
      minLarge: known({ width: 600, height: 1 }, "B", "Third parties; 1000×1500 is asked for"),
      aspect: undefined,
    },
  },
  {
    grade: "A",
    title: [meta("og:title"), titleTag],
    description: [meta("og:description"), meta("description")],
    siteName: [meta("og:site_name")],
    author: [meta("article:author"), meta("author")],
    image: [meta("og:image"), firstPicture],
    refuses({ reading: { page }, image }) {
      const isForbidden = findMeta(page, "pinterest")?.content.trim().toLowerCase() === "nopin";
      if (isForbidden) return note("pinterest-nopin", {});
      return image?.shows ? undefined : note("pinterest-needs-image", {});
    },
    layout: () => "pin",
    remarks({ image }) {
      if (!image?.width || !image.height || image.height / image.width >= 1.2) return [];
      return [note("pinterest-not-tall", { size: `${image.width}×${image.height}` })];
    },
  },
);
