import type { Example } from "../example.ts";

export const placementExamples: readonly Example[] = [];
