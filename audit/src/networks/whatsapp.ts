import { largeBySize } from "../preview/layouts.ts";
import { meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, jpegAndPng, kibibyte, known } from "./known.ts";

const previews = "https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews";

export const whatsapp = definePreview(
  {
    id: "whatsapp",
    name: "WhatsApp",
    isDrawn: true,
    robot: {
      userAgent: "WhatsApp/2.23.20.0 A",
      robotsToken: "WhatsApp",
      obeysRobots: assumed(false, "Reports contradict each other"),
      windowBytes: known(300 * kibibyte, "A", previews),
      range: undefined,
      timeoutMs: known(10_000, "B", "Third parties"),
      maxRedirects: assumed(5),
      httpsOnly: true,
      acceptEncoding: "gzip, deflate",
    },
    title: { unit: "lines", max: 2, keeps: 2, ellipsis: "…" },
    description: { unit: "lines", max: 2, keeps: 2, ellipsis: "…" },
    image: {
      maxBytes: known(600 * kibibyte, "B", "getlinkpeek.com; older texts say 300 kB"),
      types: [...jpegAndPng, "image/webp"],
      min: undefined,
      minLarge: known({ width: 300, height: 1 }, "B", "getlinkpeek.com"),
      aspect: 1.91,
    },
  },
  {
    grade: "A",
    title: [meta("og:title"), titleTag],
    description: [meta("og:description"), meta("description")],
    siteName: [],
    author: [],
    image: [meta("og:image")],
    sees: ({ isInHead, isQuoted }) => isInHead && isQuoted,
    layout: largeBySize({ maxAspect: 4 }),
  },
);
