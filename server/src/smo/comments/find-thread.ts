import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";

/** A page of a site, by its path (see `pathOfPage`). */
export interface PageOfSite {
  readonly siteId: string;
  readonly path: string;
}

/** The thread of a page, by any address that the page ever had. Undefined: nobody has spoken there yet. */
export async function findThread(db: Db, { siteId, path }: PageOfSite) {
  return db
    .selectFrom("commentThreadPath as alias")
    .innerJoin("commentThread as thread", "thread.id", "alias.threadId")
    .selectAll("thread")
    .where("alias.siteId", "=", siteId)
    .where("alias.path", "=", path)
    .executeTakeFirst();
}

export type ThreadRow = NonNullable<Awaited<ReturnType<typeof findThread>>>;

/** The thread of a page, made if it is not there yet; two who ask at once get the same. */
export async function openThread(
  db: Db,
  page: PageOfSite,
  made: { readonly title?: string | undefined; readonly now: Date },
): Promise<ThreadRow> {
  const known = await findThread(db, page);
  if (known) return known;
  const id = uuidv7();
  await db
    .insertInto("commentThread")
    .values({ id, ...page, title: made.title ?? null, createdAt: made.now })
    .execute();
  const alias = await db
    .insertInto("commentThreadPath")
    .values({ ...page, threadId: id })
    .onConflict((path) => path.columns(["siteId", "path"]).doNothing())
    .returning("threadId")
    .executeTakeFirst();
  // Somebody else was quicker: his thread is the page's.
  if (!alias) await db.deleteFrom("commentThread").where("id", "=", id).execute();
  const thread = await findThread(db, page);
  if (!thread) throw new Error(`The thread of ${page.path} vanished while it was being made`);
  return thread;
}
