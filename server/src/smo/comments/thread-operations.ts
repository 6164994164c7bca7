import { z } from "zod";
import { checkSite, originsOf } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { moveThread } from "./move-thread.ts";
import { pathOfPage } from "./page-path.ts";
import { ratingOf } from "./read-thread.ts";
import { Reactions } from "./schema.ts";

const Thread = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    url: z.string().describe("The page's address now"),
    paths: z
      .array(z.string())
      .describe("All addresses that it ever had on the site; a hundred of them at most"),
    title: z.string().nullable(),
    createdAt: Instant,
    closedAt: Instant.nullable(),
    lastCommentAt: Instant.nullable(),
    commentCount: z.int(),
    rating: z.object({ average: z.number(), count: z.int(), counts: z.array(z.int()) }).nullable(),
    reactions: Reactions,
  })
  .meta({ id: "CommentThread" });

export const listThreads = operation({
  id: "listThreads",
  summary: "List the threads of a site, one for each page that somebody has spoken on; newest first",
  http: "GET /sites/:siteId/threads",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid() }),
  output: pageOf(Thread),
  async run({ db }, { siteId, limit, after }) {
    await checkSite(db, siteId);
    const rows = await threads(db)
      .where("thread.siteId", "=", siteId)
      .$if(after !== undefined, (query) => query.where("thread.id", "<", String(after)))
      .orderBy("thread.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(await viewThreads(db, rows), limit);
  },
});

export const getThread = operation({
  id: "getThread",
  summary: "Show a thread: its page with the addresses it had, its counts",
  http: "GET /threads/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: Thread,
  run: ({ db }, { id }) => readThreadView(db, id),
});

export const changeThread = operation({
  id: "changeThread",
  summary: "Change a thread's title, close it or open it again",
  http: "PATCH /threads/:id",
  access: "comments.moderate",
  input: z.object({
    id: z.uuid(),
    title: z.string().trim().min(1).max(300).optional(),
    isClosed: z.boolean().optional().describe("true: nobody can write any more, all stays to be read"),
  }),
  output: Thread,
  async run({ db, now }, { id, title, isClosed }) {
    await readThreadView(db, id);
    await db
      .updateTable("commentThread")
      .set({
        id,
        ...(title !== undefined && { title }),
        ...(isClosed !== undefined && { closedAt: isClosed ? now() : null }),
      })
      .where("id", "=", id)
      .execute();
    return readThreadView(db, id);
  },
});

export const moveCommentThread = operation({
  id: "moveCommentThread",
  summary: "Give a thread its page's new address; where that page has a thread already, they become one",
  http: "POST /threads/:id/address",
  access: "comments.moderate",
  input: z.object({ id: z.uuid(), url: z.string().min(1).max(4096).describe("The page's new address") }),
  output: Thread,
  async run({ db }, { id, url }) {
    const { siteId } = await readThreadView(db, id);
    const { origin } = await db
      .selectFrom("site")
      .select("origin")
      .where("id", "=", siteId)
      .executeTakeFirstOrThrow();
    return readThreadView(db, await moveThread(db, { id, siteId, path: pathOfPage(url, originsOf(origin)) }));
  },
});

const threads = (db: Db) =>
  db
    .selectFrom("commentThread as thread")
    .innerJoin("site", "site.id", "thread.siteId")
    .selectAll("thread")
    .select("site.origin");

type Row = Awaited<ReturnType<ReturnType<typeof threads>["executeTakeFirstOrThrow"]>>;

async function readThreadView(db: Db, id: string): Promise<z.output<typeof Thread>> {
  const row = await threads(db).where("thread.id", "=", id).executeTakeFirst();
  const [thread] = row ? await viewThreads(db, [row]) : [];
  if (thread) return thread;
  throw new Problem("not_found", say`There is no thread ${id} here`, { hint: say`See listThreads` });
}

const maxPaths = 100;

async function viewThreads(db: Db, rows: readonly Row[]): Promise<z.output<typeof Thread>[]> {
  if (rows.length === 0) return [];
  const aliases = await db
    .selectFrom("commentThreadPath")
    .select(["threadId", "path"])
    .where(
      "threadId",
      "in",
      rows.map(({ id }) => id),
    )
    .limit(maxPaths * rows.length)
    .execute();
  const paths = Map.groupBy(aliases, ({ threadId }) => threadId);
  return rows.map((row) => ({
    id: row.id,
    siteId: row.siteId,
    url: `${row.origin}${row.path}`,
    paths: (paths.get(row.id) ?? []).slice(0, maxPaths).map(({ path }) => path),
    title: row.title,
    createdAt: row.createdAt,
    closedAt: row.closedAt,
    lastCommentAt: row.lastCommentAt,
    commentCount: row.commentCount,
    rating: ratingOf(row),
    reactions: Reactions.parse(row.reactions),
  }));
}
