import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const dayMs = 86_400_000;
const defaultDays = 28;
const maxDays = 731;

/** Fields of every report: the time that it covers. */
export const Period = z.object({
  from: Instant.optional().describe("Beginning; left out: 28 days before the end"),
  to: Instant.optional().describe("End, not included; left out: now"),
});

/** The period that was asked for. Throws `invalid`. */
export function readPeriod(
  asked: z.output<typeof Period>,
  now: Date,
): { readonly from: Date; readonly to: Date } {
  const to = asked.to ?? now;
  const from = asked.from ?? new Date(to.getTime() - defaultDays * dayMs);
  if (from >= to) {
    throw new Problem("invalid", say`from: ${from.toISOString()} is not before ${to.toISOString()}`, {
      hint: say`Give a beginning that lies before the end`,
    });
  }
  if (to.getTime() - from.getTime() > maxDays * dayMs) {
    throw new Problem("invalid", say`from: the period is longer than ${maxDays} days`, {
      hint: say`Ask for a shorter one`,
    });
  }
  return { from, to };
}
