import type { Page } from "../page/page.ts";
import { declaredCard } from "../preview/layouts.ts";
import { note } from "../preview/notes.ts";
import type { Draft } from "../preview/recipe.ts";
import { findMeta, meta, oembed } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";

const maxSiteNameBytes = 253;

/** Its limits count bytes: an experiment, not a document. */
export const discord = definePreview(
  {
    id: "discord",
    name: "Discord",
    isDrawn: true,
    robot: {
      userAgent: "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
      robotsToken: "Discordbot",
      obeysRobots: known(true, "B", "Third parties"),
      windowBytes: assumed(mebibyte),
      range: undefined,
      timeoutMs: known(5000, "B", "Third parties"),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: { unit: "utf-8-bytes", max: 70, keeps: 67, ellipsis: "…" },
    description: { unit: "utf-8-bytes", max: 350, keeps: 347, ellipsis: "…" },
    image: {
      maxBytes: known(8 * mebibyte, "B", "Third parties"),
      types: webImages,
      min: undefined,
      minLarge: undefined,
      aspect: undefined,
    },
  },
  {
    grade: "B",
    title: [meta("og:title"), meta("twitter:title")],
    description: [meta("og:description"), meta("twitter:description"), meta("description")],
    siteName: [meta("og:site_name"), oembed("provider_name")],
    author: [oembed("author_name")],
    image: [meta("og:image"), meta("twitter:image")],
    onlyHtml: true,
    needs: "nothing",
    refuses: (draft) => missing(draft) ?? longSiteName(draft),
    layout(draft) {
      if (!draft.image?.shows) return "text";
      return declaredCard(draft) === "summary_large_image" ? "large" : "small";
    },
    accent: themeColour,
    remarks: (draft) =>
      draft.image?.shows && declaredCard(draft) !== "summary_large_image" ? [note("discord-small", {})] : [],
  },
);

function missing({ reading: { page } }: Draft) {
  const isEnough = ["og:title", "og:description"].some((name) =>
    meta(name).find({ page, postedUrl: page.url }),
  );
  return isEnough
    ? undefined
    : note("needs-one-of", { network: "Discord", tags: "og:title, og:description" });
}

function longSiteName({ siteName }: Draft) {
  const bytes = Buffer.byteLength(siteName?.whole ?? "");
  return bytes > maxSiteNameBytes
    ? note("discord-long-site-name", { bytes, max: maxSiteNameBytes })
    : undefined;
}

/** Only six digits are understood, not names or `rgb()`. */
function themeColour(page: Page): string | undefined {
  const colour = findMeta(page, "theme-color")?.content.trim().toLowerCase();
  return colour !== undefined && /^#[0-9a-f]{6}$/.test(colour) ? colour : undefined;
}
