import { z } from "zod";
import { VisitNow } from "#src/ground/events/index.ts";
import { Instant, Name } from "#src/platform/operation/values.ts";
import { ListKey } from "#src/smo/lists/schema.ts";

const Words = z.string().trim().max(400);
const Label = z.string().trim().min(1).max(80);
const WebAddress = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);

/** Whom a rule greets, and with what. `{source}` in a text stands for where the visitor came from. */
export const WelcomeSettings = z.object({
  name: Name.describe("For the editors"),
  place: z
    .int()
    .min(0)
    .max(10_000)
    .describe("Small numbers are asked first; the first rule that fits speaks"),
  isOn: z.boolean(),
  sources: z
    .array(z.string().trim().min(1).max(80))
    .max(50)
    .describe("Where visitors come from, as reports name it; empty: from anywhere"),
  arrivedBy: z.enum(["any", "link", "share"]).describe("By a tracked link, or by what a reader passed on"),
  campaign: z.string().trim().min(1).max(200).nullable().describe("`utm_campaign` of the link; null: any"),
  visitors: z
    .enum(["all", "newcomers", "regulars"])
    .describe("Regulars are known only among those who agreed to be known on other days"),
  textEn: Words.describe("Plain text; `{source}` stands for where the visitor came from"),
  textRu: Words,
  listKey: ListKey.nullable().describe(
    "The list that the next best material is taken from; null: none is offered",
  ),
  followUrl: WebAddress.nullable().describe("Where to follow the site; null: nothing is said of it"),
  followLabelEn: Label.nullable(),
  followLabelRu: Label.nullable(),
  holdOutPercent: z
    .int()
    .min(0)
    .max(50)
    .describe("Share of visitors who are not greeted, to measure the worth by"),
  everyDays: z
    .int()
    .min(1)
    .max(365)
    .describe("Nobody is greeted twice within so many days, as far as he is known"),
});
export type WelcomeSettings = z.output<typeof WelcomeSettings>;

export const WelcomeRule = WelcomeSettings.extend({
  id: z.uuid(),
  siteId: z.uuid(),
  revision: z.int().describe("Grows with each change"),
  createdAt: Instant,
  changedAt: Instant,
}).meta({ id: "WelcomeRule" });
export type WelcomeRule = z.output<typeof WelcomeRule>;

/** `POST /welcome/:site`: who has come, and to what page. */
export const Arrived = z.object({
  page: z.string().max(4096),
  visit: VisitNow.optional().describe("Absent: a visitor who is not to be measured, and not greeted"),
});

/** What is answered; 204 where nobody is greeted. */
export const Greeting = z.object({
  text: z.string(),
  links: z.array(z.object({ url: z.string(), title: z.string(), kind: z.enum(["next", "follow"]) })),
  props: z
    .object({ welcome: z.string(), arm: z.literal("shown") })
    .describe("To go with the event `welcome.clicked`, beside `url`"),
});
export type Greeting = z.output<typeof Greeting>;
