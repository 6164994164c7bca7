import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

/** A figure with the ends of its 95 % interval; null while there is nothing to make it of. */
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
const Arm = z.object({
  visitors: z.int(),
  visits: z.int(),
  furtherPages: Estimate.describe("Pages of a visit after the list came on the screen"),
  exitShare: Estimate.describe("Share of visits that ended there, 0 to 1"),
});

/** What something that is shown is worth, by those from whom it is held back. */
export const ListWorth = z
  .object({
    from: Instant,
    to: Instant,
    isEnough: z.boolean().describe("False: not enough data yet to believe the intervals"),
    needsVisitors: z.int().describe("How many visitors each arm needs at least"),
    shown: Arm,
    held: Arm,
    furtherPages: Estimate.describe("Shown less held"),
    exitShare: Estimate.describe("Shown less held; below 0: fewer leave"),
    clicks: z.int(),
  })
  .meta({ id: "ListWorth" });
export type ListWorth = z.output<typeof ListWorth>;
