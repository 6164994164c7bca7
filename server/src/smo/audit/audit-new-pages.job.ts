import { auditPage } from "@samovar/audit";
import { z } from "zod";
import { pagesLearned } from "#src/ground/sites/index.ts";
import { job, type Job, type JobContext } from "#src/platform/jobs/job.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { keepAudit } from "./keep-audit.ts";
import { readSchedule } from "./schedule.ts";

const Payload = z.object({ workspaceId: z.uuid(), siteId: z.uuid() });
type Payload = z.output<typeof Payload>;

const pagesAtOnce = 20;
/** Pages become known by the thousand from a sitemap, and by the minute from visits: below that minute. */
const gatherMs = 30_000;

/** Audits pages that were never audited. */
export const auditNewPages: Job<Payload> = job({
  id: "audit.auditNewPages",
  payload: Payload,
  maxAttempts: 3,
  async run(ctx, payload) {
    const urls = await ctx.transact(payload.workspaceId, ({ db }) => findNew(db, payload.siteId));
    for (const url of urls) await auditNew(ctx, payload, url);
    if (urls.length < pagesAtOnce) return;
    await ctx.transact(payload.workspaceId, (inside) => enqueueNew(inside, payload, ctx.now()));
  },
});

export const hearPagesLearned = listen(pagesLearned, (inside, payload) =>
  enqueueNew(inside, payload, new Date(inside.now().getTime() + gatherMs)),
);

const enqueueNew = ({ enqueue }: Pick<Context, "enqueue">, payload: Payload, runAt: Date): Promise<void> =>
  enqueue(auditNewPages, payload, { runAt, jobKey: `audit-new:${payload.siteId}` });

/** Those that were learned last; none where the owner wants no audits, or as many are audited as he wants. */
async function findNew(db: Context["db"], siteId: string): Promise<string[]> {
  const { every, maxPages } = await readSchedule(db, siteId);
  const { count } = await db
    .selectFrom("auditPage")
    .select((page) => page.fn.countAll<string>().as("count"))
    .where("siteId", "=", siteId)
    .executeTakeFirstOrThrow();
  const room = Math.min(maxPages - Number(count), pagesAtOnce);
  if (every === "off" || room <= 0) return [];
  const rows = await db
    .selectFrom("sitePage")
    .innerJoin("site", "site.id", "sitePage.siteId")
    .select((page) => page.fn<string>("concat", ["site.origin", "sitePage.path"]).as("url"))
    .where("sitePage.siteId", "=", siteId)
    .where((page) =>
      page.not(
        page.exists(
          page
            .selectFrom("auditPage")
            .select("auditPage.id")
            .whereRef("auditPage.siteId", "=", "sitePage.siteId")
            .whereRef("auditPage.url", "=", (url) =>
              url.fn<string>("concat", ["site.origin", "sitePage.path"]),
            ),
        ),
      ),
    )
    .orderBy("sitePage.id", "desc")
    .limit(room)
    .execute();
  return rows.map(({ url }) => url);
}

async function auditNew(ctx: JobContext, { workspaceId, siteId }: Payload, url: string): Promise<void> {
  const visitors = ctx.openVisitors();
  try {
    const audit = await auditPage(url, { visitors, now: ctx.now });
    await ctx.transact(workspaceId, ({ db }) => keepAudit(db, { siteId, audit }));
  } finally {
    await visitors.close();
  }
}
