import { sql } from "kysely";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";

const Material = z
  .object({
    id: z.uuid().describe("The page's"),
    path: z.string(),
    title: z.string().nullable(),
    language: z.string(),
    isListable: z.boolean(),
    fault: z.string().nullable().describe("Why it is in no list"),
    readAt: Instant.nullable().describe("When the page was read last; null: it waits for that"),
    views: z.int(),
  })
  .meta({ id: "Material" });

export const listMaterials = operation({
  id: "listMaterials",
  summary: "List a site's pages as lists know them: what may be listed, what may not and why; newest first",
  http: "GET /sites/:siteId/materials",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid(),
    search: z.string().max(200).optional().describe("A part of the path or title"),
    listable: z.enum(["true", "false"]).optional(),
  }),
  output: pageOf(Material),
  async run({ db }, { siteId, limit, after, search, listable }) {
    await checkSite(db, siteId);
    const pattern = `%${(search ?? "").replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const rows = await db
      .selectFrom("listPage as material")
      .innerJoin("sitePage as page", "page.id", "material.pageId")
      .leftJoin("listCount as count", "count.pageId", "material.pageId")
      .select(["page.id", "page.path", "material.language", "isListable", "fault", "readAt"])
      .select((row) => row.fn.coalesce("material.title", "page.title").as("title"))
      .select(sql<number>`coalesce(count.all_views, 0)::int`.as("views"))
      .where("material.siteId", "=", siteId)
      .$if(listable !== undefined, (query) => query.where("isListable", "=", listable === "true"))
      .$if(after !== undefined, (query) => query.where("page.id", "<", String(after)))
      .$if(search !== undefined, (query) =>
        query.where((row) =>
          row.or([row("page.path", "ilike", pattern), row("material.title", "ilike", pattern)]),
        ),
      )
      .orderBy("page.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows, limit);
  },
});
