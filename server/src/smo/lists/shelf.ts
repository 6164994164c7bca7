import { sql } from "kysely";
import { type Database, type Db, wholeHouse } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import type { Readers } from "./ranking/next-features.ts";

/** A page that may be listed, with what is known of it now. */
export interface Shelved extends Readers {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly description: string | null;
  readonly imageUrl: string | null;
  readonly language: string;
  readonly publishedAt: Date;
  readonly views7d: number;
  readonly shares6h: number;
  readonly arrivals6h: number;
  readonly comments6h: number;
  readonly allViews: number;
  readonly comments: number;
  /** Days since the last comment; Infinity without any. */
  readonly quietDays: number;
  /** Views of this hour and of the three before it. */
  readonly hourViews: readonly number[];
  /** How much of this hour has passed, 0 to 1. */
  readonly hourPart: number;
}

/** All that lists of one site are made of, as of one instant. */
export interface Shelf {
  readonly at: number;
  readonly pages: ReadonlyMap<string, Shelved>;
  readonly idByPath: ReadonlyMap<string, string>;
  readonly allNexts1h: number;
  readonly trials: ReadonlyMap<string, ReadonlyMap<string, Trial>>;
  /** Kept for as long as the shelf: orders that don't depend on who asks. */
  readonly orders: Map<string, readonly string[]>;
}

/** How often a new material was shown in a list to be judged, and taken. */
export interface Trial {
  readonly shown: number;
  readonly taken: number;
}

const most = { read: 6000, young: 3000, discussed: 1000 };
const freshMs = 20_000;
/** Older ones answer nobody: nobody has asked for long. */
const staleMs = 10 * 60_000;
const keptSites = 500;

export interface Shelves {
  readonly of: (siteId: string, workspaceId: string) => Promise<Shelf>;
}

/**
 * Shelves in memory, at most so old. Of a site with more pages the most read, the youngest and the most discussed are
 * there. While a shelf is being renewed the old one goes on answering.
 */
export function createShelves(database: Pick<Database, "transact">, now: () => Date): Shelves {
  const known = new TtlCache<{ shelf: Promise<Shelf>; at: number; isRenewing: boolean }>({
    maxEntries: keptSites,
  });
  const load = (siteId: string) => database.transact(wholeHouse, (db) => readShelf(db, siteId, now()));
  return {
    of(siteId) {
      const at = now().getTime();
      const before = known.get(siteId);
      if (!before || at - before.at > staleMs) {
        const entry = { shelf: load(siteId), at, isRenewing: false };
        known.set(siteId, entry);
        entry.shelf.catch(() => known.delete(siteId));
        return entry.shelf;
      }
      if (at - before.at > freshMs && !before.isRenewing) {
        before.isRenewing = true;
        load(siteId).then(
          (shelf) => known.set(siteId, { shelf: Promise.resolve(shelf), at, isRenewing: false }),
          () => (before.isRenewing = false),
        );
      }
      return before.shelf;
    },
  };
}

/** Reads a shelf from what is kept. */
export async function readShelf(db: Db, siteId: string, now: Date): Promise<Shelf> {
  const pages = await readShelved(db, siteId, now);
  const trials = await db
    .selectFrom("listTrial")
    .select(["listKey", "pageId", "shown", "taken"])
    .where("siteId", "=", siteId)
    .orderBy("pageId", "desc")
    .limit(most.young)
    .execute();
  return {
    at: now.getTime(),
    pages: new Map(pages.map((page) => [page.id, page])),
    idByPath: new Map(pages.map((page) => [page.path, page.id])),
    allNexts1h: pages.reduce((sum, { nexts1h }) => sum + nexts1h, 0),
    trials: new Map(
      [...Map.groupBy(trials, ({ listKey }) => listKey)].map(([key, own]) => [
        key,
        new Map(own.map(({ pageId, ...trial }) => [pageId, trial])),
      ]),
    ),
    orders: new Map(),
  };
}

async function readShelved(db: Db, siteId: string, now: Date): Promise<readonly Shelved[]> {
  const faded = (column: string, seconds: number) =>
    sql`coalesce(${sql.ref(`count.${column}`)} * power(0.5, least(500, greatest(0, extract(epoch from ${now}::timestamptz - count.at)) / ${seconds}::float8)), 0) as ${sql.ref(column)}`;
  const [quarter, hour] = [900, 3600];
  const { rows } = await sql<Shelved>`
    with chosen as (
      (select page_id from list_count where site_id = ${siteId} order by views7d desc limit ${most.read})
      union
      (select page_id from list_page where site_id = ${siteId} and is_listable order by page_id desc limit ${most.young})
      union
      (select site_page.id from comment_thread join site_page using (site_id, path)
        where site_id = ${siteId} and last_comment_at is not null
        order by last_comment_at desc limit ${most.discussed})
    )
    select page.page_id as id, site_page.path, page.title, page.description, page.image_url as "imageUrl", page.language,
      coalesce(page.published_at, site_page.known_at) as "publishedAt",
      ${sql.join([
        faded("views15m", quarter),
        faded("views1h", hour),
        faded("views6h", 6 * hour),
        faded("views7d", 168 * hour),
        faded("nexts15m", quarter),
        faded("nexts1h", hour),
        faded("nexts6h", 6 * hour),
        faded("shares6h", 6 * hour),
        faded("arrivals6h", 6 * hour),
        faded("comments6h", 6 * hour),
      ])},
      0 as "cohort1h",
      greatest(0, extract(epoch from ${now}::timestamptz - coalesce(count.first_at, site_page.known_at)) / 3600)::float8
        as "ageHours",
      coalesce(count.all_views, 0)::int as "allViews",
      coalesce(thread.comment_count, 0)::int as comments,
      coalesce(extract(epoch from ${now}::timestamptz - thread.last_comment_at) / 86400, 'Infinity')::float8 as "quietDays",
      array(select coalesce(count.hour_views[back + 1 - (extract(epoch from date_trunc('hour', ${now}::timestamptz) - count.hour) / 3600)::int], 0)
        from generate_series(0, 3) as back) as "hourViews",
      (extract(epoch from ${now}::timestamptz - date_trunc('hour', ${now}::timestamptz)) / 3600)::float8 as "hourPart"
    from chosen
    join list_page page on page.page_id = chosen.page_id and page.is_listable
    join site_page on site_page.id = page.page_id
    left join list_count count on count.page_id = page.page_id
    left join comment_thread thread on thread.site_id = site_page.site_id and thread.path = site_page.path`.execute(
    db,
  );
  return rows;
}
