import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { readTemplate, templateRows, templatesOf } from "./card-template.ts";
import { CardTemplate } from "./schema.ts";

export const getCardTemplate = operation({
  id: "getCardTemplate",
  summary: "Show how the card images of a site look",
  http: "GET /sites/:siteId/card-template",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: CardTemplate,
  run: (ctx, { siteId }) => readTemplate(ctx, siteId),
});

export const listCardTemplates = operation({
  id: "listCardTemplates",
  summary: "List the card templates, one a site; newest sites first",
  http: "GET /card-templates",
  access: "read",
  input: PageRequest,
  output: pageOf(CardTemplate),
  async run(ctx, { limit, after }) {
    const rows = await templateRows(ctx.db)
      .$if(after !== undefined, (query) => query.where("site.id", "<", String(after)))
      .orderBy("site.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(await templatesOf(ctx, rows), limit);
  },
});
