import { z } from "zod";

export const decisions = ["allow", "hold", "reject"] as const;
export const Decision = z.enum(decisions);
export type Decision = z.output<typeof Decision>;

/** Why a phase decided as it did. `code` is stable and names the finding; `score` is 0 to 1 where one was measured. */
export const Reason = z
  .object({
    phase: z.string().max(40),
    decision: Decision,
    code: z.string().max(60),
    score: z.number().min(0).max(1).optional(),
    detail: z.string().max(300).optional().describe("What was met: a word, a host, a number"),
  })
  .meta({ id: "ModerationReason" });
export type Reason = z.output<typeof Reason>;
