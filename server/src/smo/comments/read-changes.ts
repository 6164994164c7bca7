import type { Database } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import { findThread, type PageOfSite } from "./find-thread.ts";

/** How old what is known of a thread's version may be: the most that a new comment comes later to those who wait. */
const ttlMs = 2000;

interface Known {
  readonly id: string | undefined;
  readonly version: string;
}

/**
 * The version of a page's thread. However many pages stand open and ask, the store is asked once in two seconds for
 * each thread: what an idle page costs is a look into memory.
 */
export function createVersionFinder(database: Pick<Database, "transact">, now: () => Date) {
  const known = new TtlCache<Promise<Known>>({ maxEntries: 50_000, ttlMs, now: () => now().getTime() });
  return (workspaceId: string, page: PageOfSite): Promise<Known> => {
    const key = `${page.siteId} ${page.path}`;
    const before = known.get(key);
    if (before) return before;
    const asked = database.transact(workspaceId, async (db) => {
      const thread = await findThread(db, page);
      return { id: thread?.id, version: thread?.version ?? "0" };
    });
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };
}
export type FindVersion = ReturnType<typeof createVersionFinder>;
