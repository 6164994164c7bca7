import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { commentPublished } from "../signals.ts";
import { sendNotices } from "./send-notices.job.ts";

/** Further letters to one person wait so long, so that a lively talk comes as one. */
const gatherMs = 10 * 60_000;

/**
 * A comment that readers see is told to whom it concerns. What is held, spam or refused never comes here: nothing is
 * announced of it. What was published before, or brought in from elsewhere by an import, is news to nobody.
 */
export const tellOfComment = listen(commentPublished, async ({ enqueue }, comment) => {
  if (!comment.isFirst || comment.source === "import") return;
  const { workspaceId, commentId } = comment;
  await enqueue(gatherNotices, { workspaceId, commentId });
});

/** Finds whom a comment concerns, and plans a letter for each. */
export const gatherNotices = job({
  id: "comments.gatherNotices",
  payload: z.object({ workspaceId: z.uuid(), commentId: z.uuid() }),
  async run({ transact, now }, { workspaceId, commentId }) {
    await transact(workspaceId, async ({ db, enqueue }) => {
      const comment = await findComment(db, commentId);
      if (!comment) return;
      const wanted = await findConcerned(db, comment);
      for (const [authorId, reason] of wanted) {
        const kept = await db
          .insertInto("commentNotice")
          .values({ id: uuidv7(), authorId, commentId, reason, createdAt: now() })
          .onConflict((known) => known.columns(["authorId", "commentId"]).doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!kept) continue;
        const runAt = await nextLetterAt(db, authorId, now());
        await enqueue(
          sendNotices,
          { workspaceId, authorId },
          { jobKey: `comments.notices:${authorId}`, runAt },
        );
      }
    });
  },
});

const findComment = (db: Db, id: string) =>
  db
    .selectFrom("comment")
    .leftJoin("comment as parent", "parent.id", "comment.parentId")
    .select(["comment.id", "comment.threadId", "comment.authorId"])
    .select(["parent.authorId as parentAuthorId", "parent.wantsReplies"])
    .where("comment.id", "=", id)
    .where("comment.state", "=", "published")
    .executeTakeFirst();

type Found = NonNullable<Awaited<ReturnType<typeof findComment>>>;
type Reason = "reply" | "mention" | "watch";

/** Each person once, by the nearest reason. Only addresses that their owners have shown to be theirs. */
async function findConcerned(db: Db, comment: Found): Promise<ReadonlyMap<string, Reason>> {
  const wanted = new Map<string, Reason>();
  const watchers = await db
    .selectFrom("commentWatch")
    .select("authorId")
    .where("threadId", "=", comment.threadId)
    .limit(1000)
    .execute();
  for (const { authorId } of watchers) wanted.set(authorId, "watch");
  const mentioned = await db
    .selectFrom("commentMention")
    .select("authorId")
    .where("commentId", "=", comment.id)
    .execute();
  for (const { authorId } of mentioned) wanted.set(authorId, "mention");
  if (comment.parentAuthorId !== null && comment.wantsReplies === true)
    wanted.set(comment.parentAuthorId, "reply");
  wanted.delete(comment.authorId);
  if (wanted.size === 0) return wanted;
  const reachable = await db
    .selectFrom("commentAuthor")
    .select("id")
    .where("id", "in", [...wanted.keys()])
    .where("email", "is not", null)
    .where("emailVerifiedAt", "is not", null)
    .where("erasedAt", "is", null)
    .where("bannedAt", "is", null)
    .execute();
  const known = new Set(reachable.map(({ id }) => id));
  return new Map([...wanted].filter(([id]) => known.has(id)));
}

/** At once, or when the time since the last letter is over. */
async function nextLetterAt(db: Db, authorId: string, now: Date): Promise<Date> {
  const last = await db
    .selectFrom("commentNotice")
    .select("endedAt")
    .where("authorId", "=", authorId)
    .where("endedAt", "is not", null)
    .orderBy("endedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  const next = (last?.endedAt?.getTime() ?? 0) + gatherMs;
  return new Date(Math.max(next, now.getTime()));
}
