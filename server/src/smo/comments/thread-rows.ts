import { type ExpressionBuilder, sql } from "kysely";
import type { DB } from "#src/platform/database/tables.gen.ts";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { CommentSort } from "./schema.ts";

/** Where a page of roots begins: `after` is what the page before said is `next`. */
export interface RootsAsked {
  readonly sort: CommentSort;
  readonly after?: string | undefined;
  /** Begin with this root itself. */
  readonly from?: { readonly id: string; readonly best: number } | undefined;
  readonly limit: number;
}

/** How many answers come with each root. */
export const repliesWithRoot = 3;

/** What a comment's own columns and its author tell, in every list. */
const columns = [
  "comment.id",
  "comment.threadId",
  "comment.parentId",
  "comment.rootId",
  "comment.depth",
  "comment.source",
  "comment.sourceUrl",
  "comment.body",
  "comment.html",
  "comment.rating",
  "comment.state",
  "comment.createdAt",
  "comment.publishedAt",
  "comment.editedAt",
  "comment.pinnedAt",
  "comment.reactions",
  "comment.best",
  "comment.replyCount",
  "comment.descendantCount",
  "comment.version",
  "comment.authorId",
  "author.name as authorName",
  "author.kind as authorKind",
  "author.url as authorUrl",
  "author.avatarUrl as authorAvatarUrl",
  "author.shadowedAt as authorShadowedAt",
  "author.optedOutAt as authorOptedOutAt",
] as const;

/** Joined after the page is cut, so that authors are looked up one by one for a page and never for a thread. */
const withAuthors = (db: Db, rows: (from: ExpressionBuilder<DB, never>) => ReturnType<typeof rootsOf>) =>
  db
    .selectFrom((from) => rows(from).as("comment"))
    .innerJoin("commentAuthor as author", "author.id", "comment.authorId")
    .select(columns);

const rootsOf = (from: Pick<Db, "selectFrom"> | ExpressionBuilder<DB, never>, threadId: string) =>
  from.selectFrom("comment").selectAll().where("threadId", "=", threadId);

export type CommentRow = Awaited<ReturnType<ReturnType<typeof withAuthors>["executeTakeFirstOrThrow"]>>;

/** A page of what stands at the top of a thread, with one more row than `limit` where there is more. */
export async function readRoots(db: Db, threadId: string, asked: RootsAsked): Promise<CommentRow[]> {
  const { sort, limit } = asked;
  const newest = sort === "old" ? "asc" : "desc";
  const bound = boundOf(asked);
  return withAuthors(db, (from) =>
    rootsOf(from, threadId)
      .where("depth", "=", 0)
      .where("isShown", "=", true)
      .$if(bound !== undefined, (query) => query.where(bound ?? sql<boolean>`true`))
      .$if(sort === "best", (query) => query.orderBy("best", "desc"))
      .orderBy("id", newest)
      .limit(limit + 1),
  )
    .$if(sort === "best", (query) => query.orderBy("comment.best", "desc"))
    .orderBy("comment.id", newest)
    .execute();
}

/** The cursor of the page that follows this row. */
export const cursorOf = (sort: CommentSort, { id, best }: Pick<CommentRow, "id" | "best">): string =>
  sort === "best" ? `${best}~${id}` : id;

function boundOf({ sort, after, from }: RootsAsked) {
  if (from) {
    if (sort === "best") return sql<boolean>`(best, id) <= (${from.best}::real, ${from.id}::uuid)`;
    return sort === "new" ? sql<boolean>`id <= ${from.id}::uuid` : sql<boolean>`id >= ${from.id}::uuid`;
  }
  if (after === undefined) return undefined;
  const { best, id } = parseCursor(after, sort);
  if (sort === "best") return sql<boolean>`(best, id) < (${best}::real, ${id}::uuid)`;
  return sort === "new" ? sql<boolean>`id < ${id}::uuid` : sql<boolean>`id > ${id}::uuid`;
}

const cursor = /^(?:(?<best>-?[\d.e-]{1,30})~)?(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function parseCursor(after: string, sort: CommentSort): { readonly best: number; readonly id: string } {
  const found = cursor.exec(after)?.groups;
  const best = Number(found?.["best"] ?? 0);
  const fits =
    found !== undefined && (found["best"] !== undefined) === (sort === "best") && Number.isFinite(best);
  if (fits) return { best, id: found["id"] ?? "" };
  throw new Problem("invalid", say`after: "${after}" is not where a page in the order "${sort}" begins`, {
    hint: say`Give what the page before said is \`next\`, in the same order`,
  });
}

/** The first answers below each of these roots, by time: one walk down the index for each, in one statement. */
export async function readFirstReplies(db: Db, rootIds: readonly string[]): Promise<CommentRow[]> {
  if (rootIds.length === 0) return [];
  return db
    .selectFrom(sql<{ id: string }>`unnest(${rootIds}::uuid[])`.as<"root">(sql`root(id)`))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom("comment")
          .selectAll()
          .whereRef("rootId", "=", sql`root.id`)
          .where("depth", ">", 0)
          .where("isShown", "=", true)
          .orderBy("id")
          .limit(repliesWithRoot)
          .as("comment"),
      (join) => join.onTrue(),
    )
    .innerJoin("commentAuthor as author", "author.id", "comment.authorId")
    .select(columns)
    .orderBy("comment.id")
    .execute();
}

/** Answers anywhere below a root, by time, with one more than `limit` where there is more. */
export async function readReplies(
  db: Db,
  rootId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<CommentRow[]> {
  return withAuthors(db, (from) =>
    from
      .selectFrom("comment")
      .selectAll()
      .where("rootId", "=", rootId)
      .where("depth", ">", 0)
      .where("isShown", "=", true)
      .$if(after !== undefined, (query) => query.where("id", ">", String(after)))
      .orderBy("id")
      .limit(limit + 1),
  )
    .orderBy("comment.id")
    .execute();
}

/** What is new or other than at that version, in the order of the changes. */
export async function readChanged(
  db: Db,
  threadId: string,
  { since, limit }: { readonly since: string; readonly limit: number },
): Promise<CommentRow[]> {
  return withAuthors(db, (from) =>
    rootsOf(from, threadId)
      .where("version", ">", since)
      .orderBy("version")
      .orderBy("id")
      .limit(limit + 1),
  )
    .orderBy("comment.version")
    .orderBy("comment.id")
    .execute();
}

export async function readPinned(db: Db, threadId: string): Promise<CommentRow[]> {
  return withAuthors(db, (from) =>
    rootsOf(from, threadId)
      .where("pinnedAt", "is not", null)
      .where("state", "=", "published")
      .orderBy("pinnedAt", "desc")
      .limit(5),
  )
    .orderBy("comment.pinnedAt", "desc")
    .execute();
}

/** An author's own in a thread that are not published, newest first. */
export async function readUnpublished(db: Db, threadId: string, authorId: string): Promise<CommentRow[]> {
  return withAuthors(db, (from) =>
    rootsOf(from, threadId)
      .where("authorId", "=", authorId)
      .where("state", "in", ["held", "spam", "rejected"])
      .orderBy("id", "desc")
      .limit(20),
  )
    .orderBy("comment.id", "desc")
    .execute();
}

export async function readComment(db: Db, id: string): Promise<CommentRow | undefined> {
  return withAuthors(db, (from) =>
    from.selectFrom("comment").selectAll().where("id", "=", id),
  ).executeTakeFirst();
}
