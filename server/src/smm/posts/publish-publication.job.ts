import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type Job } from "#src/platform/jobs/job.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { outsideOfJob } from "#src/smm/channels/index.ts";
import { publish } from "./publish.ts";

const Payload = z.object({ workspaceId: z.uuid(), publicationId: z.uuid() });
type Payload = z.output<typeof Payload>;

/** Goes on with a publication from wherever it stands. */
export const publishPublication: Job<Payload> = job({
  id: "posts.publishPublication",
  payload: Payload,
  run: (ctx, payload) =>
    publish(outsideOfJob(ctx, payload.workspaceId), {
      publicationId: payload.publicationId,
      comeBack: (inside, runAt) => enqueueAt(inside, payload, runAt),
    }),
});

const enqueueAt = ({ enqueue }: Pick<Inside, "enqueue">, payload: Payload, runAt: Date) =>
  enqueue(publishPublication, payload, { runAt, jobKey: `publish:${payload.publicationId}` });

const overdueMs = 60_000;
const atOnce = 500;

/**
 * Finds publications that are due and whose job is lost: it died with its worker, and graphile-worker gives the job of
 * a dead worker back only after four hours. A second job for one publication does no harm.
 */
export const resumePublications = job({
  id: "posts.resumePublications",
  payload: z.object({}),
  schedule: "* * * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, async ({ db, enqueue }) => {
      const overdue = new Date(now().getTime() - overdueMs);
      const lost = await db
        .selectFrom("publication")
        .leftJoin("channelTurn", "channelTurn.channelId", "publication.channelId")
        .select(["publication.id", "publication.workspaceId"])
        .where("state", "in", ["scheduled", "publishing"])
        .where("scheduledAt", "<", overdue)
        .where((each) => each.or([each("waitsUntil", "is", null), each("waitsUntil", "<", overdue)]))
        .where((each) =>
          each.or([each("channelTurn.heldUntil", "is", null), each("channelTurn.heldUntil", "<", now())]),
        )
        .orderBy("publication.scheduledAt")
        .limit(atOnce)
        .execute();
      for (const { id, workspaceId } of lost)
        await enqueueAt({ enqueue }, { workspaceId, publicationId: id }, now());
    });
  },
});
