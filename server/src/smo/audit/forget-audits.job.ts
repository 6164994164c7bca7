import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";

const dayMs = 24 * 3_600_000;
/** A year to compare with, and a month of it for the seams. */
const runDays = 400;
const resolvedDays = 180;
/** A page that no audit has met for so long is gone from its site. */
const pageDays = 90;
const askingDays = 1;

/** Lets go of what nobody looks back to. */
export const forgetAudits = job({
  id: "audit.forgetAudits",
  payload: z.object({}),
  schedule: "17 3 * * *",
  async run({ transact, now }) {
    const before = (days: number) => new Date(now().getTime() - days * dayMs);
    await transact(wholeHouse, async ({ db }) => {
      await db.deleteFrom("auditRun").where("endedAt", "<", before(runDays)).execute();
      await db.deleteFrom("auditFinding").where("resolvedAt", "<", before(resolvedDays)).execute();
      await db.deleteFrom("auditPage").where("auditedAt", "<", before(pageDays)).execute();
      await db.deleteFrom("auditAsking").where("at", "<", before(askingDays)).execute();
    });
  },
});
