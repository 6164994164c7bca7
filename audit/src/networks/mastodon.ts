import type { Reading } from "../preview/card.ts";
import type { Draft, Recipe } from "../preview/recipe.ts";
import { meta, oembed, type Source, titleTag } from "../preview/sources.ts";
import { structuredData } from "../preview/structured-data.ts";
import { definePreview } from "./define-preview.ts";
import { known, mebibyte, webImages } from "./known.ts";

const service = "mastodon/mastodon app/services/fetch_link_card_service.rb";
const request = "mastodon/mastodon app/lib/request.rb";
const card = "mastodon/mastodon app/models/preview_card.rb";

/** An empty Open Graph tag is an answer to it: it asks no further. */
const asked = (name: string): Source => meta(name, { isBlankAnswer: true, isExact: true });

/** `app/lib/link_details_extractor.rb` */
const fromPage: Recipe = {
  grade: "A",
  title: [structuredData("headline"), asked("og:title"), titleTag],
  description: [
    structuredData("description"),
    asked("og:description"),
    meta("description", { by: "name", isBlankAnswer: true, isExact: true }),
  ],
  siteName: [structuredData("publisher.name"), asked("og:site_name")],
  author: [structuredData("author.name"), asked("og:author"), asked("og:author:username")],
  image: [asked("og:image")],
  onlyHtml: true,
  decodesTwice: true,
  layout: largeWhenWide,
};

/** An oEmbed answer makes the card alone: what it leaves out stays empty, whatever the page says. */
const fromOembed: Recipe = {
  ...fromPage,
  title: [oembed("title")],
  description: [],
  siteName: [oembed("provider_name")],
  author: [oembed("author_name")],
  image: [oembed("thumbnail_url")],
  decodesTwice: false,
  needs: "nothing",
};

const fromPhoto: Recipe = { ...fromOembed, image: [oembed("url")] };

export const mastodon = definePreview(
  {
    id: "mastodon",
    name: "Mastodon",
    isDrawn: true,
    robot: {
      userAgent: "Mastodon/4.4.0 (http.rb/5.3.1; +https://mastodon.example/) Bot",
      robotsToken: undefined,
      obeysRobots: known(false, "A", request),
      windowBytes: known(mebibyte, "A", service),
      range: undefined,
      timeoutMs: known(30_000, "A", `${request}: 5 s to connect, 10 s to read, 30 s in all`),
      maxRedirects: known(3, "A", request),
      httpsOnly: false,
      acceptEncoding: "gzip",
    },
    title: undefined,
    description: undefined,
    image: {
      maxBytes: known(8 * mebibyte, "A", card),
      types: webImages,
      min: undefined,
      minLarge: undefined,
      aspect: 1.91,
    },
  },
  chooseRecipe,
);

/** `app/javascript/mastodon/features/status/components/card.tsx`: large is what is wider than tall. */
function largeWhenWide({ image }: Draft) {
  if (!image?.shows) return "text";
  return (image.width ?? 2) > (image.height ?? 1) ? "large" : "small";
}

function chooseRecipe({ oembed: answer }: Reading): Recipe {
  if (String(answer?.["version"]) !== "1.0") return fromPage;
  if (answer?.["type"] === "link" || answer?.["type"] === "video") return fromOembed;
  return answer?.["type"] === "photo" && typeof answer["url"] === "string" ? fromPhoto : fromPage;
}
