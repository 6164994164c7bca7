import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const decisionsMs = 90 * dayMs;

/**
 * What nobody needs any more: counts of past minutes, proofs of work that would not be taken again anyway, and after
 * ninety days what was decided, with the hash of the address that it came from.
 */
export const forgetArrivals = job({
  id: "moderation.forgetArrivals",
  payload: z.object({}),
  schedule: "41 * * * *",
  async run({ transact, now }) {
    const before = (ms: number) => new Date(now().getTime() - ms);
    await transact(wholeHouse, async ({ db }) => {
      await db.deleteFrom("moderationRate").where("minute", "<", before(hourMs)).execute();
      await db.deleteFrom("moderationSpentWork").where("spentAt", "<", before(dayMs)).execute();
      await db.deleteFrom("moderationDecision").where("at", "<", before(decisionsMs)).execute();
    });
  },
});
