import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";

const keptMs = 7 * 86_400_000;

/** An Idempotency-Key is for a request that is repeated now; after a week nobody asks what it was answered. */
export const forgetKeys = job({
  id: "operations.forgetKeys",
  payload: z.object({}),
  schedule: "23 3 * * *",
  async run({ transact, now }) {
    const before = new Date(now().getTime() - keptMs);
    await transact(wholeHouse, ({ db }) =>
      db.deleteFrom("idempotency").where("createdAt", "<", before).execute(),
    );
  },
});
