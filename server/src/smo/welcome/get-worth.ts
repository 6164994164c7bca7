import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { ListWorth, measureWorth, measuredSpan } from "#src/smo/lists/index.ts";
import { readRule } from "./rule-row.ts";

export const getWelcomeWorth = operation({
  id: "getWelcomeWorth",
  summary:
    "Show what a greeting is worth by its hold-out: further pages a visit, and outflow with and without",
  http: "GET /welcome-rules/:id/worth",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    id: z.uuid(),
    from: Instant.optional().describe("30 days ago, when left out"),
    to: Instant.optional(),
  }),
  output: ListWorth,
  async run(ctx, { id, ...asked }) {
    const { siteId } = await ctx.transact(({ db }) => readRule(db, id));
    const span = measuredSpan(asked, ctx.now());
    const worth = await measureWorth(ctx.events, {
      workspaceId: ctx.workspace.id,
      siteId,
      ...span,
      family: "welcome",
      name: id,
    });
    return { ...span, ...worth };
  },
});
