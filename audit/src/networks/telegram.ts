import { largeBySize } from "../preview/layouts.ts";
import { note } from "../preview/notes.ts";
import { findMeta, meta, titleTag } from "../preview/sources.ts";
import type { Reading } from "../preview/card.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";

export const telegram = definePreview(
  {
    id: "telegram",
    name: "Telegram",
    isDrawn: true,
    robot: {
      userAgent: "TelegramBot (like TwitterBot)",
      robotsToken: "TelegramBot",
      obeysRobots: known(true, "B", "Reported by site owners, as is that it remembers noindex"),
      windowBytes: assumed(mebibyte),
      range: undefined,
      timeoutMs: assumed(10_000),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: undefined,
    description: { unit: "utf-16", max: 170, keeps: 170, ellipsis: "…" },
    image: {
      maxBytes: known(5 * mebibyte, "B", "Reported by site owners"),
      types: webImages,
      min: undefined,
      minLarge: assumed(
        { width: 300, height: 157 },
        "core.telegram.org/type/WebPage has has_large_media, but not from which size on",
      ),
      aspect: undefined,
    },
  },
  {
    grade: "B",
    title: [meta("og:title"), meta("twitter:title"), titleTag],
    description: [meta("og:description"), meta("twitter:description"), meta("description")],
    siteName: [meta("og:site_name")],
    author: [],
    image: [meta("og:image"), meta("twitter:image")],
    layout: largeBySize(),
    remarks: ({ reading }) => (isNoindex(reading) ? [note("telegram-noindex", {})] : []),
  },
);

function isNoindex({ page, visit }: Reading): boolean {
  const said = [findMeta(page, "robots")?.content, visit?.answer?.headers.get("x-robots-tag")];
  return said.some((each) => /\bnoindex\b/i.test(each ?? ""));
}
