import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import { trustLevelOf } from "#src/smo/moderation/index.ts";
import { isVerified } from "../comment-authors.ts";
import { AuthorKind } from "../schema.ts";

const dayMs = 86_400_000;
const readWithinDays = 100;
/** Given by hand: neither earned nor lost here. */
const leader = 4;

interface Whom {
  readonly authorIds: readonly string[];
  readonly now: Date;
}

/** Brings the trust of authors up to what they have done, in the caller's transaction. */
export async function refreshTrust(db: Db, { authorIds, now }: Whom): Promise<void> {
  for (const id of new Set(authorIds)) await refreshOne(db, { id, now });
}

async function refreshOne(db: Db, { id, now }: { readonly id: string; readonly now: Date }): Promise<void> {
  const author = await db
    .selectFrom("commentAuthor")
    .select(["kind", "emailVerifiedAt", "publishedCount", "refusedCount", "createdAt", "trust"])
    .select((own) => [
      own
        .selectFrom("commentReadDay")
        .select(({ fn }) => fn.countAll().as("days"))
        .where("authorId", "=", id)
        .where("day", ">=", new Date(now.getTime() - readWithinDays * dayMs))
        .as("readDays"),
      own
        .selectFrom((inner) =>
          inner
            .selectFrom("comment")
            .select("threadId")
            .where("authorId", "=", id)
            .where("state", "=", "published")
            .limit(200)
            .as("some"),
        )
        .select(sql<string>`count(distinct thread_id)`.as("threads"))
        .as("threadCount"),
    ])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!author || author.trust >= leader) return;
  const trust = trustLevelOf({
    publishedCount: author.publishedCount,
    refusedCount: author.refusedCount,
    threadCount: Number(author.threadCount),
    readDays: Number(author.readDays),
    daysKnown: (now.getTime() - author.createdAt.getTime()) / dayMs,
    isVerified: isVerified({ ...author, kind: AuthorKind.parse(author.kind) }),
  });
  if (trust !== author.trust)
    await db.updateTable("commentAuthor").set({ trust }).where("id", "=", id).execute();
}

/** An author was seen reading today. Costs one row a day. */
export async function noteReading(
  db: Db,
  { authorId, now }: { readonly authorId: string; readonly now: Date },
) {
  await db
    .insertInto("commentReadDay")
    .values({ authorId, day: now })
    .onConflict((known) => known.columns(["authorId", "day"]).doNothing())
    .execute();
}
