import { type Database, wholeHouse } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";

/** What a redirect needs of a link. */
export interface LinkTarget {
  readonly id: string;
  readonly workspaceId: string;
  readonly url: string;
  readonly siteId: string | null;
  readonly publicationId: string | null;
}

export type FindLink = (slug: string) => Promise<LinkTarget | undefined>;

/** Links do not change where they lead, so a minute only bounds how long a deleted one goes on working. */
const foundTtlMs = 60_000;
/** A slug that somebody tries before it is made must work at once when it is; a flood of junk must not reach Postgres. */
const missingTtlMs = 1_000;

/** Looks links up over the whole house, and remembers. Many who ask for one slug at once cost one question. */
export function createLinkFinder(database: Pick<Database, "transact">): FindLink {
  return cached((slug) =>
    database.transact(wholeHouse, (db) =>
      db
        .selectFrom("link")
        .select(["id", "workspaceId", "url", "siteId", "publicationId"])
        .where("slug", "=", slug)
        .executeTakeFirst(),
    ),
  );
}

export function cached(find: FindLink): FindLink {
  const known = new TtlCache<Promise<LinkTarget | undefined>>({ maxEntries: 50_000 });
  return (slug) => {
    const before = known.get(slug);
    if (before) return before;
    const asked = find(slug);
    known.set(slug, asked, foundTtlMs);
    asked.then(
      (link) => !link && known.set(slug, asked, missingTtlMs),
      () => known.delete(slug),
    );
    return asked;
  };
}
