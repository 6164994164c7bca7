/** Audits a site page by page: one worker at a time, which may be killed at any line. */
import { setTimeout as pause } from "node:timers/promises";
import { auditPage, type SiteVisitors } from "@samovar/audit";
import { originsOf } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { JobContext } from "#src/platform/jobs/job.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { endRun } from "./end-run.ts";
import { keepStep, type Step } from "./keep-step.ts";

export interface Walk {
  readonly workspaceId: string;
  readonly runId: string;
  /** Enqueues the walk once more, in the transaction. */
  readonly goOn: (inside: Inside) => Promise<void>;
}

/** A job takes so many pages, then lets others to the worker. */
const pagesAtOnce = 20;
/** Longer than the slowest page takes. */
const heldMs = 5 * 60_000;
/** Between two pages: a site is a guest's host. Robots.txt may ask for more, up to the greatest. */
const pauseMs = 250;
const greatestPauseMs = 10_000;
/** What all robots together may take of one page and its pictures. */
const pageBytes = 128 * 1024 * 1024;

export async function walkSite(ctx: JobContext, walk: Walk): Promise<void> {
  if (!(await ctx.transact(walk.workspaceId, ({ db }) => takeRun(db, walk.runId, ctx.now())))) return;
  const visitors = ctx.openVisitors();
  try {
    for (let done = 0; done < pagesAtOnce && !ctx.signal?.aborted; done += 1) {
      const step = await ctx.transact(walk.workspaceId, ({ db }) => nextStep(db, walk.runId, ctx.now()));
      if (!step) return await conclude(ctx, walk);
      await pause(await takeStep(ctx, walk, { step, visitors }));
    }
  } finally {
    await visitors.close();
  }
  await ctx.transact(walk.workspaceId, async (inside) => {
    await inside.db.updateTable("auditRun").set({ heldUntil: null }).where("id", "=", walk.runId).execute();
    await walk.goOn(inside);
  });
}

const conclude = ({ transact, now }: JobContext, { workspaceId, runId }: Walk) =>
  transact(workspaceId, ({ db }) => endRun(db, runId, { as: "done", at: now() }));

/** False when it has ended, or another worker has it. */
async function takeRun(db: Db, runId: string, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable("auditRun")
    .set({ heldUntil: new Date(now.getTime() + heldMs) })
    .where("id", "=", runId)
    .where("endedAt", "is", null)
    .where((run) => run.or([run("heldUntil", "is", null), run("heldUntil", "<", now)]))
    .returning("id")
    .executeTakeFirst();
  return taken !== undefined;
}

/** The next page; none when all are done, or the run was stopped meanwhile. */
async function nextStep(db: Db, runId: string, now: Date): Promise<Step | undefined> {
  const row = await db
    .selectFrom("auditRunPage as page")
    .innerJoin("auditRun as run", "run.id", "page.runId")
    .innerJoin("site", "site.id", "run.siteId")
    .select(["page.url", "run.siteId", "run.maxPages", "site.origin"])
    .where("page.runId", "=", runId)
    .where("page.auditedAt", "is", null)
    .where("run.endedAt", "is", null)
    .orderBy("page.position")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  await db
    .updateTable("auditRun")
    .set({ heldUntil: new Date(now.getTime() + heldMs) })
    .where("id", "=", runId)
    .execute();
  const { origin, ...step } = row;
  return { ...step, origins: originsOf(origin) };
}

interface Look {
  readonly step: Step;
  readonly visitors: SiteVisitors;
}

/** Audits one page, unless robots.txt forbids it. Answers how long to wait before the next, in ms. */
async function takeStep(ctx: JobContext, walk: Walk, { step, visitors }: Look): Promise<number> {
  const robots = await visitors.robots(step.url);
  const isAllowed = robots.verdict("samovar", step.url).isAllowed;
  const audit = isAllowed
    ? await auditPage(step.url, { visitors: visitors.withBudget(pageBytes), now: ctx.now })
    : undefined;
  const now = ctx.now();
  await ctx.transact(walk.workspaceId, ({ db }) => keepStep(db, walk.runId, { step, audit, now }));
  return Math.min(Math.max((robots.crawlDelay ?? 0) * 1000, pauseMs), greatestPauseMs);
}
