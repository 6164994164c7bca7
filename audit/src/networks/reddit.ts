import { biggestPicture } from "../preview/biggest-picture.ts";
import { alwaysSmall } from "../preview/layouts.ts";
import { note } from "../preview/notes.ts";
import { link, meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";

export const reddit = definePreview(
  {
    id: "reddit",
    name: "Reddit",
    isDrawn: true,
    robot: {
      userAgent: "Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)",
      robotsToken: "redditbot",
      obeysRobots: assumed(false, "Not published"),
      windowBytes: assumed(mebibyte),
      range: undefined,
      timeoutMs: assumed(10_000),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: { unit: "code-points", max: 300, keeps: 300, ellipsis: "" },
    description: undefined,
    image: {
      maxBytes: undefined,
      types: webImages,
      min: known({ width: 120, height: 120 }, "B", "Third parties; the old source asks for no size"),
      minLarge: undefined,
      aspect: 1,
    },
  },
  {
    grade: "A",
    title: [meta("og:title"), titleTag],
    description: [],
    siteName: [],
    author: [],
    image: [meta("og:image"), meta("og:image:url"), link("image_src"), biggestPicture],
    wantsAbsoluteImages: true,
    needs: "nothing",
    layout: alwaysSmall,
    remarks: () => [note("reddit-typed-title", {})],
  },
);
