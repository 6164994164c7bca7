import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import { type PageOfSite, findThread, type ThreadRow } from "./find-thread.ts";
import { type Reactions, reactionKinds } from "./schema.ts";

/** A thread and its page's new address. Answers the id of the thread that all of it is in then. */
export async function moveThread(
  db: Db,
  { id, siteId, path }: PageOfSite & { readonly id: string },
): Promise<string> {
  const there = await findThread(db, { siteId, path });
  if (there && there.id !== id) {
    await mergeThreads(db, id, there.id);
    return there.id;
  }
  if (!there) await db.insertInto("commentThreadPath").values({ siteId, path, threadId: id }).execute();
  await db.updateTable("commentThread").set({ path }).where("id", "=", id).execute();
  return id;
}

/** Puts all of one thread into another; the counts are added, the addresses lead there. */
async function mergeThreads(db: Db, from: string, into: string): Promise<void> {
  // Taken in one order, so that two who merge the other way round wait instead of holding each other.
  const rows = await db
    .selectFrom("commentThread")
    .selectAll()
    .where("id", "in", [from, into])
    .orderBy("id")
    .forUpdate()
    .execute();
  const [source, target] = [from, into].map((id) => rows.find((row) => row.id === id));
  if (!source || !target)
    throw new Error(`The threads ${from} and ${into} changed while they were being merged`);
  const version = String(BigInt(target.version) + 1n);
  await db.updateTable("comment").set({ threadId: into, version }).where("threadId", "=", from).execute();
  await moveReactions(db, from, into);
  await db.updateTable("commentThreadPath").set({ threadId: into }).where("threadId", "=", from).execute();
  await db
    .updateTable("commentThread")
    .set({
      ...summed(source, target),
      version,
      reactions: JSON.stringify(await countPageReactions(db, into)),
    })
    .where("id", "=", into)
    .execute();
  await db.deleteFrom("commentThread").where("id", "=", from).execute();
}

/** Whoever reacted to both pages has reacted once. */
async function moveReactions(db: Db, from: string, into: string): Promise<void> {
  await sql`delete from comment_reaction r where r.thread_id = ${from} and r.comment_id is null and exists (
    select from comment_reaction o where o.thread_id = ${into} and o.comment_id is null
      and o.voter = r.voter and o.kind = r.kind)`.execute(db);
  await db.updateTable("commentReaction").set({ threadId: into }).where("threadId", "=", from).execute();
}

async function countPageReactions(db: Db, threadId: string): Promise<Reactions> {
  const rows = await db
    .selectFrom("commentReaction")
    .select(["kind", (row) => row.fn.countAll<string>().as("count")])
    .where("threadId", "=", threadId)
    .where("commentId", "is", null)
    .groupBy("kind")
    .execute();
  const counts = new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
  return Object.fromEntries(
    reactionKinds.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)]] : [])),
  );
}

function summed(source: Omit<ThreadRow, "id">, target: Omit<ThreadRow, "id">) {
  const times = [source.lastCommentAt, target.lastCommentAt].flatMap((at) => (at ? [at.getTime()] : []));
  return {
    commentCount: source.commentCount + target.commentCount,
    rootCount: source.rootCount + target.rootCount,
    ratingCounts: target.ratingCounts.map((count, index) => count + (source.ratingCounts[index] ?? 0)),
    title: target.title ?? source.title,
    lastCommentAt: times.length > 0 ? new Date(Math.max(...times)) : null,
  };
}
