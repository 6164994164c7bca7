import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { Problem } from "#src/platform/problem.ts";
import { failureOf, type Outside, outsideOfJob } from "#src/smm/channels/index.ts";
import {
  findPublished,
  nextReadingAt,
  publicationPublished,
  publicationWithdrawn,
} from "#src/smm/posts/index.ts";
import { readRepliesOf } from "./read-replies.ts";

const firstReadingMs = 2 * 60_000;
const afterFailureMs = 15 * 60_000;

/** What is published is listened to. */
export const startReading = listen(
  publicationPublished,
  async ({ db, now }, { publicationId, workspaceId }) => {
    const nextAt = new Date(now().getTime() + firstReadingMs);
    await db
      .insertInto("conversationReading")
      .values({ publicationId, workspaceId, nextAt })
      .onConflict((known) => known.column("publicationId").doUpdateSet({ nextAt }))
      .execute();
  },
);

/** What is taken back is not asked for any more; what was said is kept. */
export const stopReading = listen(publicationWithdrawn, async ({ db }, { publicationId }) => {
  await db
    .updateTable("conversationReading")
    .set({ nextAt: null })
    .where("publicationId", "=", publicationId)
    .execute();
});

/** Finds the publications whose replies are due. */
export const readDueReplies = job({
  id: "conversations.readDueReplies",
  payload: z.object({}),
  schedule: "* * * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, async ({ db, enqueue }) => {
      const due = await db
        .selectFrom("conversationReading")
        .select(["publicationId", "workspaceId"])
        .where("nextAt", "<=", now())
        .orderBy("nextAt")
        .limit(300)
        .execute();
      for (const payload of due) {
        await enqueue(readRepliesJob, payload, { jobKey: `replies:${payload.publicationId}` });
      }
    });
  },
});

export const readRepliesJob = job({
  id: "conversations.readReplies",
  payload: z.object({ workspaceId: z.uuid(), publicationId: z.uuid() }),
  maxAttempts: 1,
  run: (ctx, { workspaceId, publicationId }) => readOnce(outsideOfJob(ctx, workspaceId), publicationId),
});

async function readOnce(outside: Outside, publicationId: string): Promise<void> {
  try {
    await readRepliesOf(outside, publicationId);
    const target = await outside.transact(({ db }) => findPublished(db, publicationId));
    await planNext(outside, publicationId, {
      nextAt: target ? nextReadingAt(target.publishedAt, outside.now()) : null,
    });
  } catch (error) {
    if (error instanceof Problem)
      return planNext(outside, publicationId, { nextAt: null, problem: error.message });
    const failure = failureOf(error);
    const nextAt = new Date(outside.now().getTime() + (failure.retryAfterMs ?? afterFailureMs));
    await planNext(outside, publicationId, { nextAt, problem: failure.message });
    if (failure.rule === "samovar.bug") throw error;
  }
}

async function planNext(
  outside: Outside,
  publicationId: string,
  plan: { readonly nextAt: Date | null; readonly problem?: string },
): Promise<void> {
  await outside.transact(({ db }) =>
    db.updateTable("conversationReading").set(plan).where("publicationId", "=", publicationId).execute(),
  );
}
