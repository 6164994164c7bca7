import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { NetworkFailure } from "#src/networks/failure.ts";
import { Problem } from "#src/platform/problem.ts";
import { outsideOfJob } from "./outside.ts";
import { refreshChannel } from "./refresh-channel.ts";

const hourMs = 3_600_000;
const atOnce = 500;

/** Each channel once a day, and before its credentials end. */
export const refreshChannels = job({
  id: "channels.refreshChannels",
  payload: z.object({}),
  schedule: "*/15 * * * *",
  async run({ transact, now }) {
    const before = (hours: number) => new Date(now().getTime() - hours * hourMs);
    await transact(wholeHouse, async ({ db, enqueue }) => {
      const due = await db
        .selectFrom("channel")
        .select(["id", "workspaceId"])
        .where("disconnectedAt", "is", null)
        .where((channel) =>
          channel.or([
            channel("checkedAt", "<", before(23)),
            channel.and([channel("expiresAt", "<", before(-2)), channel("checkedAt", "<", before(0.2))]),
          ]),
        )
        .where((channel) =>
          channel.not(
            channel.exists(
              channel.selectFrom("channelProblem").select("since").whereRef("channelId", "=", "channel.id"),
            ),
          ),
        )
        .limit(atOnce)
        .execute();
      for (const { id, workspaceId } of due) {
        await enqueue(refreshChannelJob, { workspaceId, channelId: id }, { jobKey: `refresh:${id}` });
      }
    });
  },
});

export const refreshChannelJob = job({
  id: "channels.refreshChannel",
  payload: z.object({ workspaceId: z.uuid(), channelId: z.uuid() }),
  maxAttempts: 5,
  async run(ctx, { workspaceId, channelId }) {
    try {
      await refreshChannel(outsideOfJob(ctx, workspaceId), channelId);
    } catch (error) {
      // A dead token shows on the channel, a disconnected channel needs nothing; the rest is tried again.
      const isSettled =
        error instanceof Problem ||
        (error instanceof NetworkFailure && error.kind !== "wait" && error.kind !== "unsure");
      if (!isSettled) throw error;
      ctx.log.info({ channelId, why: error.message }, "A channel could not be refreshed");
    }
  },
});
