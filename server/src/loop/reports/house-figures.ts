import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";

interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** What the workspace has and did, by its own record. */
export async function houseFigures(db: Db, { from, to }: Period) {
  const { rows } = await sql<Record<HouseFigure, number>>`
    select
      (select count(*)::int from publication where published_at >= ${from} and published_at < ${to}) as "published",
      (select count(*)::int from publication where state = 'scheduled') as "scheduled",
      (select count(*)::int from publication
        where state in ('unknown', 'missed', 'failed', 'partial') and settled_at is null) as "attention",
      (select count(*)::int from channel where disconnected_at is null) as "channels",
      (select coalesce(sum(followers), 0)::int from channel where disconnected_at is null) as "followers",
      (select count(*)::int from link) as "links",
      (select coalesce(sum(m.likes), 0)::int from publication_metrics m join publication p on p.id = m.publication_id
        where p.published_at >= ${from} and p.published_at < ${to}) as "likes",
      (select coalesce(sum(m.reposts), 0)::int from publication_metrics m join publication p on p.id = m.publication_id
        where p.published_at >= ${from} and p.published_at < ${to}) as "reposts",
      (select count(*)::int from conversation_reply
        where not is_ours and deleted_at is null and at >= ${from} and at < ${to}) as "replies",
      (select count(*)::int from conversation_answer
        where state = 'sent' and sent_at >= ${from} and sent_at < ${to}) as "answers",
      (select count(*)::int from site) as "sites",
      (select count(*)::int from site_proof) as "provedSites",
      (select count(distinct site_id)::int from site_page where visited_at is not null) as "heardSites",
      (select count(*)::int from site_page) as "pages"`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("A question for totals answered no row");
  return row;
}

type HouseFigure =
  | "published"
  | "scheduled"
  | "attention"
  | "channels"
  | "followers"
  | "links"
  | "likes"
  | "reposts"
  | "replies"
  | "answers"
  | "sites"
  | "provedSites"
  | "heardSites"
  | "pages";
