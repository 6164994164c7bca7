import type { Rule } from "../rule.ts";
import { promiseRule } from "./promise.ts";

/** RL01: whether the title promises what the text holds. */
export const relevanceRules: readonly Rule[] = [promiseRule];
