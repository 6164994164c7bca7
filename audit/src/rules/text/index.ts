import type { Rule } from "../rule.ts";
import { alternativeRule } from "./alternative.ts";
import { descriptionRule } from "./description.ts";
import { titleRule } from "./title.ts";

/** LP40–LP42: the words on the card. */
export const textRules: readonly Rule[] = [titleRule, descriptionRule, alternativeRule];
