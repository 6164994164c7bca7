import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";

const dayMs = 24 * 3_600_000;

/** Who asked and never confirmed is forgotten after 30 days; fingerprints of askings after two. */
export const forgetAskings = job({
  id: "subscriptions.forgetAskings",
  payload: z.object({}),
  schedule: "41 4 * * *",
  async run({ transact, now }) {
    const ago = (days: number) => new Date(now().getTime() - days * dayMs);
    await transact(wholeHouse, async ({ db }) => {
      await db.deleteFrom("subscriptionAsking").where("at", "<", ago(2)).execute();
      await db.deleteFrom("subscriber").where("state", "=", "asked").where("askedAt", "<", ago(30)).execute();
    });
  },
});
