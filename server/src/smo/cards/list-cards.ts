import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { cardOf, columns } from "./card-row.ts";
import { PageCard } from "./schema.ts";

export const listCards = operation({
  id: "listCards",
  summary: "List the card images that were made for a site's pages, newest first",
  http: "GET /sites/:siteId/cards",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid(),
    pageUrl: z.string().max(2000).optional().describe("Those of this page alone"),
  }),
  output: pageOf(PageCard),
  async run(ctx, { siteId, limit, after, pageUrl }) {
    await checkSite(ctx.db, siteId);
    const rows = await ctx.db
      .selectFrom("card")
      .select(columns)
      .where("siteId", "=", siteId)
      .$if(pageUrl !== undefined, (query) => query.where("pageUrl", "=", String(pageUrl)))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => cardOf(row, ctx.publicUrl)),
      limit,
    );
  },
});
