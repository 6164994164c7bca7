import type { Db } from "#src/platform/database/database.ts";

const maxItems = 50;

/** The newest published comments of a thread, or of the whole site: a walk down an index, however many there are. */
export async function readFeed(
  db: Db,
  { siteId, threadId }: { readonly siteId: string; readonly threadId: string | undefined },
) {
  return (
    db
      .selectFrom("comment")
      .innerJoin("commentAuthor as author", "author.id", "comment.authorId")
      .innerJoin("commentThread as thread", "thread.id", "comment.threadId")
      .select([
        "comment.id",
        "comment.html",
        "comment.createdAt",
        "comment.publishedAt",
        "author.name as authorName",
        "thread.path",
        "thread.title",
      ])
      .where("comment.state", "=", "published")
      // A foreign author who does not want to be shown here.
      .where("author.optedOutAt", "is", null)
      .$if(threadId === undefined, (query) => query.where("comment.siteId", "=", siteId))
      .$if(threadId !== undefined, (query) => query.where("comment.threadId", "=", String(threadId)))
      .orderBy("comment.id", "desc")
      .limit(maxItems)
      .execute()
  );
}

export type FeedRow = Awaited<ReturnType<typeof readFeed>>[number];
