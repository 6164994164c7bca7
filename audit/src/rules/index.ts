import { fetchingRules } from "./fetching/index.ts";
import { identityRules } from "./identity/index.ts";
import { placementRules } from "./placement/index.ts";
import { textRules } from "./text/index.ts";
import { imageRules } from "./image/index.ts";
import { extrasRules } from "./extras/index.ts";
import { relevanceRules } from "./relevance/index.ts";
import { readingRules } from "./reading/index.ts";
import { spreadingRules } from "./spreading/index.ts";
import { stayingRules } from "./staying/index.ts";
import { speedRules } from "./speed/index.ts";
import type { Rule } from "./rule.ts";

/** All rules, in the order of the report. A group is a folder; its index puts its rules together. */
export const rules: readonly Rule[] = [
  ...fetchingRules,
  ...placementRules,
  ...identityRules,
  ...textRules,
  ...imageRules,
  ...extrasRules,
  ...spreadingRules,
  ...readingRules,
  ...stayingRules,
  ...speedRules,
  ...relevanceRules,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** @throws where no rule has that id */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`There is no rule "${id}"; they go from ${rules[0]?.id} to ${rules.at(-1)?.id}`);
  return rule;
}
