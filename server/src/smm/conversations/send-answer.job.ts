import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type Job } from "#src/platform/jobs/job.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { outsideOfJob } from "#src/smm/channels/index.ts";
import { send } from "./send-answer.ts";

const Payload = z.object({ workspaceId: z.uuid(), answerId: z.uuid() });
type Payload = z.output<typeof Payload>;

export const sendAnswer: Job<Payload> = job({
  id: "conversations.sendAnswer",
  payload: Payload,
  run: (ctx, payload) =>
    send(outsideOfJob(ctx, payload.workspaceId), {
      answerId: payload.answerId,
      comeBack: (inside, runAt) => enqueueAt(inside, payload, runAt),
    }),
});

const enqueueAt = ({ enqueue }: Pick<Inside, "enqueue">, payload: Payload, runAt: Date) =>
  enqueue(sendAnswer, payload, { runAt, jobKey: `answer:${payload.answerId}` });

const overdueMs = 60_000;

/** Finds answers whose job died with its worker. A second job for one answer does no harm. */
export const resumeAnswers = job({
  id: "conversations.resumeAnswers",
  payload: z.object({}),
  schedule: "* * * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, async ({ db, enqueue }) => {
      const overdue = new Date(now().getTime() - overdueMs);
      const lost = await db
        .selectFrom("conversationAnswer")
        .select(["id", "workspaceId"])
        .where("state", "in", ["waiting", "sending"])
        .where("createdAt", "<", overdue)
        .where((each) => each.or([each("waitsUntil", "is", null), each("waitsUntil", "<", overdue)]))
        .limit(500)
        .execute();
      for (const { id, workspaceId } of lost)
        await enqueueAt({ enqueue }, { workspaceId, answerId: id }, now());
    });
  },
});
