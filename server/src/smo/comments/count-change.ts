import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import type { CommentState } from "./schema.ts";

/** What of a comment its thread, author and ancestors count. */
export interface CountedComment {
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly rootId: string;
  readonly authorId: string;
  readonly rating: number | null;
  readonly replyCount: number;
  readonly createdAt: Date;
}

interface Turn {
  /** Undefined: the comment is new. */
  readonly from: CommentState | undefined;
  readonly to: CommentState;
  /** The thread's version that readers will see it by. */
  readonly version: string;
}

/**
 * Brings the counts of thread, author and ancestors up to what the comment has become, in the caller's transaction,
 * who holds the thread's row.
 */
export async function countChange(db: Db, comment: CountedComment, turn: Turn): Promise<void> {
  const published = step(turn.from === "published", turn.to === "published");
  const shown = step(isShown(turn.from, comment.replyCount), isShown(turn.to, comment.replyCount));
  await countForAuthor(db, comment.authorId, {
    published,
    refused: step(isRefused(turn.from), isRefused(turn.to)),
  });
  if (published !== 0 && comment.parentId !== null) {
    await db
      .updateTable("comment")
      .set({ descendantCount: sql`descendant_count + ${published}`, version: turn.version })
      .where("id", "=", comment.rootId)
      .execute();
  }
  const roots = shown === 0 ? 0 : await countForAncestors(db, comment, { shown, version: turn.version });
  if (published !== 0 || roots !== 0) await countForThread(db, comment, { published, roots });
}

const isRefused = (state: CommentState | undefined) => state === "spam" || state === "rejected";
const isShown = (state: CommentState | undefined, replyCount: number) =>
  state === "published" || replyCount > 0;
const step = (before: boolean, after: boolean) => Number(after) - Number(before);

async function countForAuthor(
  db: Db,
  authorId: string,
  { published, refused }: { readonly published: number; readonly refused: number },
): Promise<void> {
  if (published === 0 && refused === 0) return;
  await db
    .updateTable("commentAuthor")
    .set({
      publishedCount: sql`published_count + ${published}`,
      refusedCount: sql`refused_count + ${refused}`,
    })
    .where("id", "=", authorId)
    .execute();
}

/**
 * A parent counts the answers that are shown below it, and is itself shown as long as there are any: where that turns,
 * its own parent counts on. Answers how many more roots are shown.
 */
async function countForAncestors(
  db: Db,
  comment: Pick<CountedComment, "parentId">,
  { shown, version }: { readonly shown: number; readonly version: string },
): Promise<number> {
  let above = comment.parentId;
  while (above !== null) {
    const parent = await db
      .updateTable("comment")
      .set({ replyCount: sql`reply_count + ${shown}`, version })
      .where("id", "=", above)
      .returning(["parentId", "state", "replyCount"])
      .executeTakeFirstOrThrow();
    const hasTurned = parent.state !== "published" && parent.replyCount === (shown > 0 ? 1 : 0);
    if (!hasTurned) return 0;
    above = parent.parentId;
  }
  return shown;
}

async function countForThread(
  db: Db,
  comment: CountedComment,
  { published, roots }: { readonly published: number; readonly roots: number },
): Promise<void> {
  const { rating } = comment;
  await db
    .updateTable("commentThread")
    .set({
      commentCount: sql`comment_count + ${published}`,
      rootCount: sql`root_count + ${roots}`,
      ...(published > 0 && { lastCommentAt: sql`greatest(last_comment_at, ${comment.createdAt})` }),
      ...(rating !== null &&
        published !== 0 && {
          ratingCounts: sql`array(select n + case i when ${rating} then ${published}::integer else 0 end
            from unnest(rating_counts) with ordinality as stars(n, i) order by i)`,
        }),
    })
    .where("id", "=", comment.threadId)
    .execute();
}
