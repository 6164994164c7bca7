import { z } from "zod";
import { readSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { beginRun } from "./begin-run.ts";
import { endRun } from "./end-run.ts";
import { findCurrent, readRun } from "./run-view.ts";
import { readSchedule } from "./schedule.ts";
import { AuditRun, MaxPages } from "./schema.ts";

export const startSiteAudit = operation({
  id: "startSiteAudit",
  summary: "Start auditing a site: its known pages, and those that they link to; robots.txt is obeyed",
  http: "POST /sites/:siteId/audits",
  access: "sites.manage",
  input: z.object({
    siteId: z.uuid(),
    maxPages: MaxPages.optional().describe("Default: as the site's schedule says"),
  }),
  output: AuditRun,
  async run(ctx, { siteId, maxPages }) {
    const site = await readSite(ctx, siteId);
    const schedule = await readSchedule(ctx.db, siteId);
    const id = await beginRun(ctx, {
      workspaceId: ctx.workspace.id,
      site,
      maxPages: maxPages ?? schedule.maxPages,
      now: ctx.now(),
      startedBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
    });
    if (id === undefined) {
      throw new Problem("conflict", say`${site.origin} is being audited already`, {
        hint: say`See getSiteAudit for how far it is, or stop it: stopSiteAudit`,
      });
    }
    return readRun(ctx.db, id);
  },
});

export const stopSiteAudit = operation({
  id: "stopSiteAudit",
  summary: "Stop the audit of a site that is under way; what it has found is kept",
  http: "DELETE /sites/:siteId/audits/current",
  access: "sites.manage",
  input: z.object({ siteId: z.uuid() }),
  output: AuditRun,
  async run(ctx, { siteId }) {
    const site = await readSite(ctx, siteId);
    const current = await findCurrent(ctx.db, siteId);
    if (!current) {
      throw new Problem("conflict", say`${site.origin} is not being audited now`, {
        hint: say`Start an audit: startSiteAudit`,
      });
    }
    const by = ctx.actor.kind === "anonymous" ? "" : ctx.actor.name;
    await endRun(ctx.db, current.id, { as: "stopped", at: ctx.now(), by });
    return readRun(ctx.db, current.id);
  },
});
