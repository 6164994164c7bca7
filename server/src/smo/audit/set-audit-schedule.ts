import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { AuditSchedule } from "./schema.ts";

export const setAuditSchedule = operation({
  id: "setAuditSchedule",
  summary: "Say how often a site is audited by itself, and how many of its pages",
  http: "PUT /sites/:siteId/audit-schedule",
  access: "sites.manage",
  input: AuditSchedule.extend({ siteId: z.uuid() }),
  output: AuditSchedule,
  async run(ctx, { siteId, every, maxPages }) {
    await checkSite(ctx.db, siteId);
    const changedBy = ctx.actor.kind === "anonymous" ? "" : ctx.actor.name;
    const schedule = { every, maxPages, changedAt: ctx.now(), changedBy };
    await ctx.db
      .insertInto("auditSchedule")
      .values({ siteId, ...schedule })
      .onConflict((known) => known.column("siteId").doUpdateSet(schedule))
      .execute();
    return { every, maxPages };
  },
});
