import { sql } from "kysely";
import { type Database, wholeHouse } from "#src/platform/database/database.ts";
import { TtlCache } from "#src/platform/ttl-cache.ts";
import type { Following } from "./ranking/next-features.ts";

/** What is near to one page: by its text, and by what readers went on to. */
export interface Kindred {
  readonly likeness: ReadonlyMap<string, number>;
  readonly follows: ReadonlyMap<string, Pick<Following, "to30m" | "to4h" | "to30d">>;
  readonly all: Pick<Following, "all30m" | "all4h" | "all30d">;
}

export interface KindredFinder {
  readonly ofPage: (pageId: string) => Promise<Kindred>;
  /** What visitors from a source went on to read: fading counts, by page. */
  readonly ofSource: (siteId: string, source: string) => Promise<ReadonlyMap<string, SourceNext>>;
}

export interface SourceNext {
  readonly nexts1h: number;
  readonly nexts7d: number;
}

const keptMs = 30_000;

/** Asks Postgres once in half a minute for each page, however many ask. */
export function createKindredFinder(database: Pick<Database, "transact">, now: () => Date): KindredFinder {
  const pages = new TtlCache<Promise<Kindred>>({ maxEntries: 20_000, ttlMs: keptMs });
  const sources = new TtlCache<Promise<ReadonlyMap<string, SourceNext>>>({ maxEntries: 5000, ttlMs: keptMs });
  return {
    ofPage: (pageId) => remembered(pages, pageId, () => readKindred(database, pageId, now())),
    ofSource: (siteId, source) =>
      remembered(sources, `${siteId} ${source}`, () => readSource(database, { siteId, source, now: now() })),
  };
}

function remembered<Value>(
  cache: TtlCache<Promise<Value>>,
  key: string,
  ask: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key);
  if (known) return known;
  const asked = ask();
  cache.set(key, asked);
  asked.catch(() => cache.delete(key));
  return asked;
}

const faded = (column: string, now: Date, seconds: number) =>
  sql<number>`${sql.ref(column)} * power(0.5, least(500, greatest(0, extract(epoch from ${now}::timestamptz - at)) / ${seconds}::float8))`;

const mostSource = 300;

function readKindred(database: Pick<Database, "transact">, pageId: string, now: Date): Promise<Kindred> {
  return database.transact(wholeHouse, async (db) => {
    const kin = await db
      .selectFrom("listKin")
      .select(["kinId", "likeness"])
      .where("pageId", "=", pageId)
      .orderBy("likeness", "desc")
      .limit(40)
      .execute();
    const follows = await db
      .selectFrom("listFollow")
      .select("toId")
      .select([
        faded("weight30m", now, 1800).as("to30m"),
        faded("weight4h", now, 4 * 3600).as("to4h"),
        faded("weight30d", now, 30 * 86_400).as("to30d"),
      ])
      .where("fromId", "=", pageId)
      .execute();
    const all = (key: "to30m" | "to4h" | "to30d") => follows.reduce((sum, follow) => sum + follow[key], 0);
    return {
      likeness: new Map(kin.map(({ kinId, likeness }) => [kinId, likeness])),
      follows: new Map(follows.map(({ toId, ...counts }) => [toId, counts])),
      all: { all30m: all("to30m"), all4h: all("to4h"), all30d: all("to30d") },
    };
  });
}

function readSource(
  database: Pick<Database, "transact">,
  { siteId, source, now }: { readonly siteId: string; readonly source: string; readonly now: Date },
) {
  return database.transact(wholeHouse, async (db) => {
    const rows = await db
      .selectFrom("listSourceNext")
      .select("pageId")
      .select([faded("weight1h", now, 3600).as("nexts1h"), faded("weight7d", now, 7 * 86_400).as("nexts7d")])
      .where("siteId", "=", siteId)
      .where("source", "=", source)
      .orderBy("nexts7d", "desc")
      .limit(mostSource)
      .execute();
    return new Map(rows.map(({ pageId, ...counts }) => [pageId, counts]));
  });
}
