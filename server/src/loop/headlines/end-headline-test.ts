import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { choosePageTitle } from "#src/smo/repair/index.ts";
import { HeadlineTest } from "./schema.ts";
import { readTest } from "./stored-test.ts";

export const endHeadlineTest = operation({
  id: "endHeadlineTest",
  summary:
    "End a test of titles, with a winner or without; the winner can become the title of the page's card",
  http: "POST /headline-tests/:testId/ending",
  access: "content.edit",
  input: z.object({
    testId: z.uuid(),
    winnerId: z.uuid().nullable().default(null).describe("The arm that stays; null: none"),
    isCardTitle: z
      .boolean()
      .default(false)
      .describe("The winner's title goes into the page's tags and card from now on"),
  }),
  output: HeadlineTest,
  async run(ctx, { testId, winnerId, isCardTitle }) {
    const { test, arms } = await readTest(ctx.db, testId);
    const winner = arms.find(({ id }) => id === winnerId);
    if (winnerId !== null && !winner) {
      throw new Problem("not_found", say`There is no title ${winnerId} in this test`, {
        hint: say`See getHeadlineTest`,
      });
    }
    const end = {
      testId,
      endedAt: ctx.now(),
      endedBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
      winnerId,
    };
    const ended = await ctx.db
      .insertInto("headlineTestEnd")
      .values(end)
      .onConflict((before) => before.column("testId").doNothing())
      .returning("testId")
      .executeTakeFirst();
    if (!ended) {
      throw new Problem("conflict", say`The test ended at ${test.endedAt?.toISOString() ?? "?"}`, {
        hint: say`Begin a new one: createHeadlineTest`,
      });
    }
    if (isCardTitle && winner) await choosePageTitle(ctx, { ...test, title: winner.title });
    return { ...test, endedAt: end.endedAt, endedBy: end.endedBy, winnerId };
  },
});
