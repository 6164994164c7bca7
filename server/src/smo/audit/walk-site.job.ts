import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type Job } from "#src/platform/jobs/job.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { endRun } from "./end-run.ts";
import { walkSite } from "./walk-site.ts";

const Payload = z.object({ workspaceId: z.uuid(), runId: z.uuid() });
type Payload = z.output<typeof Payload>;

/** Audits some more pages of a run, from wherever it stands. */
export const walkSiteJob: Job<Payload> = job({
  id: "audit.walkSite",
  payload: Payload,
  maxAttempts: 3,
  run: (ctx, payload) => walkSite(ctx, { ...payload, goOn: (inside) => enqueueWalk(inside, payload) }),
});

export const enqueueWalk = ({ enqueue }: Pick<Inside, "enqueue">, payload: Payload): Promise<void> =>
  enqueue(walkSiteJob, payload, { jobKey: `audit:${payload.runId}` });

/** A worker that has not been heard of for so long is dead. */
const abandonedMs = 60_000;

const endlessMs = 24 * 3_600_000;
const tooLong = "It was not done within a day: the site answers too slowly for so many pages";

/** Finds runs whose worker died: graphile-worker gives the job of a dead worker back only after four hours. */
export const resumeRuns = job({
  id: "audit.resumeRuns",
  payload: z.object({}),
  schedule: "* * * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, async ({ db, enqueue }) => {
      const before = new Date(now().getTime() - abandonedMs);
      const lost = await db
        .selectFrom("auditRun")
        .select(["id as runId", "workspaceId"])
        .where("endedAt", "is", null)
        .where("startedAt", "<", before)
        .where((run) => run.or([run("heldUntil", "is", null), run("heldUntil", "<", before)]))
        .execute();
      for (const run of lost) await enqueueWalk({ enqueue }, run);
      const endless = await db
        .selectFrom("auditRun")
        .select("id")
        .where("endedAt", "is", null)
        .where("startedAt", "<", new Date(now().getTime() - endlessMs))
        .execute();
      for (const { id } of endless) await endRun(db, id, { as: "failed", at: now(), failure: tooLong });
    });
  },
});
