import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { countArms } from "./count-arms.ts";
import { fadeCounts, nextWeights } from "./statistics/arms.ts";
import { readTest } from "./stored-test.ts";

const dayMs = 86_400_000;
const atOnce = 500;

/** Each hour gives the titles of running tests their next shares of readers: on the hour, for counts are by hour. */
export const weighTitles = job({
  id: "headlines.weighTitles",
  payload: z.object({}),
  schedule: "0 * * * *",
  async run({ transact, now, events, log, signal }) {
    const running = await transact(wholeHouse, ({ db }) =>
      db
        .selectFrom("headlineTest as test")
        .leftJoin("headlineTestEnd as end", "end.testId", "test.id")
        .select(["test.id", "test.workspaceId"])
        .where("test.kind", "=", "page")
        .where("end.testId", "is", null)
        .orderBy("test.id", "desc")
        .limit(atOnce)
        .execute(),
    );
    for (const { id, workspaceId } of running) {
      if (signal?.aborted) return;
      try {
        const stored = await transact(workspaceId, ({ db }) => readTest(db, id));
        const { siteId, path, beganAt } = stored.test;
        const at = now();
        const hours = await countArms(events, {
          workspaceId,
          siteId,
          testId: id,
          path,
          from: beganAt,
          to: at,
        });
        const arms = stored.arms.map((arm) =>
          fadeCounts(
            hours
              .filter(({ armId }) => armId === arm.id)
              .map((hour) => ({ ...hour, ageDays: (at.getTime() - new Date(hour.hour).getTime()) / dayMs })),
          ),
        );
        const weights = [...nextWeights(arms)];
        await transact(workspaceId, ({ db }) =>
          db
            .insertInto("headlineAllocation")
            .values({ testId: id, since: at, weights })
            .onConflict((before) => before.columns(["testId", "since"]).doNothing())
            .execute(),
        );
      } catch (cause) {
        // One test whose counts can't be read keeps its shares, and does not keep the others from theirs.
        log.warn({ err: cause, testId: id }, "A headline test kept its shares: its counts could not be read");
      }
    }
  },
});
