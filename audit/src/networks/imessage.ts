import { note } from "../preview/notes.ts";
import type { Draft } from "../preview/recipe.ts";
import { linkWith, meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, mebibyte, known, webImages } from "./known.ts";

const practices = "https://developer.apple.com/documentation/technotes/tn3156";

/** The sender's telephone reads the page, under the names of two robots at once. */
export const imessage = definePreview(
  {
    id: "imessage",
    name: "iMessage",
    isDrawn: true,
    robot: {
      userAgent:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
      robotsToken: undefined,
      obeysRobots: assumed(false, "Not published"),
      windowBytes: assumed(mebibyte, "TN2444, Limits"),
      range: undefined,
      timeoutMs: assumed(10_000),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate, br",
    },
    title: { unit: "graphemes", max: 44, keeps: 43, ellipsis: "…" },
    description: undefined,
    image: {
      maxBytes: known(10 * mebibyte, "C", "TN2444: 10 MB for all that a page names"),
      types: [...webImages, "image/x-icon", "image/vnd.microsoft.icon"],
      min: undefined,
      minLarge: assumed({ width: 300, height: 150 }, `"Large, high-resolution": ${practices}`),
      aspect: undefined,
    },
  },
  {
    grade: "A",
    title: [meta("og:title"), titleTag],
    description: [],
    siteName: [],
    author: [],
    image: [
      meta("og:image"),
      linkWith("apple-touch-icon"),
      linkWith("apple-touch-icon-precomposed"),
      linkWith("icon"),
    ],
    layout,
    remarks({ reading: { page } }) {
      const count = page.metas.filter(
        ({ name, content }) => name === "og:image" && content.trim() !== "",
      ).length;
      return count > 1 ? [note("imessage-several", { count })] : [];
    },
  },
);

/** Icons stand beside the text, pictures above it. */
function layout({ image }: Draft) {
  if (!image?.shows) return "text";
  return image.field.from.startsWith("<link") ? "small" : "large";
}
