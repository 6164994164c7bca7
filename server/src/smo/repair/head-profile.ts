import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { HeadProfile, OwnProfile } from "./schema.ts";
import { readSiteWithProfile } from "./site-of.ts";

export const getHeadProfile = operation({
  id: "getHeadProfile",
  summary: "Show what is said of all pages of a site: middlewares and proxies learn it here",
  http: "GET /sites/:siteId/head-profile",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: HeadProfile,
  async run(ctx, { siteId }) {
    const { profile, changedAt } = await readSiteWithProfile(ctx, siteId);
    return { siteId, profile, changedAt };
  },
});

export const changeHeadProfile = operation({
  id: "changeHeadProfile",
  summary: "Say what holds for all pages of a site: default picture, fediverse account, feeds, colour",
  http: "PUT /sites/:siteId/head-profile",
  access: "sites.manage",
  input: z.object({ siteId: z.uuid(), profile: OwnProfile }),
  output: HeadProfile,
  async run(ctx, { siteId, profile: said }) {
    await checkSite(ctx.db, siteId);
    const values = { profile: JSON.stringify(said), changedAt: ctx.now() };
    await ctx.db
      .insertInto("siteHead")
      .values({ siteId, ...values })
      .onConflict((known) => known.column("siteId").doUpdateSet(values))
      .execute();
    const { profile, changedAt } = await readSiteWithProfile(ctx, siteId);
    return { siteId, profile, changedAt };
  },
});
