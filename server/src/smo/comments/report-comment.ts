import { sql } from "kysely";
import type { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { cleanText } from "./clean-text.ts";
import { noComment } from "./read-thread.ts";
import type { NewReport } from "./talk-schema.ts";

interface Reported {
  readonly siteId: string;
  readonly commentId: string;
  readonly voter: string;
  readonly report: z.output<typeof NewReport>;
  readonly now: Date;
}

/** A reader tells the moderators that something is wrong; each reader once for a comment. Throws `not_found`. */
export async function reportComment(
  db: Db,
  { siteId, commentId, voter, report, now }: Reported,
): Promise<void> {
  const found = await db
    .selectFrom("comment")
    .select("id")
    .where("id", "=", commentId)
    .where("siteId", "=", siteId)
    .where("state", "=", "published")
    .forKeyShare()
    .executeTakeFirst();
  if (!found) throw noComment(commentId);
  const { reason, text } = report;
  const kept = await db
    .insertInto("commentReport")
    .values({ commentId, voter, reason, text: text === undefined ? null : cleanText(text), at: now })
    .onConflict((known) => known.columns(["commentId", "voter"]).doNothing())
    .returning("commentId")
    .executeTakeFirst();
  if (!kept) return;
  await db
    .updateTable("comment")
    .set({ reportCount: sql`report_count + 1` })
    .where("id", "=", commentId)
    .execute();
}

/** A moderator has looked: what readers reported is settled. */
export async function settleReports(db: Db, commentId: string): Promise<void> {
  await db.updateTable("comment").set({ reportCount: 0 }).where("id", "=", commentId).execute();
}
