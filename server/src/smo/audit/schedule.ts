import type { Db } from "#src/platform/database/database.ts";
import { AuditSchedule, defaultMaxPages } from "./schema.ts";

/** What holds for a site: what was set for it, else daily. */
export async function readSchedule(db: Db, siteId: string): Promise<AuditSchedule> {
  const row = await db
    .selectFrom("auditSchedule")
    .select(["every", "maxPages"])
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  return row ? AuditSchedule.parse(row) : { every: "daily", maxPages: defaultMaxPages };
}
