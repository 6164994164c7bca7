import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import { halfLives, type OpenVisit, type Tally, visitGapMs } from "./tally.ts";
import { hourMs } from "./ranking/fading.ts";

/** What is left of a stored count at the instant of the new one. Postgres refuses to raise to where nothing is left. */
const faded = (column: string, halfLifeMs: number) =>
  sql`${sql.ref(`old.${column}`)} * power(0.5, least(500, greatest(0, extract(epoch from excluded.at - old.at)) / ${halfLifeMs / 1000}::float8))`;

const columns = {
  views15m: halfLives.m15,
  views1h: halfLives.h1,
  views6h: halfLives.h6,
  views7d: halfLives.d7,
  nexts15m: halfLives.m15,
  nexts1h: halfLives.h1,
  nexts6h: halfLives.h6,
  shares6h: halfLives.h6,
  arrivals6h: halfLives.h6,
  comments6h: halfLives.h6,
};
type Column = keyof typeof columns;

const followColumns = { weight30m: halfLives.m30, weight4h: halfLives.h4, weight30d: halfLives.d30 };
const sourceColumns = { weight1h: halfLives.h1, weight7d: halfLives.d7 };

const mostFollowing = 100;

/** Adds a tally to what is counted. The rows are the site's, and the transaction its workspace's. */
export async function keepTally(db: Db, siteId: string, tally: Tally): Promise<void> {
  await keepPages(db, siteId, tally);
  await keepFollows(db, tally);
  await keepSources(db, siteId, tally);
  await keepTrials(db, siteId, tally);
  await keepHistory(db, siteId, tally);
  await keepVisits(db, siteId, tally.visits);
}

const sum = (halves: Readonly<Record<string, number>>) =>
  sql.join(
    Object.entries(halves).map(
      ([column, half]) => sql`${sql.ref(column)} = ${faded(column, half)} + ${sql.ref(`excluded.${column}`)}`,
    ),
  );

const latest = sql`at = greatest(old.at, excluded.at)`;

async function keepPages(db: Db, siteId: string, { pages, asOf }: Tally): Promise<void> {
  const rows = [...pages];
  if (rows.length === 0) return;
  const hour = new Date(Math.floor(asOf / hourMs) * hourMs);
  const all = (name: Column) => sql`${rows.map(([, page]) => page[name])}::float8[]`;
  const hours = rows.map(([, page]) =>
    [0, 1, 2, 3].map((back) => page.hours.get(hour.getTime() - back * hourMs) ?? 0),
  );
  const names = Object.keys(columns).filter((name): name is Column => name in columns);
  await sql`
    insert into list_count as old (page_id, site_id, at, hour, hour_views, all_views, all_comments, first_at,
      ${sql.join(names.map((name) => sql.ref(name)))})
    select page_id, ${siteId}, ${new Date(asOf)}, ${hour}, array[h0, h1, h2, h3], all_views, all_comments, first_at,
      ${sql.join(names.map((name) => sql.ref(name)))}
    from unnest(${rows.map(([id]) => id)}::uuid[], ${hours.map(([now = 0]) => now)}::int[],
      ${hours.map(([, one = 0]) => one)}::int[], ${hours.map(([, , two = 0]) => two)}::int[],
      ${hours.map(([, , , three = 0]) => three)}::int[], ${rows.map(([, page]) => page.views)}::bigint[],
      ${rows.map(([, page]) => page.comments)}::bigint[],
      ${rows.map(([, page]) => new Date(page.firstAt))}::timestamptz[], ${sql.join(names.map(all))})
      as fresh (page_id, h0, h1, h2, h3, all_views, all_comments, first_at,
        ${sql.join(names.map((name) => sql.ref(name)))})
    where exists (select from site_page where site_page.id = fresh.page_id)
    order by page_id
    on conflict (page_id) do update set ${sum(columns)},
      all_views = old.all_views + excluded.all_views,
      all_comments = old.all_comments + excluded.all_comments,
      first_at = least(old.first_at, excluded.first_at),
      hour_views = ${shiftedHours}, hour = greatest(old.hour, excluded.hour), ${latest}`.execute(db);
}

/** The four hours up to the younger hour of both, added up; what is older than they falls out. */
const shiftedHours = sql`(
  select array_agg(
    coalesce(old.hour_views[back + 1 - (extract(epoch from greatest(old.hour, excluded.hour) - old.hour) / 3600)::int], 0)
    + coalesce(excluded.hour_views[back + 1 - (extract(epoch from greatest(old.hour, excluded.hour) - excluded.hour) / 3600)::int], 0)
    order by back)
  from generate_series(0, 3) as back)`;

async function keepFollows(db: Db, { follows, asOf }: Tally): Promise<void> {
  const rows = [...follows.values()];
  if (rows.length === 0) return;
  await sql`
    insert into list_follow as old (from_id, to_id, at, weight30m, weight4h, weight30d)
    select fresh.*
    from unnest(${rows.map((row) => row.fromId)}::uuid[], ${rows.map((row) => row.toId)}::uuid[],
      ${rows.map(() => new Date(asOf))}::timestamptz[], ${rows.map((row) => row.weight30m)}::float8[],
      ${rows.map((row) => row.weight4h)}::float8[], ${rows.map((row) => row.weight30d)}::float8[])
      as fresh (from_id, to_id, at, weight30m, weight4h, weight30d)
    where (select count(*) from site_page where site_page.id in (fresh.from_id, fresh.to_id)) = 2
    order by fresh.from_id, fresh.to_id
    on conflict (from_id, to_id) do update set ${sum(followColumns)}, ${latest}`.execute(db);
  const ids = [...new Set(rows.map((row) => row.fromId))];
  await sql`
    delete from list_follow where (from_id, to_id) in (
      select from_id, to_id from (
        select from_id, to_id, row_number() over (partition by from_id order by
          ln(greatest(weight30d, 1e-300)) + extract(epoch from at) * ln(2) / ${halfLives.d30 / 1000}::float8 desc) as place
        from list_follow where from_id = any(${ids}::uuid[])
      ) as ranked where place > ${mostFollowing})`.execute(db);
}

async function keepSources(db: Db, siteId: string, { sources, asOf }: Tally): Promise<void> {
  const rows = [...sources.values()];
  if (rows.length === 0) return;
  await sql`
    insert into list_source_next as old (site_id, source, page_id, at, weight1h, weight7d)
    select ${siteId}, source, page_id, ${new Date(asOf)}, weight1h, weight7d
    from unnest(${rows.map((row) => row.source)}::text[], ${rows.map((row) => row.pageId)}::uuid[],
      ${rows.map((row) => row.weight1h)}::float8[], ${rows.map((row) => row.weight7d)}::float8[])
      as fresh (source, page_id, weight1h, weight7d)
    where exists (select from site_page where site_page.id = fresh.page_id)
    order by source, page_id
    on conflict (site_id, source, page_id) do update set ${sum(sourceColumns)}, ${latest}`.execute(db);
}

async function keepTrials(db: Db, siteId: string, { trials }: Tally): Promise<void> {
  const rows = [...trials.values()];
  if (rows.length === 0) return;
  await sql`
    insert into list_trial as old (site_id, list_key, page_id, shown, taken)
    select ${siteId}, list_key, page_id, shown, taken
    from unnest(${rows.map((row) => row.list)}::text[], ${rows.map((row) => row.pageId)}::uuid[],
      ${rows.map((row) => row.shown)}::int[], ${rows.map((row) => row.taken)}::int[])
      as fresh (list_key, page_id, shown, taken)
    where exists (select from site_page where site_page.id = fresh.page_id)
    order by list_key, page_id
    on conflict (site_id, list_key, page_id) do update
      set shown = old.shown + excluded.shown, taken = old.taken + excluded.taken`.execute(db);
}

async function keepHistory(db: Db, siteId: string, { history }: Tally): Promise<void> {
  const rows = [...history.values()];
  if (rows.length === 0) return;
  await sql`
    insert into list_history as old (site_id, visitor, page_id, read_at)
    select ${siteId}, visitor, page_id, read_at
    from unnest(${rows.map((row) => row.visitor)}::text[], ${rows.map((row) => row.pageId)}::uuid[],
      ${rows.map((row) => new Date(row.readAt))}::timestamptz[]) as fresh (visitor, page_id, read_at)
    where exists (select from site_page where site_page.id = fresh.page_id)
    order by visitor, page_id
    on conflict (site_id, visitor, page_id) do update set read_at = greatest(old.read_at, excluded.read_at)`.execute(
    db,
  );
}

/** The visits of these visitors that were open when the counts were kept last. */
export async function openVisits(
  db: Db,
  siteId: string,
  visitors: readonly string[],
): Promise<Map<string, OpenVisit>> {
  const rows = await db
    .selectFrom("listVisit")
    .select(["visitor", "source", "pageIds", "seenAt"])
    .where("siteId", "=", siteId)
    .where((visit) => sql<boolean>`${visit.ref("visitor")} = any(${[...visitors]}::text[])`)
    .execute();
  return new Map(
    rows.map(({ visitor, source, pageIds, seenAt }) => [
      visitor,
      { source, pageIds, seenAt: seenAt.getTime() },
    ]),
  );
}

async function keepVisits(db: Db, siteId: string, visits: Tally["visits"]): Promise<void> {
  const rows = [...visits];
  if (rows.length > 0) {
    // Lists of lists are no arrays of Postgres, whose rows must be of one length: JSON carries them.
    const given = rows.map(([visitor, visit]) => ({ visitor, ...visit, seenAt: new Date(visit.seenAt) }));
    await sql`
      insert into list_visit as old (site_id, visitor, source, page_ids, seen_at)
      select ${siteId}, visitor, source, array(select jsonb_array_elements_text("pageIds")::uuid), "seenAt"
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as fresh (visitor text, source text, "pageIds" jsonb, "seenAt" timestamptz)
      order by visitor
      on conflict (site_id, visitor) do update
        set source = excluded.source, page_ids = excluded.page_ids, seen_at = excluded.seen_at`.execute(db);
  }
  const newest = Math.max(0, ...rows.map(([, { seenAt }]) => seenAt));
  await db
    .deleteFrom("listVisit")
    .where("siteId", "=", siteId)
    .where("seenAt", "<", new Date(newest - 2 * visitGapMs))
    .execute();
}
