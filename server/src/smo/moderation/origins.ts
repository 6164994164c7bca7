import type { Db } from "#src/platform/database/database.ts";

/** Where a comment came from, as far as it is still known: the keyed hash of its network address. */
export async function findOrigin(db: Db, commentId: string) {
  return db
    .selectFrom("moderationDecision")
    .select("addressHash")
    .where("commentId", "=", commentId)
    .where("addressHash", "is not", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
}

/** Takes entries out of the lists again. */
export async function liftEntries(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom("moderationEntry").where("id", "in", ids).execute();
}
