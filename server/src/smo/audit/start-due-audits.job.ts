import { sql } from "kysely";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { beginRun } from "./begin-run.ts";
import { defaultMaxPages } from "./schema.ts";

const dayMs = 24 * 3_600_000;
const atOnce = 50;

/** Begins the audits that are due: of sites that were not audited for a day, or for a week, as their owners set it. */
export const startDueAudits = job({
  id: "audit.startDueAudits",
  payload: z.object({}),
  schedule: "*/10 * * * *",
  async run({ transact, now }) {
    const due = await transact(wholeHouse, ({ db }) =>
      db
        .selectFrom("site")
        .leftJoin("auditSchedule as schedule", "schedule.siteId", "site.id")
        .select(["site.id", "site.origin", "site.workspaceId"])
        .select((site) => site.fn.coalesce("schedule.maxPages", site.val(defaultMaxPages)).as("maxPages"))
        .where((site) => site.or([site("schedule.every", "is", null), site("schedule.every", "!=", "off")]))
        .where((site) =>
          site.not(
            site.exists(
              site
                .selectFrom("auditRun as run")
                .select("run.id")
                .whereRef("run.siteId", "=", "site.id")
                .where((run) =>
                  run.or([
                    run("run.endedAt", "is", null),
                    run(
                      "run.startedAt",
                      ">",
                      sql<Date>`case when schedule.every = 'weekly' then ${since(now(), 7)}::timestamptz else ${since(now(), 1)}::timestamptz end`,
                    ),
                  ]),
                ),
            ),
          ),
        )
        .limit(atOnce)
        .execute(),
    );
    for (const { id, origin, workspaceId, maxPages } of due) {
      await transact(workspaceId, (inside) =>
        beginRun(inside, {
          workspaceId,
          site: { id, origin },
          maxPages,
          now: now(),
          startedBy: "Samovar",
        }),
      );
    }
  },
});

/** Looked at every ten minutes: without the slack a daily audit would come ten minutes later each day. */
const slackMs = 5 * 60_000;
const since = (now: Date, days: number) => new Date(now.getTime() - days * dayMs + slackMs);
