import { type PageTags, type TagImage, wishFor } from "@samovar/repair";
import { readLivePage } from "#src/ground/sites/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { cardColumns, cardOf } from "#src/smo/cards/index.ts";
import { findPageTitle } from "./page-title.ts";
import { checkOnSite, readSiteWithProfile } from "./site-of.ts";

export interface PageOfSite {
  readonly siteId: string;
  readonly url: string;
}

/** Reads a page as it is now and says what its head should say. Throws `unavailable`, `invalid`, `not_found`. */
export async function wishForPage(ctx: Context, { siteId, url }: PageOfSite): Promise<PageTags> {
  const { profile, card, title } = await ctx.transact(async ({ db }) => {
    const site = await readSiteWithProfile({ db, publicUrl: ctx.publicUrl }, siteId);
    checkOnSite(site, url);
    return {
      ...site,
      card: await findCard({ ...ctx, db }, { siteId, url }),
      title: await findPageTitle(db, { siteId, url }),
    };
  });
  const page = await readLivePage(ctx.http, url, say`See that the page opens, then try again`);
  const wish = wishFor(page, { profile, cardImage: () => card });
  if (wish) return title === undefined ? wish : { ...wish, title };
  throw new Problem("invalid", say`${url} has no words for a title`, {
    hint: say`Give the page a title`,
  });
}

/** The newest card that was made for the page. */
async function findCard(
  { db, publicUrl }: Pick<Context, "db" | "publicUrl">,
  { siteId, url }: PageOfSite,
): Promise<TagImage | undefined> {
  const row = await db
    .selectFrom("card")
    .select(cardColumns)
    .where("siteId", "=", siteId)
    .where("pageUrl", "=", url)
    .orderBy("madeAt", "desc")
    .executeTakeFirst();
  if (!row) return undefined;
  const { url: address, width, height } = cardOf(row, publicUrl);
  return { url: address, width, height, type: "image/jpeg" };
}
