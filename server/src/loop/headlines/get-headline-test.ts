import { z } from "zod";
import { loopFigures, noFigures } from "#src/loop/reports/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { countArms } from "./count-arms.ts";
import { type ArmTotal, judgePageTest, judgePostTest } from "./judge-test.ts";
import { HeadlineReport } from "./schema.ts";
import { readTest, type StoredTest } from "./stored-test.ts";

export const getHeadlineTest = operation({
  id: "getHeadlineTest",
  summary: "Show a test of titles: rates with intervals that may be looked at any time, and what can be said",
  http: "GET /headline-tests/:testId",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({ testId: z.uuid() }),
  output: HeadlineReport,
  async run(ctx, { testId }) {
    const stored = await ctx.transact(({ db }) => readTest(db, testId));
    return stored.test.kind === "page" ? reportOnPage(ctx, stored) : reportOnPosts(ctx, stored);
  },
});

/** Throws what the event store throws. */
export async function reportOnPage(
  ctx: Pick<Context, "events" | "now"> & { readonly workspace: Pick<Context["workspace"], "id"> },
  stored: StoredTest,
): Promise<HeadlineReport> {
  const { id, siteId, path, beganAt, endedAt } = stored.test;
  const hours = await countArms(ctx.events, {
    workspaceId: ctx.workspace.id,
    siteId,
    testId: id,
    path,
    from: beganAt,
    to: endedAt ?? ctx.now(),
  });
  return judgePageTest(stored, hours);
}

async function reportOnPosts(ctx: Context, stored: StoredTest): Promise<HeadlineReport> {
  const publications = await ctx.transact(({ db }) => publicationsOf(db, stored));
  const figures = await loopFigures(ctx.events, {
    workspaceId: ctx.workspace.id,
    publicationIds: publications.map(({ id }) => id),
  });
  const totals = stored.arms.map(({ postId }): ArmTotal => {
    const own = publications.filter((publication) => publication.postId === postId);
    const counts = own.map(({ id }) => figures.get(id) ?? noFigures);
    const views = own.map((publication) => publication.views);
    return {
      exposures: own.length === 0 || views.includes(null) ? null : sum(views.map((one) => one ?? 0)),
      clicks: sum(counts.map(({ clicks }) => clicks)),
      qualityClicks: sum(counts.map(({ reads }) => reads)),
    };
  });
  return judgePostTest(stored, totals);
}

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

async function publicationsOf(db: Db, { arms }: StoredTest) {
  const postIds = arms.flatMap(({ postId }) => (postId === null ? [] : [postId]));
  if (postIds.length === 0) return [];
  return db
    .selectFrom("publication")
    .leftJoin("publicationMetrics as metrics", "metrics.publicationId", "publication.id")
    .select(["publication.id", "publication.postId", "metrics.views"])
    .where("publication.postId", "in", postIds)
    .where("publication.publishedAt", "is not", null)
    .execute();
}
