import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

/** A title as a reader sees it on one line. */
export const Headline = z.string().trim().min(1, "is empty").max(300, "is longer than 300 characters");

export const maxArms = 6;

export const HeadlineInterval = z
  .object({ low: z.number(), high: z.number() })
  .describe("Holds at every look together, with 95 % (arXiv 2103.06476)");

export const HeadlineArm = z.object({
  id: z.uuid(),
  title: z.string(),
  postId: z.uuid().nullable(),
  weight: z.number().describe("Share of the readers that it gets now, 0 to 1"),
  exposures: z.number().nullable().describe("Readers who saw it; null where the network does not tell"),
  clicks: z.number(),
  qualityClicks: z.number().describe("Clicks whose visit reached a read"),
  rate: z.number().nullable().describe("Quality clicks per exposure"),
  interval: HeadlineInterval.nullable(),
  bestChance: z.number().nullable().describe("Chance that this is the best of them, 0 to 1"),
  expectedLoss: z
    .number()
    .nullable()
    .describe("Quality clicks per exposure that one loses on average by choosing it for good"),
});

export const HeadlineTest = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  kind: z
    .enum(["page", "posts"])
    .describe("Titles of a page on the site's lists, or of posts that lead to it"),
  path: z.string(),
  beganAt: Instant,
  beganBy: z.string(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  winnerId: z.uuid().nullable(),
});
export type HeadlineTest = z.output<typeof HeadlineTest>;

/** What can be said of a test now. */
export const headlineVerdicts = [
  "too-few", // an arm was shown to fewer than a hundred
  "undecided",
  "leading", // choosing the leader costs less than a hundredth of its rate
  "proven", // the interval of the difference to every other leaves out nothing
  "spoilt", // the arms were not shown in the shares that they were given
  "unknown-reach", // a network does not tell how many saw the post
] as const;

export const HeadlineReport = HeadlineTest.extend({
  arms: z.array(HeadlineArm),
  verdict: z.enum(headlineVerdicts),
  leaderId: z.uuid().nullable().describe("The arm that `leading` and `proven` speak of"),
  sampleRatioChance: z
    .number()
    .nullable()
    .describe(
      "Chance of shares as far from the given ones; below 0.001 something serves one arm to everybody",
    ),
  days: z
    .array(z.object({ day: z.string(), exposures: z.array(z.number()), qualityClicks: z.array(z.number()) }))
    .describe("By UTC day, the numbers in the arms' order"),
});
export type HeadlineReport = z.output<typeof HeadlineReport>;

export const TitleAdvice = z.object({
  title: z.string(),
  language: z.enum(["en", "other"]).describe("Curiosity and appeal were learned from English titles only"),
  curiosity: z.number().nullable().describe("0 says plainly what comes, 1 is bait; as a crowd would rate it"),
  curiosityError: z.number().nullable().describe("Root mean square error of `curiosity`"),
  honesty: z
    .number()
    .nullable()
    .describe("0 to 1: whether the text is about what the title says; null without a text"),
  missing: z.array(z.string()).describe("Words of the title that its text does not have"),
  winChance: z
    .number()
    .nullable()
    .describe(
      "Chance that it gets more clicks than the others of this call, 0 to 1; a guess before any test",
    ),
});

export const maxTextLength = 50_000;
