import { sql } from "kysely";
import { z } from "zod";
import { originsOf } from "#src/ground/sites/index.ts";
import { type Db, wholeHouse } from "#src/platform/database/database.ts";
import { job, type JobContext } from "#src/platform/jobs/job.ts";
import { keepTally, openVisits } from "./keep-tally.ts";
import { pathOf } from "./page-path.ts";
import { type Happening, tallyUp } from "./tally.ts";

/** Until then a view's page has become known, and its batch has reached the store. */
const lagMs = 75_000;
/** A site that nobody has visited within this time has nothing new. */
const lookBackMs = 3_600_000;
/** A site whose counts begin today starts with what happened in these days. */
const firstDays = 7;
const mostRows = 20_000;

interface Site {
  readonly id: string;
  readonly workspaceId: string;
  readonly origin: string;
  readonly readTo: Date | null;
}

/** Adds what visitors did since the last time to the counts. What was counted once is never read again. */
export const countReadings = job({
  id: "lists.countReadings",
  payload: z.object({}),
  schedule: "* * * * *",
  async run(ctx) {
    const to = new Date(Math.floor((ctx.now().getTime() - lagMs) / 1000) * 1000);
    for (const site of await findActive(ctx, to)) {
      let from = site.readTo ?? new Date(to.getTime() - firstDays * 86_400_000);
      while (from < to && !ctx.signal?.aborted) from = await countSpan(ctx, site, { from, to });
    }
  },
});

const Active = z.array(z.object({ siteId: z.uuid() }));

async function findActive({ events, transact }: JobContext, to: Date): Promise<readonly Site[]> {
  const result = await events.query({
    query: `select distinct site_id as siteId from event
      where at > toDateTime64({since: UInt32}, 3) and reason = 'human' and kind in ('view', 'share', 'comment', 'custom')`,
    query_params: { since: Math.floor((to.getTime() - lookBackMs) / 1000) },
    format: "JSONEachRow",
  });
  const ids = Active.parse(await result.json()).map(({ siteId }) => siteId);
  if (ids.length === 0) return [];
  return transact(wholeHouse, ({ db }) =>
    db
      .selectFrom("site")
      .leftJoin("listProgress as progress", "progress.siteId", "site.id")
      .select(["site.id", "site.workspaceId", "site.origin", "progress.readTo"])
      .where("site.id", "in", ids)
      .execute(),
  );
}

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Counts as much of the span as fits into one go; answers how far it came. */
async function countSpan(ctx: JobContext, site: Site, span: Span): Promise<Date> {
  const rows = await readRows(ctx, site, span);
  const isCut = rows.length === mostRows;
  const last = rows.at(-1)?.receivedAt ?? 0;
  // The last second may go on beyond the cut; one that holds more than a whole go is taken as far as it came.
  const whole = isCut ? rows.filter(({ receivedAt }) => receivedAt < last) : rows;
  const counted = whole.length > 0 ? whole : rows;
  const to = isCut ? new Date((counted.at(-1)?.receivedAt ?? last) * 1000) : span.to;
  await ctx.transact(site.workspaceId, async ({ db }) => {
    const taken = await db
      .insertInto("listProgress")
      .values({ siteId: site.id, readTo: to })
      .onConflict((known) =>
        known.column("siteId").doUpdateSet({ readTo: to }).where("listProgress.readTo", "=", span.from),
      )
      .returning("siteId")
      .executeTakeFirst();
    // Another worker has counted this span.
    if (!taken || counted.length === 0) return;
    const happenings = await happeningsOf(db, site, counted);
    const visits = await openVisits(db, site.id, [...new Set(happenings.map(({ visitor }) => visitor))]);
    await keepTally(db, site.id, tallyUp(happenings, visits));
  });
  return to;
}

const Row = z.object({
  kind: z.enum(["view", "share", "comment", "custom"]),
  at: z.number(),
  receivedAt: z.number(),
  visitor: z.string(),
  consented: z.number(),
  s: z.string(),
  source: z.string(),
  path: z.string(),
  name: z.string(),
  list: z.string(),
  fresh: z.string(),
  url: z.string(),
});
type Row = z.output<typeof Row>;

async function readRows({ events }: JobContext, site: Site, { from, to }: Span): Promise<readonly Row[]> {
  const result = await events.query({
    query: `select kind, toUnixTimestamp64Milli(event.at) as at, toUnixTimestamp(received_at) as receivedAt,
        toString(event.visitor) as visitor, consented, s, source, concat(page_path, page_query) as path, name,
        JSONExtractString(props, 'list') as list,
        JSONExtractString(props, 'fresh') as fresh, JSONExtractString(props, 'url') as url
      from event final
      where workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and reason = 'human'
        and (kind in ('view', 'share', 'comment') or (kind = 'custom' and name in ('list.shown', 'list.clicked')))
        and event.at > toDateTime64({from: UInt32} - 360, 3)
        and received_at > toDateTime({from: UInt32}) and received_at <= toDateTime({to: UInt32})
      order by receivedAt, at limit ${mostRows}`,
    query_params: {
      workspaceId: site.workspaceId,
      siteId: site.id,
      from: Math.floor(from.getTime() / 1000),
      to: Math.floor(to.getTime() / 1000),
    },
    format: "JSONEachRow",
  });
  return z.array(Row).parse(await result.json());
}

async function happeningsOf(db: Db, site: Site, rows: readonly Row[]): Promise<Happening[]> {
  const origins = originsOf(site.origin);
  // Only the entry that was shown to be judged is judged: of a click, whether it was on that one.
  const entryOf = ({ name, fresh, url }: Row) =>
    name === "list.shown" || pathOf(url, origins) === fresh ? fresh : "";
  const paths = new Set(rows.flatMap((row) => [row.path, entryOf(row)]));
  const pages = await db
    .selectFrom("sitePage")
    .select(["id", "path"])
    .where("siteId", "=", site.id)
    .where((page) => sql<boolean>`${page.ref("path")} = any(${[...paths]}::text[])`)
    .execute();
  const idOf = new Map(pages.map(({ id, path }) => [path, id]));
  return rows
    .map((row) => ({
      kind: kindOf(row),
      at: row.at,
      visitor: row.visitor,
      hasConsented: row.consented === 1,
      pageId: idOf.get(row.path),
      isTracked: row.s !== "",
      source: row.source,
      list: row.list,
      entryId: idOf.get(entryOf(row)),
    }))
    .toSorted((one, other) => one.at - other.at);
}

function kindOf({ kind, name }: Row): Happening["kind"] {
  if (kind !== "custom") return kind;
  return name === "list.shown" ? "shown" : "clicked";
}
