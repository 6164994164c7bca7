import { largeBySize } from "../preview/layouts.ts";
import { definePreview } from "./define-preview.ts";
import { facebookRobot, openGraphOrGuess } from "./facebook.ts";
import { assumed, known, mebibyte, webImages } from "./known.ts";

/** Two probes disagree whether it comes as facebookexternalhit or as meta-externalagent. */
export const threads = definePreview(
  {
    id: "threads",
    name: "Threads",
    isDrawn: true,
    robot: { ...facebookRobot, timeoutMs: known(5000, "B", "opengraphplus.com") },
    title: undefined,
    description: undefined,
    image: {
      maxBytes: known(5 * mebibyte, "B", "opengraphplus.com"),
      types: webImages,
      min: assumed({ width: 200, height: 200 }, "Taken as Facebook's"),
      minLarge: assumed({ width: 446, height: 233 }, "Taken as Facebook's"),
      aspect: 1.91,
    },
  },
  { grade: "B", ...openGraphOrGuess, layout: largeBySize() },
);
