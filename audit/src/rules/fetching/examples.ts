import type { Example } from "../example.ts";

export const fetchingExamples: readonly Example[] = [];
