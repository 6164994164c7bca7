import { note } from "../preview/notes.ts";

import { declaredCard, isLargeEnough } from "../preview/layouts.ts";
import type { Draft } from "../preview/recipe.ts";
import { findMeta, meta } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, webImages } from "./known.ts";

const markup = "https://developer.x.com/en/docs/x-for-websites/cards/overview/markup";

export const x = definePreview(
  {
    id: "x",
    name: "X",
    isDrawn: true,
    robot: {
      userAgent: "Twitterbot/1.0",
      robotsToken: "Twitterbot",
      obeysRobots: known(true, "A†", "Cards: troubleshooting (read through a copy)"),
      windowBytes: assumed(1_048_576),
      range: undefined,
      timeoutMs: assumed(10_000),
      maxRedirects: assumed(5),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate",
    },
    title: { unit: "code-points", max: 70, keeps: 70, ellipsis: "…" },
    description: { unit: "code-points", max: 200, keeps: 200, ellipsis: "…" },
    image: {
      maxBytes: known(5_000_000, "A", markup),
      types: webImages,
      min: known({ width: 144, height: 144 }, "B", "Summary card, as third parties measured it"),
      minLarge: known(
        { width: 300, height: 157 },
        "A†",
        "Summary card with large image (read through a copy)",
      ),
      aspect: 2,
    },
  },
  {
    grade: "A",
    title: [meta("twitter:title"), meta("og:title")],
    description: [meta("twitter:description"), meta("og:description")],
    siteName: [],
    author: [],
    image: [meta("twitter:image"), meta("twitter:image:src"), meta("og:image")],
    refuses(draft) {
      if (!draft.title) return note("needs-title", { network: "X", tags: "twitter:title, og:title" });
      return cardType(draft) === undefined ? note("x-needs-card-type", {}) : undefined;
    },
    layout(draft) {
      if (!draft.image?.shows) return "text";
      return cardType(draft) === "summary_large_image" && isLargeEnough(draft) ? "large" : "small";
    },
    remarks: (draft) => (declaredCard(draft) ? [] : [note("x-card-type-guessed", {})]),
  },
);

/** Without twitter:card the three Open Graph tags together may still make a summary. */
function cardType(draft: Draft): string | undefined {
  const declared = declaredCard(draft);
  if (declared !== undefined) return declared;
  const isEnough = ["og:type", "og:title", "og:description"].every((name) =>
    findMeta(draft.reading.page, name),
  );
  return isEnough ? "summary" : undefined;
}
