import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";

const dayMs = 86_400_000;
const historyDays = 90;

/** Forgets what visitors have read longer ago than is told them, and visits that are long over. */
export const forgetReadings = job({
  id: "lists.forgetReadings",
  payload: z.object({}),
  schedule: "17 3 * * *",
  async run({ transact, now }) {
    const before = (days: number) => new Date(now().getTime() - days * dayMs);
    await transact(wholeHouse, async ({ db }) => {
      await db.deleteFrom("listHistory").where("readAt", "<", before(historyDays)).execute();
      await db.deleteFrom("listVisit").where("seenAt", "<", before(2)).execute();
    });
  },
});
