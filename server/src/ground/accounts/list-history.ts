import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { HistoryEntry } from "./schema.ts";

export const listHistory = operation({
  id: "listHistory",
  summary: "List who did what, when, and from where; newest first",
  http: "GET /history",
  access: "read",
  input: PageRequest.extend({
    subject: z.string().max(64).optional().describe("Only what was done to the thing with this id"),
  }),
  output: pageOf(HistoryEntry),
  async run(ctx, { limit, after, subject }) {
    const rows = await ctx.db
      .selectFrom("history")
      .select(["id", "at", "actorKind", "actorName", "surface", "address", "operation", "subject", "detail"])
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .$if(subject !== undefined, (query) => query.where("subject", "=", String(subject)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => ({ ...row, detail: Object(row.detail) })),
      limit,
    );
  },
});
