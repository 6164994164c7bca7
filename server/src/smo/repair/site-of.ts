import type { SiteProfileSchema } from "@samovar/repair";
import type { z } from "zod";
import { originsOf } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { OwnProfile } from "./schema.ts";

export interface SiteWithProfile {
  readonly origin: string;
  readonly profile: z.output<typeof SiteProfileSchema>;
  readonly changedAt: Date | null;
}

/** A site with all that is said of its pages. Throws `not_found`. */
export async function readSiteWithProfile(
  { db, publicUrl }: { readonly db: Db; readonly publicUrl: string },
  siteId: string,
): Promise<SiteWithProfile> {
  const row = await db
    .selectFrom("site")
    .leftJoin("siteHead", "siteHead.siteId", "site.id")
    .select(["site.origin", "site.siteKey", "siteHead.profile", "siteHead.changedAt"])
    .where("site.id", "=", siteId)
    .executeTakeFirst();
  if (!row) throw noSuchSite(siteId);
  const script = { src: `${publicUrl}/w/site.js`, siteKey: row.siteKey };
  return {
    origin: row.origin,
    profile: { ...OwnProfile.parse(row.profile ?? {}), script },
    changedAt: row.changedAt,
  };
}

export const noSuchSite = (siteId: string) =>
  new Problem("not_found", say`There is no site ${siteId} here`, { hint: say`See listSites for yours` });

/** Refuses an address that is on another site: what is written there is not this owner's. */
export function checkOnSite({ origin }: Pick<SiteWithProfile, "origin">, url: string): void {
  if (originsOf(origin).includes(new URL(url).origin)) return;
  throw new Problem("invalid", say`url: ${url} is not on ${origin}`, { hint: say`Name a page of this site` });
}
