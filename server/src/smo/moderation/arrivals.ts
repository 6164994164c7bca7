import { sql } from "kysely";
import type { Inquiry } from "./inquiry.ts";

const minuteMs = 60_000;

/** Counts one more in this minute and answers how many there were in it. One row for each who, however many come. */
export async function countArrival(
  { db, submission, now }: Pick<Inquiry, "db" | "submission" | "now">,
  who: string,
): Promise<number> {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  const { count } = await db
    .insertInto("moderationRate")
    .values({ siteId: submission.siteId, workspaceId: submission.workspaceId, who, minute, count: 1 })
    .onConflict((known) =>
      known.columns(["siteId", "who", "minute"]).doUpdateSet({ count: sql`moderation_rate.count + 1` }),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return count;
}
