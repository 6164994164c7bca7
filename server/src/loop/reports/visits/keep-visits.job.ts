import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type JobContext } from "#src/platform/jobs/job.ts";
import { type Cutter, cutAgain, versionOf } from "./cut-visits.ts";
import { endLease, waitForLease } from "./cutting-lease.ts";
import { rollUpDays } from "./roll-up.ts";

export const cutterOf = ({ events, transact }: Pick<JobContext, "events" | "transact">): Cutter => ({
  events,
  transact: (work) => transact(wholeHouse, work),
});

/** Cuts visits each minute even if nobody asks, and rolls up the days that are over. */
export const keepVisits = job({
  id: "reports.keepVisits",
  payload: z.object({}),
  schedule: "* * * * *",
  maxAttempts: 1, // the next minute is the next attempt
  async run(ctx) {
    const cutter = cutterOf(ctx);
    await cutAgain(cutter);
    await rollUp(cutter, ctx.now());
  },
});

/** Rolls up what is over, under the lease: no visit changes meanwhile. */
export async function rollUp(cutter: Cutter, now: Date): Promise<number> {
  const lease = await waitForLease(cutter.transact, 5_000);
  if (!lease) return 0;
  try {
    return await rollUpDays(cutter, now, (index) => versionOf(lease.run, index));
  } finally {
    await endLease(cutter.transact, lease);
  }
}
