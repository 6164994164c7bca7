import type { Rule } from "../rule.ts";
import { firstByteRule, phoneAnswerRule } from "./arrival.ts";
import { blockingRule } from "./blocking.ts";
import { cachingRule, compressionRule, documentWeightRule } from "./document.ts";
import { pictureSizeRule, pictureWeightRule } from "./pictures.ts";

/** SD01–SD08: how soon a phone shows the page. What a robot waits for is with `fetching`. */
export const speedRules: readonly Rule[] = [
  phoneAnswerRule,
  firstByteRule,
  documentWeightRule,
  compressionRule,
  cachingRule,
  blockingRule,
  pictureWeightRule,
  pictureSizeRule,
];
