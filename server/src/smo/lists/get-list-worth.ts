import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { measuredSpan, measureWorth } from "./measure-worth.ts";
import { ListKey } from "./schema.ts";
import { ListWorth } from "./worth-schema.ts";

export const getListWorth = operation({
  id: "getListWorth",
  summary: "Show what a list is worth by its hold-out: further pages a visit, and outflow with and without",
  http: "GET /sites/:siteId/lists/:key/worth",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    siteId: z.uuid(),
    key: ListKey,
    from: Instant.optional().describe("30 days ago, when left out"),
    to: Instant.optional(),
  }),
  output: ListWorth,
  async run(ctx, { siteId, key, from, to }) {
    await ctx.transact(({ db }) => checkSite(db, siteId));
    const span = measuredSpan({ from, to }, ctx.now());
    const worth = await measureWorth(ctx.events, {
      workspaceId: ctx.workspace.id,
      siteId,
      ...span,
      family: "list",
      name: key,
    });
    return { ...span, ...worth };
  },
});
