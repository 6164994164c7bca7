import type { Rule } from "../rule.ts";
import { cardTypeRule } from "./card-type.ts";
import { productRule } from "./product.ts";
import { telegramRule } from "./telegram.ts";
import { themeColourRule } from "./theme-colour.ts";
import { touchIconRule } from "./touch-icon.ts";

/** LP60–LP64: what single networks ask for besides. */
export const extrasRules: readonly Rule[] = [
  cardTypeRule,
  themeColourRule,
  touchIconRule,
  productRule,
  telegramRule,
];
