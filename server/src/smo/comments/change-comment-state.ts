import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Reason } from "#src/smo/moderation/index.ts";
import { countChange } from "./count-change.ts";
import { CommentState } from "./schema.ts";
import { commentDeleted, commentPublished } from "./signals.ts";

/** Who decides: shown in the comment's history. */
export interface DecidedBy {
  readonly kind: "author" | "moderator" | "moderation" | "owner";
  readonly name?: string | undefined;
}

interface StateChange {
  readonly commentId: string;
  readonly to: CommentState;
  readonly by: DecidedBy;
  readonly reasons?: readonly Reason[];
  /** Refuse unless the comment is in one of these: what the decider saw. Throws `conflict`. */
  readonly from?: readonly CommentState[];
  readonly now: Date;
}

/**
 * Publishes, holds, refuses or deletes a comment: its counts and history, and the signals to those who listen, in the
 * caller's transaction. One that is already so is left alone. Throws `not_found`; `conflict` when somebody was quicker
 * (`from`), and for what its author has deleted: that is gone for good.
 */
export async function changeCommentState(
  inside: Inside,
  change: StateChange,
): Promise<{ readonly from: CommentState; readonly to: CommentState }> {
  const { db } = inside;
  const { to, now } = change;
  const version = await touchThreadOf(db, change.commentId);
  const comment = await db
    .selectFrom("comment")
    .selectAll()
    .where("id", "=", change.commentId)
    .executeTakeFirstOrThrow();
  const from = CommentState.parse(comment.state);
  if (from === to) return { from, to };
  refuseConflict(change, from);
  const row = await db
    .updateTable("comment")
    .set({
      state: to,
      stateChangedAt: now,
      version,
      ...(to === "published" && { publishedAt: sql`coalesce(published_at, ${now})` }),
      ...(change.reasons && { reasons: JSON.stringify(change.reasons) }),
      // What is deleted is gone: only its place stays.
      ...(to === "deleted" && { body: "", html: "", pinnedAt: null }),
    })
    .where("id", "=", comment.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await countChange(db, row, { from, to, version });
  await keepChange(db, change, from);
  const { workspaceId, siteId, threadId, id: commentId } = row;
  const about = { workspaceId, siteId, threadId, commentId };
  if (to === "published")
    await inside.announce(commentPublished, published(row, comment.publishedAt === null));
  else if (from === "published") await inside.announce(commentDeleted, { ...about, state: to });
  return { from, to };
}

interface Announced {
  readonly id: string;
  readonly workspaceId: string;
  readonly siteId: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly parentId: string | null;
  readonly source: string;
}

/** What `commentPublished` tells of a comment. */
export function published(row: Announced, isFirst: boolean) {
  return commentPublished.payload.parse({ ...row, commentId: row.id, isFirst });
}

/**
 * Takes the comment's thread for this transaction, so that the counts of a thread are changed one after the other, and
 * gives it its next version. Throws `not_found`.
 */
async function touchThreadOf(db: Db, commentId: string): Promise<string> {
  const row = await db
    .updateTable("commentThread")
    .set({ version: sql`version + 1` })
    .where("id", "=", (thread) => thread.selectFrom("comment").select("threadId").where("id", "=", commentId))
    .returning("version")
    .executeTakeFirst();
  if (row) return row.version;
  throw new Problem("not_found", say`There is no comment ${commentId} here`, {
    hint: say`It may have been deleted with its page`,
  });
}

function refuseConflict({ from: seen, to }: StateChange, from: CommentState): void {
  if (from === "deleted") {
    throw new Problem("conflict", say`The comment is deleted`, {
      hint: say`What was deleted does not come back; reload to see what is there`,
    });
  }
  if (seen && !seen.includes(from)) {
    throw new Problem("conflict", say`The comment is "${from}" by now, so it was not made "${to}"`, {
      hint: say`Somebody else has decided in the meantime; reload to see what became of it`,
    });
  }
}

async function keepChange(
  db: Db,
  { commentId, to, by, reasons, now }: StateChange,
  from: string,
): Promise<void> {
  await db
    .insertInto("commentChange")
    .values({
      id: uuidv7(),
      commentId,
      at: now,
      byKind: by.kind,
      byName: by.name ?? null,
      fromState: from,
      toState: to,
      reasons: JSON.stringify(reasons ?? []),
    })
    .execute();
}
