import type { Example } from "./example.ts";
import { fetchingExamples } from "./fetching/examples.ts";
import { identityExamples } from "./identity/examples.ts";
import { placementExamples } from "./placement/examples.ts";
import { textExamples } from "./text/examples.ts";
import { imageExamples } from "./image/examples.ts";
import { extrasExamples } from "./extras/examples.ts";
import { relevanceExamples } from "./relevance/examples.ts";
import { readingExamples } from "./reading/examples.ts";
import { spreadingExamples } from "./spreading/examples.ts";
import { stayingExamples } from "./staying/examples.ts";
import { speedExamples } from "./speed/examples.ts";

export const examples: readonly Example[] = [
  ...fetchingExamples,
  ...placementExamples,
  ...identityExamples,
  ...textExamples,
  ...imageExamples,
  ...extrasExamples,
  ...spreadingExamples,
  ...readingExamples,
  ...stayingExamples,
  ...speedExamples,
  ...relevanceExamples,
];
