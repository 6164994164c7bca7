import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";

/** Counting stops here: nobody needs to know how many thousands. */
const mostCounted = 1000;

const Count = z.int().min(0).max(mostCounted);

export const getCommentQueueCounts = operation({
  id: "getCommentQueueCounts",
  summary: `Count what waits, was reported, and was refused; up to ${mostCounted} each`,
  http: "GET /comment-queue/counts",
  access: "comments.moderate",
  input: z.object({ siteId: z.uuid().optional() }),
  output: z.object({ held: Count, reported: Count, spam: Count, rejected: Count }),
  async run({ db }, { siteId }) {
    if (siteId !== undefined) await checkSite(db, siteId);
    const count = async (state: string, isReported = false) => {
      const found = await db
        .selectFrom((inner) =>
          inner
            .selectFrom("comment")
            .select("id")
            .where("state", "=", state)
            .$if(isReported, (query) => query.where("reportCount", ">", 0))
            .$if(siteId !== undefined, (query) => query.where("siteId", "=", String(siteId)))
            .limit(mostCounted)
            .as("some"),
        )
        .select(({ fn }) => fn.countAll().as("count"))
        .executeTakeFirstOrThrow();
      return Number(found.count);
    };
    return {
      held: await count("held"),
      reported: await count("published", true),
      spam: await count("spam"),
      rejected: await count("rejected"),
    };
  },
});
