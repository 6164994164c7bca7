import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type JobContext } from "#src/platform/jobs/job.ts";

/** Once a day, what is older than the owners of sites want it kept. */
export const deleteOldEvents = job({
  id: "events.deleteOldEvents",
  payload: z.object({}),
  schedule: "40 3 * * *",
  async run(ctx) {
    const kept = await ctx.transact(wholeHouse, ({ db }) =>
      db.selectFrom("eventRetention").select(["workspaceId", "siteId", "months"]).execute(),
    );
    for (const { workspaceId, siteId, months } of kept)
      await deleteOlder(ctx.events, { workspaceId, siteId, before: monthsBefore(ctx.now(), months) });
  },
});

const olderOfSite =
  "workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and at < {before: DateTime64(3, 'UTC')}";

/** The store writes whole parts anew for it, so it is asked first whether there is anything to delete. */
async function deleteOlder(
  events: JobContext["events"],
  key: { readonly workspaceId: string; readonly siteId: string; readonly before: Date },
): Promise<void> {
  const found = await events.query({
    query: `select 1 from event where ${olderOfSite} limit 1`,
    query_params: key,
    format: "JSONEachRow",
  });
  if ((await found.json()).length === 0) return;
  await events.command({
    query: `alter table event delete where ${olderOfSite}`,
    query_params: key,
    clickhouse_settings: { mutations_sync: "1" },
  });
}

/** The same instant so many calendar months (UTC) before; of a day that a month lacks, its last. */
export function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  if (before.getUTCDate() !== now.getUTCDate()) before.setUTCDate(0);
  return before;
}
