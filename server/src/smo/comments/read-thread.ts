import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { type CommentSettingsRow, readCommentSettings } from "./comment-settings.ts";
import { findThread, type ThreadRow } from "./find-thread.ts";
import { type CommentSort, Reactions, reactionKinds } from "./schema.ts";
import type { TalkComment, TalkPage, TalkThread, ThreadQuery } from "./talk-schema.ts";
import { type Reader, underRoots, viewComments } from "./talk-view.ts";
import {
  type CommentRow,
  cursorOf,
  readComment,
  readFirstReplies,
  readPinned,
  readReplies,
  readRoots,
  readUnpublished,
} from "./thread-rows.ts";

export interface Asked {
  readonly siteId: string;
  readonly path: string;
  readonly reader: Reader;
  readonly now: Date;
}

/** A thread as a reader sees it, but for what is told of the reader himself. */
export type ReadThread = Omit<TalkThread, "me" | "signIn" | "form" | "maxLength" | "whoMayPost">;

/** A page of a site's thread, in at most seven statements, however long the thread is. */
export async function readThread(
  db: Db,
  asked: Asked,
  query: Pick<ThreadQuery, "sort" | "after" | "limit" | "around">,
): Promise<{
  readonly thread: ReadThread;
  readonly settings: CommentSettingsRow;
  /** When somebody first spoke; null where nobody has. */
  readonly openedAt: Date | null;
}> {
  const settings = await readCommentSettings(db, asked.siteId);
  const row = await findThread(db, asked);
  const sort = query.sort ?? settings.sort;
  const view = { reader: asked.reader, settings, now: asked.now };
  if (!row) return { thread: { ...silence(settings), sort }, settings, openedAt: null };
  const page = await readPage(db, row, { ...query, sort });
  const isFirst = query.after === undefined;
  const pinned = isFirst ? await readPinned(db, row.id) : [];
  const { authorId } = asked.reader;
  const own = isFirst && authorId !== undefined ? await readUnpublished(db, row.id, authorId) : [];
  const all = await viewComments(db, [...page.roots, ...page.replies, ...pinned, ...own], view);
  const take = (rows: readonly CommentRow[]) => all.splice(0, rows.length);
  const roots = take(page.roots);
  return {
    settings,
    openedAt: row.createdAt,
    thread: {
      ...headOf(row, settings),
      sort,
      items: underRoots(roots, take(page.replies)),
      next: page.next,
      pinned: take(pinned),
      own: take(own),
    },
  };
}

const silence = (settings: CommentSettingsRow): Omit<ReadThread, "sort"> => ({
  id: null,
  title: null,
  items: [],
  next: null,
  pinned: [],
  own: [],
  commentCount: 0,
  version: "0",
  isClosed: false,
  hasRatings: settings.hasRatings,
  rating: null,
  reactionKinds,
  reactions: {},
});

function headOf(row: ThreadRow, settings: CommentSettingsRow) {
  const { id, title, commentCount, version } = row;
  const isClosed = row.closedAt !== null;
  const reactions = Reactions.parse(row.reactions);
  const { hasRatings } = settings;
  return {
    id,
    title,
    commentCount,
    version,
    isClosed,
    hasRatings,
    rating: ratingOf(row),
    reactionKinds,
    reactions,
  };
}

/** The average of a thread's ratings, to two digits. Null without any. */
export function ratingOf({ ratingCounts: counts }: Pick<ThreadRow, "ratingCounts">): TalkThread["rating"] {
  const count = counts.reduce((sum, n) => sum + n, 0);
  const stars = counts.reduce((sum, n, index) => sum + n * (index + 1), 0);
  return count === 0 ? null : { average: Math.round((stars / count) * 100) / 100, count, counts };
}

async function readPage(
  db: Db,
  thread: ThreadRow,
  asked: { readonly sort: CommentSort } & Pick<ThreadQuery, "after" | "limit" | "around">,
) {
  const focus = asked.around === undefined ? undefined : await readFocus(db, thread.id, asked.around);
  const rows = await readRoots(db, thread.id, { ...asked, from: focus?.root });
  const roots = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? roots.at(-1) : undefined;
  const first = await readFirstReplies(
    db,
    roots.map(({ id }) => id),
  );
  const known = new Set(first.map(({ id }) => id));
  const replies = [...first, ...(focus?.path ?? []).filter(({ id }) => !known.has(id))];
  return { roots, replies, next: last ? cursorOf(asked.sort, last) : null };
}

/** A comment's root and, where it stands below one, itself and the answers that it goes back to. */
async function readFocus(db: Db, threadId: string, id: string) {
  const comment = await readComment(db, id);
  if (!comment || comment.threadId !== threadId || !isSeen(comment)) throw noComment(id);
  const path: CommentRow[] = [];
  let at: CommentRow | undefined = comment;
  while (at && at.parentId !== null && path.length < maxPath) {
    path.unshift(at);
    at = await readComment(db, at.parentId);
  }
  const root = at?.parentId === null ? at : await readComment(db, comment.rootId);
  if (!root) throw noComment(id);
  return { root, path };
}

/** Further up nobody looks; the root is shown in any case. */
const maxPath = 10;

const isSeen = (row: CommentRow) => row.state === "published" || row.replyCount > 0;

export const noComment = (id: string) =>
  new Problem("not_found", say`There is no comment ${id} here`, { hint: say`It may have been deleted` });

/** The answers below a root, a page at a time. Throws `not_found`. */
export async function readAnswers(
  db: Db,
  asked: Omit<Asked, "path">,
  page: { readonly rootId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<TalkPage> {
  const settings = await readCommentSettings(db, asked.siteId);
  const root = await db
    .selectFrom("comment")
    .select("id")
    .where("id", "=", page.rootId)
    .where("siteId", "=", asked.siteId)
    .executeTakeFirst();
  if (!root) throw noComment(page.rootId);
  const rows = await readReplies(db, page.rootId, page);
  const shown = rows.slice(0, page.limit);
  const items: TalkComment[] = await viewComments(db, shown, { ...asked, settings });
  return { items, next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null };
}
