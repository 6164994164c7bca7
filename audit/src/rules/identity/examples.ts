import type { Example } from "../example.ts";

export const identityExamples: readonly Example[] = [];
