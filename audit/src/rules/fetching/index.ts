import type { Rule } from "../rule.ts";

export const fetchingRules: readonly Rule[] = [];
