import type { Rule } from "../rule.ts";
import { answersEachRobot } from "./lp01-answers-each-robot.ts";
import { imageAnswersEachRobot } from "./lp02-image-answers-each-robot.ts";
import { robotsTxtAllows } from "./lp03-robots-txt-allows.ts";
import { noNoindex } from "./lp04-no-noindex.ts";
import { fewSafeRedirects } from "./lp05-few-safe-redirects.ts";
import { answersInTime } from "./lp06-answers-in-time.ts";
import { compressesAsAsked } from "./lp07-compresses-as-asked.ts";
import { answersRanges } from "./lp08-answers-ranges.ts";
import { shortLinkPassesRobots } from "./lp09-short-link-passes-robots.ts";
import { fitForStampedes } from "./lp10-fit-for-stampedes.ts";

/** Whether each network's robot gets what people get. */
export const fetchingRules: readonly Rule[] = [
  answersEachRobot,
  imageAnswersEachRobot,
  robotsTxtAllows,
  noNoindex,
  fewSafeRedirects,
  answersInTime,
  compressesAsAsked,
  answersRanges,
  shortLinkPassesRobots,
  fitForStampedes,
];
