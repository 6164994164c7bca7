import { sql } from "kysely";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { AnswerSources, SearchReport } from "./editor-schema.ts";

const dayMs = 24 * 3_600_000;

export const getSearchReport = operation({
  id: "getSearchReport",
  summary: "Show what visitors look for on a site: how often, what was not found, what was opened",
  http: "GET /sites/:siteId/searches",
  access: "read",
  input: z.object({
    siteId: z.uuid(),
    days: z.coerce.number().int().min(1).max(400).default(30).describe("So many days back"),
    order: z.enum(["times", "notFound"]).default("times"),
  }),
  output: SearchReport,
  async run({ db, now }, { siteId, days, order }) {
    await checkSite(db, siteId);
    const since = new Date(now().getTime() - days * dayMs);
    const [whole] = (
      await sql<{ searches: number; notFound: number; opened: number }>`
        select count(*)::int as searches, count(*) filter (where not is_found)::int as "notFound",
          count(opened_at)::int as opened
        from answer_search where site_id = ${siteId} and at >= ${since}`.execute(db)
    ).rows;
    const { rows } = await sql<z.output<typeof SearchReport>["queries"][number]>`
      select (array_agg(query order by at desc))[1] as query, count(*)::int as times,
        count(*) filter (where not is_found)::int as "notFound", count(opened_at)::int as opened,
        max(at) as "lastAt"
      from answer_search where site_id = ${siteId} and at >= ${since}
      group by query_key
      order by ${order === "times" ? sql`times` : sql`"notFound"`} desc, max(at) desc limit 100`.execute(db);
    return { days, ...(whole ?? { searches: 0, notFound: 0, opened: 0 }), queries: rows };
  },
});

export const getAnswerSources = operation({
  id: "getAnswerSources",
  summary:
    "Show what a site's search finds its answers in: pages read and why others are not, FAQ entries, comments",
  http: "GET /sites/:siteId/answer-sources",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: AnswerSources,
  async run({ db }, { siteId }) {
    await checkSite(db, siteId);
    const pages = await sql<{ known: number; read: number; failing: number; lastReadAt: Date | null }>`
      select count(*)::int as known, count(*) filter (where passages > 0)::int as read,
        count(*) filter (where fault is not null)::int as failing, max(read_at) as "lastReadAt"
      from answer_page where site_id = ${siteId}`.execute(db);
    const faults = await sql<{ fault: string; pages: number }>`
      select fault, count(*)::int as pages from answer_page where site_id = ${siteId} and fault is not null
      group by fault order by pages desc, fault limit 10`.execute(db);
    const kinds = await sql<{ kind: string; passages: number }>`
      select kind, count(*)::int as passages from answer_passage where site_id = ${siteId} group by kind`.execute(
      db,
    );
    const words = await sql<{ words: number }>`
      select count(*)::int as words from answer_word where site_id = ${siteId}`.execute(db);
    const of = (kind: string) => kinds.rows.find((row) => row.kind === kind)?.passages ?? 0;
    const nothing = { known: 0, read: 0, failing: 0, lastReadAt: null };
    return {
      pages: { ...(pages.rows[0] ?? nothing), faults: faults.rows },
      passages: { page: of("page"), faq: of("faq"), comment: of("comment") },
      words: words.rows[0]?.words ?? 0,
    };
  },
});

export const readAnswerSources = operation({
  id: "readAnswerSources",
  summary: "Read a site's known pages again now, as far as they were not read within the last ten minutes",
  http: "POST /sites/:siteId/answer-sources",
  access: "content.edit",
  input: z.object({ siteId: z.uuid() }),
  output: z.object({ pages: z.int().describe("Pages that wait to be read now") }),
  async run({ db, now }, { siteId }) {
    await checkSite(db, siteId);
    await sql`insert into answer_page (page_id, site_id, next_read_at)
      select id, site_id, ${now()} from site_page where site_id = ${siteId} on conflict do nothing`.execute(
      db,
    );
    const before = new Date(now().getTime() - 10 * 60_000);
    await sql`update answer_page set next_read_at = ${now()}
      where site_id = ${siteId} and next_read_at > ${now()} and (read_at is null or read_at < ${before})`.execute(
      db,
    );
    const { rows } = await sql<{ pages: number }>`select count(*)::int as pages from answer_page
      where site_id = ${siteId} and next_read_at <= ${now()}`.execute(db);
    return { pages: rows[0]?.pages ?? 0 };
  },
});
