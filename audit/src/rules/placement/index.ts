import type { Rule } from "../rule.ts";
import { withinTheWindow } from "./lp20-within-the-window.ts";
import { inTheHtmlItself } from "./lp21-in-the-html-itself.ts";
import { namedAndQuoted } from "./lp22-named-and-quoted.ts";
import { insideTheHead } from "./lp23-inside-the-head.ts";
import { oneValueEach } from "./lp24-one-value-each.ts";
import { charsetDeclared } from "./lp25-charset-declared.ts";

/** Whether the tags stand where, and as, each network's reader finds them. */
export const placementRules: readonly Rule[] = [
  withinTheWindow,
  inTheHtmlItself,
  namedAndQuoted,
  insideTheHead,
  oneValueEach,
  charsetDeclared,
];
