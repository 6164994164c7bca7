import { sql } from "kysely";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { scorers } from "./scorer/index.ts";

const perPoint = 20;

const Learned = z.object({
  scorer: z.enum(scorers),
  lessons: z.int().describe("Decisions about different texts that it has learned from"),
  points: z
    .array(
      z.object({
        lessons: z.int().describe("The last lesson of this point"),
        right: z
          .number()
          .describe("The share of its lessons that the scorer had right before it learned them"),
      }),
    )
    .describe(`One for each ${perPoint} of the newest 2,000 lessons, oldest first`),
});

export const getModerationLearning = operation({
  id: "getModerationLearning",
  summary: "Get how well a site's scorers foresaw what its moderators decided",
  http: "GET /sites/:siteId/moderation/learning",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: z.object({ scorers: z.array(Learned) }),
  async run(ctx, { siteId }) {
    await checkSite(ctx.db, siteId);
    const { rows } = await sql<{ scorer: string; lessons: number; right: number }>`
      select scorer, max(position)::integer as lessons,
        avg(case when (score_before >= .5) = is_positive then 1 else 0 end)::float8 as "right"
      from (
        select scorer, score_before, is_positive,
          row_number() over (partition by scorer order by seq) as position
        from moderation_lesson where site_id = ${siteId}
      ) as lesson
      group by scorer, (position - 1) / ${perPoint}
      order by scorer, lessons`.execute(ctx.db);
    const models = await ctx.db
      .selectFrom("moderationModel")
      .select(["scorer", "positives", "negatives"])
      .where("siteId", "=", siteId)
      .execute();
    return {
      scorers: scorers.map((scorer) => {
        const model = models.find((one) => one.scorer === scorer);
        return {
          scorer,
          lessons: (model?.positives ?? 0) + (model?.negatives ?? 0),
          points: rows
            .filter((row) => row.scorer === scorer)
            .map(({ lessons, right }) => ({ lessons, right })),
        };
      }),
    };
  },
});
