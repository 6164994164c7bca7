import type { Example } from "./example.ts";
import { fetchingExamples } from "./fetching/examples.ts";
import { identityExamples } from "./identity/examples.ts";
import { placementExamples } from "./placement/examples.ts";

export const examples: readonly Example[] = [...fetchingExamples, ...placementExamples, ...identityExamples];
