import type { Rule } from "../rule.ts";
import { amountRule, clutterRule, paragraphRule, partsRule } from "./amount.ts";
import { easeRule } from "./ease.ts";
import { headingOrderRule, mainHeadingRule } from "./headings.ts";
import { languageRule } from "./language.ts";

/** RD01–RD08: whether the page is fit to be read. */
export const readingRules: readonly Rule[] = [
  languageRule,
  mainHeadingRule,
  headingOrderRule,
  easeRule,
  clutterRule,
  paragraphRule,
  amountRule,
  partsRule,
];
