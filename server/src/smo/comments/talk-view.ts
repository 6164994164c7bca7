import type { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { CommentSettingsRow } from "./comment-settings.ts";
import { AuthorKind, CommentSource, ReactionKind, Reactions } from "./schema.ts";
import type { TalkComment } from "./talk-schema.ts";
import type { CommentRow } from "./thread-rows.ts";

/** For whose eyes: what is his own, and how long he may edit it. */
export interface Reader {
  readonly authorId: string | undefined;
  /** An author's id, or the visitor's hash. */
  readonly voter: string;
}

interface View {
  readonly reader: Reader;
  readonly settings: Pick<CommentSettingsRow, "editWindowSeconds" | "maxDepth">;
  readonly now: Date;
}

/** Comments as a reader sees them; one look at his reactions for all of them. */
export async function viewComments(db: Db, rows: readonly CommentRow[], view: View): Promise<TalkComment[]> {
  const mine = await readReactionsOf(
    db,
    rows.map(({ id }) => id),
    view.reader.voter,
  );
  return rows.map((row) => viewComment(row, view, mine.get(row.id) ?? []));
}

export function viewComment(
  row: CommentRow,
  { reader, settings, now }: View,
  mine: readonly z.output<typeof ReactionKind>[],
): TalkComment {
  const isOwn = row.authorId === reader.authorId;
  const state = stateFor(row, isOwn);
  return {
    id: row.id,
    parentId: row.parentId,
    rootId: row.rootId,
    depth: Math.min(row.depth, settings.maxDepth),
    ...(state === "deleted" ? nothing : wordsOf(row)),
    body: isOwn && state !== "deleted" ? row.body : null,
    editableUntil: isOwn && state !== "deleted" ? editableUntil(row, settings, now) : null,
    source: CommentSource.parse(row.source),
    state,
    createdAt: row.createdAt.toISOString(),
    mine: [...mine],
    isOwn,
    descendantCount: row.descendantCount,
    version: row.version,
    replies: [],
  };
}

/** What is left of a comment that is gone. */
const nothing = {
  author: null,
  sourceUrl: null,
  html: "",
  rating: null,
  editedAt: null,
  pinnedAt: null,
  reactions: {},
};

const wordsOf = (row: CommentRow) => ({
  author: authorOf(row),
  sourceUrl: row.sourceUrl,
  html: row.html,
  rating: row.rating,
  editedAt: row.editedAt?.toISOString() ?? null,
  pinnedAt: row.pinnedAt?.toISOString() ?? null,
  reactions: Reactions.parse(row.reactions),
});

/** Whoever is shadowed sees his own words as if they were published. What others may not see is a place to them. */
function stateFor(row: CommentRow, isOwn: boolean): TalkComment["state"] {
  if (row.authorOptedOutAt !== null) return "deleted";
  if (row.state === "published") return "published";
  if (!isOwn || row.state === "deleted") return "deleted";
  return row.authorShadowedAt === null ? "held" : "published";
}

const authorOf = (row: CommentRow) => ({
  id: row.authorId,
  name: row.authorName,
  kind: AuthorKind.parse(row.authorKind),
  url: row.authorUrl,
  avatarUrl: row.authorAvatarUrl,
});

function editableUntil(row: CommentRow, settings: View["settings"], now: Date): string | null {
  const until = new Date(row.createdAt.getTime() + settings.editWindowSeconds * 1000);
  return until > now ? until.toISOString() : null;
}

/** A reader's reactions to these comments. */
async function readReactionsOf(db: Db, ids: readonly string[], voter: string) {
  const kinds = new Map<string, z.output<typeof ReactionKind>[]>();
  if (ids.length === 0) return kinds;
  const rows = await db
    .selectFrom("commentReaction")
    .select(["commentId", "kind"])
    .where("commentId", "in", ids)
    .where("voter", "=", voter)
    .execute();
  for (const { commentId, kind } of rows) {
    if (commentId === null) continue;
    kinds.set(commentId, [...(kinds.get(commentId) ?? []), ReactionKind.parse(kind)]);
  }
  return kinds;
}

/** Puts answers under their roots. */
export function underRoots(roots: readonly TalkComment[], replies: readonly TalkComment[]): TalkComment[] {
  const byRoot = Map.groupBy(replies, ({ rootId }) => rootId);
  return roots.map((root) => ({ ...root, replies: byRoot.get(root.id) ?? [] }));
}
