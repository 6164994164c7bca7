import type { Rule } from "../rule.ts";
import { canonicalRule } from "./canonical.ts";
import { creatorNamedRule, oembedRule, standardSiteNamedRule, structuredDataRule } from "./descriptions.ts";
import { feedNamedRule, feedValidRule } from "./feeds.ts";
import { shareablePiecesRule, shareTargetsRule } from "./sharing.ts";

/** SP01–SP09: whether others, people and machines, can easily pass the page on. */
export const spreadingRules: readonly Rule[] = [
  feedNamedRule,
  feedValidRule,
  canonicalRule,
  oembedRule,
  structuredDataRule,
  creatorNamedRule,
  standardSiteNamedRule,
  shareTargetsRule,
  shareablePiecesRule,
];
