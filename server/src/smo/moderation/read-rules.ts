import type { Db } from "#src/platform/database/database.ts";
import { ModerationRules } from "./schema.ts";

/** The site's rules: what the owner has set, and the defaults for all else. */
export async function readRules(db: Db, siteId: string): Promise<ModerationRules> {
  const row = await db
    .selectFrom("moderationSettings")
    .select("rules")
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  return ModerationRules.parse(row?.rules ?? {});
}
