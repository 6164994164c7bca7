import { z } from "zod";
import { Instant, TimeZone } from "#src/platform/operation/values.ts";
import { Period } from "./period.ts";

/** The zero id: no link, no publication, no site of ours. */
export const noId = "00000000-0000-0000-0000-000000000000";

const Word = z.string().min(1).max(300);

/** What a report may be narrowed to; all of it holds at once. */
export const Narrowing = z.object({
  siteId: z.uuid().optional().describe("One site; left out: all of the workspace"),
  sourceKind: Word.max(40).optional().describe("As in `search`, `network`, `direct`"),
  source: Word.optional().describe("As the source report names it"),
  network: Word.max(80).optional().describe("Where the visitor came from or the link was placed"),
  campaign: Word.optional().describe("utm_campaign"),
  postId: z.uuid().optional(),
  publicationId: z.uuid().optional(),
  linkId: z.uuid().optional().describe("Visits of the whole share tree below this tracked link"),
  page: z.string().min(1).max(2048).optional().describe("Visits that saw this path"),
  country: z.string().max(2).optional().describe("ISO 3166-1 alpha-2; empty for unknown"),
  device: Word.max(40).optional(),
  audience: z
    .enum(["newcomer", "returning", "regular", "unknown"])
    .optional()
    .describe("Known people only, by consent; `unknown` are all others"),
});
export type Narrowing = z.output<typeof Narrowing>;

/** Fields of every question: when, where, whom. */
export const Question = Narrowing.extend(Period.shape).extend({
  zone: TimeZone.optional().describe("Whose days are meant; left out: the workspace's"),
});
export type Question = z.output<typeof Question>;

/** A second period to hold the first against. */
export const Comparison = z.object({
  compareFrom: Instant.optional().describe("Beginning of the period to compare with"),
  compareTo: Instant.optional().describe("Its end; left out: as long as the period itself"),
});
