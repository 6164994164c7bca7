import { z } from "zod";
import { readMedia } from "#src/ground/media/index.ts";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { getFont } from "./card-files.ts";
import { readTemplate } from "./card-template.ts";
import { CardTemplate, WishedTemplate } from "./schema.ts";

export const changeCardTemplate = operation({
  id: "changeCardTemplate",
  summary: "Say how the card images of a site look from now on; cards that are made already stay as they are",
  http: "PUT /sites/:siteId/card-template",
  access: "sites.manage",
  input: WishedTemplate.extend({ siteId: z.uuid() }),
  output: CardTemplate,
  async run(ctx, { siteId, look, logoId, fontId }) {
    await checkSite(ctx.db, siteId);
    if (logoId !== null) await readMedia(ctx.db, [logoId]);
    if (fontId !== null) await getFont(ctx.db, fontId);
    const changedBy = ctx.actor.kind === "anonymous" ? "" : ctx.actor.name;
    const values = { look: JSON.stringify(look), logoId, fontId, changedAt: ctx.now(), changedBy };
    await ctx.db
      .insertInto("cardTemplate")
      .values({ siteId, ...values })
      .onConflict((known) => known.column("siteId").doUpdateSet(values))
      .execute();
    return readTemplate(ctx, siteId);
  },
});

export const deleteCardTemplate = operation({
  id: "deleteCardTemplate",
  summary: "Go back to the look that every site has at first; cards that are made already stay as they are",
  http: "DELETE /sites/:siteId/card-template",
  access: "sites.manage",
  input: z.object({ siteId: z.uuid() }),
  output: CardTemplate,
  async run(ctx, { siteId }) {
    await checkSite(ctx.db, siteId);
    await ctx.db.deleteFrom("cardTemplate").where("siteId", "=", siteId).execute();
    return readTemplate(ctx, siteId);
  },
});
