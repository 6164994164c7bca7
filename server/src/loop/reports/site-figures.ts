import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";

/** What people did on the workspace's sites in a period. */
export const SiteFigures = z.object({
  clicks: z.number().describe("Clicks of people on tracked links"),
  views: z.number(),
  visits: z.number(),
  reads: z.number().describe("Visits that reached a read"),
  bounces: z.number().describe("Visits with one view, under 10 s of visible time, and nothing else"),
  visitsFromLinks: z.number().describe("Visits that arrived by a tracked link"),
  shares: z.number(),
  comments: z.number(),
  broughtVisitors: z.number().describe("Visitors whom others' shares brought"),
  regulars: z.number().describe("Of those who agreed to be known: seen on three or more days of the last 30"),
});
export type SiteFigures = z.output<typeof SiteFigures>;

interface Asked {
  readonly workspaceId: string;
  readonly from: Date;
  readonly to: Date;
}

/** One question for the whole period, of definitions in `docs/guide`: what counts as a visit, a read, a bounce. */
export async function siteFigures(
  events: ClickHouseClient,
  { workspaceId, from, to }: Asked,
): Promise<SiteFigures> {
  const result = await events.query({
    query,
    query_params: { workspaceId, from: seconds(from), to: seconds(to) },
    format: "JSONEachRow",
  });
  const [row] = z.array(SiteFigures).parse(await result.json());
  if (!row) throw new Error("A question for totals answered no row");
  return row;
}

const seconds = (at: Date) => at.getTime() / 1000;

const query = `
  with
    toDateTime64({from: Float64}, 3, 'UTC') as begins_at,
    toDateTime64({to: Float64}, 3, 'UTC') as ends_at,
    acted as (
      select * from event final
      where workspace_id = {workspaceId: UUID} and reason = 'human' and at >= begins_at and at < ends_at
    ),
    cut as (
      select *, dateDiff('second', lagInFrame(at, 1, at) over (partition by site_id, visitor order by at
        rows between unbounded preceding and current row), at) > 1800 as is_new
      from acted where kind != 'click'
    ),
    numbered as (
      select *, sum(is_new) over (partition by site_id, visitor order by at
        rows between unbounded preceding and current row) as number
      from cut
    ),
    visit as (
      select
        countIf(kind = 'view') as views,
        max(visible_ms) >= 15000 or max(scroll_percent) >= 75 as is_read,
        views = 1 and max(visible_ms) < 10000 and countIf(kind not in ('view', 'engage')) = 0 as is_bounce,
        countIf(s in (select id from acted where kind = 'click')) > 0 as is_from_link
      from numbered group by site_id, visitor, number
      having views > 0
    ),
    share as (
      select id, visitor from event final
      where workspace_id = {workspaceId: UUID} and kind = 'share' and reason = 'human'
    )
  select
    (select count() from acted where kind = 'click') as clicks,
    (select count() from acted where kind = 'view') as views,
    (select count() from visit) as visits,
    (select countIf(is_read) from visit) as reads,
    (select countIf(is_bounce) from visit) as bounces,
    (select countIf(is_from_link) from visit) as visitsFromLinks,
    (select count() from acted where kind = 'share') as shares,
    (select count() from acted where kind = 'comment') as comments,
    (
      select uniqExact(acted.visitor) from acted inner join share on acted.s = share.id
      where acted.kind = 'view' and acted.visitor != share.visitor
    ) as broughtVisitors,
    (
      select count() from (
        select visitor from event final
        where workspace_id = {workspaceId: UUID} and reason = 'human' and consented = 1 and kind = 'view'
          and at >= ends_at - interval 30 day and at < ends_at
        group by site_id, visitor having uniqExact(toDate(at)) >= 3
      )
    ) as regulars`;
