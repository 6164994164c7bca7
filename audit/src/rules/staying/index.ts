import type { Rule } from "../rule.ts";
import { brokenLinksRule } from "./broken-links.ts";
import { notFoundRule } from "./not-found.ts";
import { deadEndRule, furtherRule } from "./onward.ts";

/** ST01–ST04: whether a reader finds a way further into the site. */
export const stayingRules: readonly Rule[] = [furtherRule, deadEndRule, brokenLinksRule, notFoundRule];
