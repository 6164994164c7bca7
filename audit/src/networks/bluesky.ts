import { alwaysLarge } from "../preview/layouts.ts";
import { note } from "../preview/notes.ts";
import { meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";

const lexicon = "https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/embed/external.json";

export const bluesky = definePreview(
  {
    id: "bluesky",
    name: "Bluesky",
    isDrawn: true,
    robot: {
      userAgent: "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
      robotsToken: "BlueskyPreviewBot",
      obeysRobots: known(true, "B", "Third parties"),
      windowBytes: assumed(mebibyte),
      range: undefined,
      timeoutMs: known(3000, "B", "Third parties"),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: undefined,
    description: undefined,
    image: {
      maxBytes: known(1_000_000, "A", lexicon),
      types: webImages,
      min: undefined,
      minLarge: undefined,
      aspect: 1.91,
    },
  },
  {
    grade: "B",
    title: [meta("og:title"), meta("twitter:title"), titleTag],
    description: [meta("og:description"), meta("twitter:description"), meta("description")],
    siteName: [],
    author: [],
    image: [meta("og:image"), meta("twitter:image")],
    layout: alwaysLarge,
    remarks: () => [note("bluesky-baked", {})],
  },
);
