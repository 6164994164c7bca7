import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";

const Months = z
  .int()
  .min(1, "must be 1 to 120 months")
  .max(120, "must be 1 to 120 months")
  .nullable()
  .describe(
    "Older events are deleted, once a day; visits that were cut from them stay. null: events are kept for ever",
  );

const EventRetention = z.object({ siteId: z.uuid(), months: Months });

export const getEventRetention = operation({
  id: "getEventRetention",
  summary: "Show how long a site's events are kept",
  http: "GET /sites/:siteId/event-retention",
  access: "read",
  input: EventRetention.pick({ siteId: true }),
  output: EventRetention,
  async run({ db }, { siteId }) {
    await checkSite(db, siteId);
    const row = await db
      .selectFrom("eventRetention")
      .select("months")
      .where("siteId", "=", siteId)
      .executeTakeFirst();
    return { siteId, months: row?.months ?? null };
  },
});

export const changeEventRetention = operation({
  id: "changeEventRetention",
  summary: "Change how long a site's events are kept; what is deleted for its age does not come back",
  http: "PATCH /sites/:siteId/event-retention",
  access: "sites.manage",
  input: EventRetention,
  output: EventRetention,
  async run({ db }, { siteId, months }) {
    await checkSite(db, siteId);
    if (months === null) await db.deleteFrom("eventRetention").where("siteId", "=", siteId).execute();
    else
      await db
        .insertInto("eventRetention")
        .values({ siteId, months })
        .onConflict((kept) => kept.column("siteId").doUpdateSet({ months }))
        .execute();
    return { siteId, months };
  },
});
