import { isLargeEnough } from "../preview/layouts.ts";
import { link, meta, titleTag } from "../preview/sources.ts";
import { definePreview } from "./define-preview.ts";
import { assumed, kibibyte, known, mebibyte, webImages } from "./known.ts";

const fetching = "signalapp/Signal-Desktop ts/linkPreviews/linkPreviewFetch.preload.ts";

const property = (name: string) => meta(name, { by: "property", isExact: true });

export const signal = definePreview(
  {
    id: "signal",
    name: "Signal",
    isDrawn: false,
    robot: {
      userAgent: "WhatsApp/2",
      robotsToken: undefined,
      obeysRobots: known(false, "A", fetching),
      windowBytes: known(1000 * kibibyte, "A", fetching),
      range: undefined,
      timeoutMs: assumed(10_000, "The caller's affair"),
      maxRedirects: known(19, "A", `${fetching}: 20 requests in all`),
      httpsOnly: true,
      acceptEncoding: "gzip, deflate",
    },
    title: undefined,
    description: undefined,
    image: {
      maxBytes: known(mebibyte, "A", fetching),
      types: [...webImages, "image/x-icon", "image/vnd.microsoft.icon"],
      min: undefined,
      minLarge: known(
        { width: 200, height: 200 },
        "A",
        "signalapp/Signal-Desktop ts/linkPreviews/shouldUseFullSizeLinkPreviewImage.std.ts",
      ),
      aspect: undefined,
    },
  },
  {
    grade: "A",
    title: [property("og:title"), titleTag],
    description: [property("og:description"), meta("description", { by: "name", isExact: true })],
    siteName: [],
    author: [],
    image: [
      property("og:image"),
      property("og:image:url"),
      link("apple-touch-icon"),
      link("apple-touch-icon-precomposed"),
      link("shortcut icon"),
      link("icon"),
    ],
    onlyHtml: true,
    layout(draft) {
      if (!draft.image?.shows) return "text";
      return isLargeEnough(draft) && !isRoughlySquare(draft.image) ? "large" : "small";
    },
  },
);

const isRoughlySquare = ({ width, height }: { width: number | undefined; height: number | undefined }) =>
  width !== undefined && height !== undefined && Math.abs(1 - width / height) < 0.05;
