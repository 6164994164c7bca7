import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import type { Verdict } from "#src/smo/moderation/index.ts";
import { published } from "./change-comment-state.ts";
import { cleanText } from "./clean-text.ts";
import { countChange } from "./count-change.ts";
import { renderComment } from "./render-comment.ts";
import type { CommentSource, CommentState } from "./schema.ts";
import { commentPublished } from "./signals.ts";

/** A comment that is to be kept, judged already. */
export interface NewComment {
  /** Give the id that was told to `judge`; `mintCommentId(createdAt)` for one that is older than now. */
  readonly id?: string;
  readonly threadId: string;
  readonly parentId?: string | null;
  readonly authorId: string;
  readonly source: CommentSource;
  /** Where it stands by itself, for what comes from elsewhere. */
  readonly sourceUrl?: string;
  /** What it is called there: the same is not kept twice. */
  readonly sourceId?: string;
  readonly sourceProof?: string;
  /** Plain text with the small Markdown of comments. */
  readonly body: string;
  readonly rating?: number | null;
  readonly state: CommentState;
  readonly verdict?: Pick<Verdict, "reasons" | "spamScore" | "toxicityScore">;
  readonly createdAt: Date;
  /** Its author wants to hear of answers by mail. */
  readonly wantsReplies?: boolean;
}

/** An id that sorts by when the comment was written. */
export const mintCommentId = (writtenAt: Date): string => uuidv7({ msecs: writtenAt.getTime() });

/**
 * Keeps a comment in its thread with all that counts it, and announces it if it is published: what is held or spam
 * announces nothing. Answers undefined when the same is here already (`sourceId`).
 */
export async function addComment(inside: Inside, comment: NewComment) {
  const { db } = inside;
  const version = await touchThread(db, comment.threadId);
  const place = await placeOf(db, comment);
  const row = await insertComment(db, comment, { ...place, version });
  if (!row) return undefined;
  await countChange(db, row, { from: undefined, to: comment.state, version });
  if (comment.state === "published") await inside.announce(commentPublished, published(row, true));
  return row;
}

/** Takes the thread for this transaction and gives it its next version, by which readers find what is new. */
export async function touchThread(db: Db, threadId: string): Promise<string> {
  const { version } = await db
    .updateTable("commentThread")
    .set({ version: sql`version + 1` })
    .where("id", "=", threadId)
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
}

interface Place {
  readonly siteId: string;
  readonly workspaceId: string;
  readonly parentId: string | null;
  readonly rootId: string | null;
  readonly depth: number;
}

/** Below its parent; at the top where the parent is not in this thread. */
async function placeOf(db: Db, { threadId, parentId }: NewComment): Promise<Place> {
  const row = await db
    .selectFrom("commentThread as thread")
    .leftJoin("comment as parent", (join) =>
      join.onRef("parent.threadId", "=", "thread.id").on("parent.id", "=", parentId ?? null),
    )
    .select(["thread.siteId", "thread.workspaceId", "parent.id as parentId", "parent.rootId", "parent.depth"])
    .where("thread.id", "=", threadId)
    .executeTakeFirstOrThrow();
  return { ...row, depth: row.depth === null ? 0 : row.depth + 1 };
}

async function insertComment(db: Db, comment: NewComment, place: Place & { readonly version: string }) {
  const { threadId, authorId, createdAt, state } = comment;
  const id = comment.id ?? mintCommentId(createdAt);
  const body = cleanText(comment.body);
  return db
    .insertInto("comment")
    .values({
      ...place,
      ...originOf(comment),
      ...verdictOf(comment),
      id,
      threadId,
      authorId,
      state,
      createdAt,
      body,
      rootId: place.rootId ?? id,
      html: renderComment(body),
      rating: comment.rating ?? null,
      publishedAt: state === "published" ? createdAt : null,
      stateChangedAt: createdAt,
      wantsReplies: comment.wantsReplies ?? false,
    })
    .onConflict((known) =>
      known.columns(["siteId", "source", "sourceId"]).where("sourceId", "is not", null).doNothing(),
    )
    .returningAll()
    .executeTakeFirst();
}

const originOf = ({ source, sourceUrl, sourceId, sourceProof }: NewComment) => ({
  source,
  sourceUrl: sourceUrl ?? null,
  sourceId: sourceId ?? null,
  sourceProof: sourceProof ?? null,
});

const verdictOf = ({ verdict }: NewComment) => ({
  reasons: JSON.stringify(verdict?.reasons ?? []),
  spamScore: verdict?.spamScore ?? null,
  toxicityScore: verdict?.toxicityScore ?? null,
});
