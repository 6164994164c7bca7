import { declaredCard } from "../preview/layouts.ts";
import { meta, oembed, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, webImages } from "./known.ts";

export const slack = definePreview(
  {
    id: "slack",
    name: "Slack",
    isDrawn: true,
    robot: {
      userAgent: "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
      robotsToken: undefined,
      obeysRobots: known(false, "B", "rubygem block_slackbot exists because it does not"),
      windowBytes: known(32_769, "B", "opengraphplus.com"),
      range: "bytes=0-32768",
      timeoutMs: assumed(5000),
      maxRedirects: assumed(5),
      httpsOnly: true,
      acceptEncoding: "gzip, deflate",
    },
    title: undefined,
    description: { unit: "graphemes", max: 300, keeps: 297, ellipsis: "…" },
    image: { maxBytes: undefined, types: webImages, min: undefined, minLarge: undefined, aspect: undefined },
  },
  {
    grade: "C",
    title: [oembed("title"), meta("twitter:title"), meta("og:title"), titleTag],
    description: [meta("twitter:description"), meta("og:description"), meta("description")],
    siteName: [oembed("provider_name"), meta("og:site_name")],
    author: [oembed("author_name")],
    image: [oembed("thumbnail_url"), meta("twitter:image"), meta("og:image")],
    layout(draft) {
      if (!draft.image?.shows) return "text";
      return declaredCard(draft) === "summary" ? "small" : "large";
    },
  },
);
