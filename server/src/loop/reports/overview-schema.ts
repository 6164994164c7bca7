import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

/** The field's comparison of the two halves, row by row. */
export const overviewRows = ["goal", "actions", "tools", "metrics", "interaction", "result"] as const;

const Figure = z.object({
  id: z.string().describe("What was counted, as in `clicks`"),
  value: z.number(),
});

export const Overview = z.object({
  from: Instant,
  to: Instant,
  rows: z.array(
    z.object({
      row: z.enum(overviewRows),
      smm: z.array(Figure).describe("Off the site"),
      smo: z.array(Figure).describe("On the site"),
    }),
  ),
});
