import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { checkSite } from "./get-site.ts";
import { Page } from "./schema.ts";

export const listPages = operation({
  id: "listPages",
  summary: "List the pages of a site that are known from visits or its sitemap; newest first",
  http: "GET /sites/:siteId/pages",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid(),
    search: z.string().max(200).optional().describe("A part of the path or title"),
  }),
  output: pageOf(Page),
  async run(ctx, { siteId, limit, after, search }) {
    await checkSite(ctx.db, siteId);
    const rows = await ctx.db
      .selectFrom("sitePage")
      .innerJoin("site", "site.id", "sitePage.siteId")
      .select(["sitePage.id", "siteId", "path", "title", "knownFrom", "knownAt", "changedAt"])
      .select(["visitedAt", "site.origin"])
      .where("siteId", "=", siteId)
      .$if(after !== undefined, (query) => query.where("sitePage.id", "<", String(after)))
      .$if(search !== undefined, (query) => {
        const pattern = `%${String(search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
        return query.where((page) =>
          page.or([page("path", "ilike", pattern), page("title", "ilike", pattern)]),
        );
      })
      .orderBy("sitePage.id", "desc")
      .limit(limit + 1)
      .execute();
    const items = rows.map(({ origin, ...row }) => ({
      ...row,
      url: `${origin}${row.path}`,
      knownFrom: Page.shape.knownFrom.parse(row.knownFrom),
    }));
    return cutPage(items, limit);
  },
});
