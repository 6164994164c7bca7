import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { mailWaits } from "./mail-waits.ts";
import type { PostOffice } from "./post-office.ts";

const atOnce = 5000;
/** Its own job comes first; what is older was lost with a process, or waited for a server. */
const overdueMs = 5 * 60_000;
const staleMs = 30 * 24 * 3_600_000;

/** Picks up letters that were left: since their worker died, or since there was no mail server and now there is. */
export const sendWaitingMail = (office: PostOffice) =>
  job({
    id: "mail.sendWaitingMail",
    payload: z.object({}),
    schedule: "*/2 * * * *",
    async run({ transact, now }) {
      const before = new Date(now().getTime() - overdueMs);
      await transact(wholeHouse, async ({ db, enqueue }) => {
        const left = await db
          .updateTable("mail")
          .set({ dueAt: now() })
          .where("id", "in", (mail) =>
            mail
              .selectFrom("mail as left")
              .leftJoin("mailServer as own", "own.workspaceId", "left.workspaceId")
              .select("left.id")
              .where("left.state", "=", "waiting")
              .where((row) =>
                row.or([
                  row("left.dueAt", "<", before),
                  row.and([
                    row("left.dueAt", "is", null),
                    row.or([row.lit(office.house !== undefined), row("own.workspaceId", "is not", null)]),
                  ]),
                ]),
              )
              .orderBy("left.id")
              .limit(atOnce),
          )
          .returning("workspaceId")
          .execute();
        for (const workspaceId of new Set(left.map((row) => row.workspaceId)))
          await mailWaits(enqueue, workspaceId);
      });
    },
  });

/** What was sent or given up is told for a month; what nobody could send for a month is given up. */
export const forgetMail = job({
  id: "mail.forgetMail",
  payload: z.object({}),
  schedule: "23 4 * * *",
  async run({ transact, now }) {
    const before = new Date(now().getTime() - staleMs);
    await transact(wholeHouse, async ({ db }) => {
      await db.deleteFrom("mail").where("state", "!=", "waiting").where("endedAt", "<", before).execute();
      await db.deleteFrom("mail").where("state", "=", "waiting").where("createdAt", "<", before).execute();
    });
  },
});
