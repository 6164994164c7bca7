import { declaredCard } from "../preview/layouts.ts";
import type { Draft } from "../preview/recipe.ts";
import { link, meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";

const summaly = "https://github.com/misskey-dev/summaly/blob/master/src/general.ts";

const maxTitle = 100;

const property = (name: string) => meta(name, { by: "property", isExact: true });
const name = (named: string) => meta(named, { by: "name", isExact: true });

export const misskey = definePreview(
  {
    id: "misskey",
    name: "Misskey",
    isDrawn: false,
    robot: {
      userAgent: "SummalyBot/5.5.1 (+https://github.com/misskey-dev/summaly/blob/master/README.md)",
      robotsToken: undefined,
      obeysRobots: known(false, "A", summaly),
      windowBytes: known(10 * mebibyte, "A", summaly),
      range: undefined,
      timeoutMs: known(60_000, "A", `${summaly}: 20 s to answer, 60 s in all`),
      maxRedirects: assumed(10, "What its HTTP client, got, does when nothing is said"),
      httpsOnly: false,
      acceptEncoding: "gzip, deflate, br",
    },
    title: { unit: "utf-16", max: maxTitle, keeps: maxTitle, ellipsis: "..." },
    description: { unit: "utf-16", max: 300, keeps: 300, ellipsis: "..." },
    image: { maxBytes: undefined, types: webImages, min: undefined, minLarge: undefined, aspect: undefined },
  },
  {
    grade: "A",
    title: [property("og:title"), name("twitter:title"), property("twitter:title"), titleTag],
    description: [
      property("og:description"),
      name("twitter:description"),
      property("twitter:description"),
      name("description"),
    ],
    siteName: [property("og:site_name"), name("application-name")],
    author: [name("fediverse:creator")],
    image: [
      property("og:image"),
      name("twitter:image"),
      property("twitter:image"),
      link("image_src"),
      link("apple-touch-icon"),
      link("apple-touch-icon image_src"),
    ],
    decodesTwice: true,
    keepsSpace: true,
    needs: "nothing",
    edits: tidy,
    layout(draft) {
      if (!draft.image?.shows) return "text";
      return declaredCard(draft) === "summary_large_image" ? "large" : "small";
    },
  },
);

/** It drops a description that only repeats the title, and the site's name from the end of a title that was not cut. */
function tidy({ title, description, siteName, reading }: Draft) {
  const site = siteName?.whole ?? URL.parse(reading.page.url)?.host ?? "";
  return {
    title: title && { ...title, whole: withoutSiteName(title.whole, site) },
    description: description?.whole === title?.whole ? undefined : description,
  };
}

function withoutSiteName(title: string, site: string): string {
  if (site === "" || title.length > maxTitle || !title.endsWith(site)) return title;
  const before = title.slice(0, -site.length).replace(/\s$/, "");
  return /[-|:・]$/.test(before) && before.length > 1 ? before.slice(0, -1).replace(/\s$/, "") : title;
}
