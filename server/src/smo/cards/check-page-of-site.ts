import { originsOf } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** Refuses an address that is on another site. Throws `not_found` for a site that is not here. */
export async function checkPageOfSite(db: Db, siteId: string, pageUrl: string): Promise<void> {
  const site = await db.selectFrom("site").select("origin").where("id", "=", siteId).executeTakeFirst();
  if (!site)
    throw new Problem("not_found", say`There is no site ${siteId} here`, {
      hint: say`See listSites for yours`,
    });
  if (originsOf(site.origin).includes(new URL(pageUrl).origin)) return;
  throw new Problem("invalid", say`pageUrl: ${pageUrl} is not on ${site.origin}`, {
    hint: say`Name a page of this site`,
  });
}
