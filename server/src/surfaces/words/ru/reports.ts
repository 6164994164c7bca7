import type { Words } from "#src/platform/say.ts";

export const reports: Words = {};
