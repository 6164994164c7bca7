import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";

/** What one arm got in one hour: readers who saw it first then, and what became of them. */
export const ArmHour = z.object({
  armId: z.string(),
  hour: z.iso.datetime({ offset: true }).or(z.string()),
  exposures: z.number(),
  clicks: z.number(),
  qualityClicks: z.number(),
});
export type ArmHour = z.output<typeof ArmHour>;

interface Asked {
  readonly workspaceId: string;
  readonly siteId: string;
  readonly testId: string;
  readonly path: string;
  readonly from: Date;
  readonly to: Date;
}

/**
 * Exposures, clicks and quality clicks by arm and hour. An exposure is recorded when the title is seen, once for each
 * visitor: of one who met two arms (the shares had changed) the first counts. A click is good when the visitor read
 * the page within the half hour that a visit goes on, by the definition of a read.
 */
export async function countArms(events: ClickHouseClient, asked: Asked): Promise<readonly ArmHour[]> {
  const { from, to, ...rest } = asked;
  const result = await events.query({
    query,
    query_params: { ...rest, from: from.getTime() / 1000, to: to.getTime() / 1000 },
    format: "JSONEachRow",
  });
  return z.array(ArmHour).parse(await result.json());
}

const query = `
  with
    toDateTime64({from: Float64}, 3, 'UTC') as begins_at,
    toDateTime64({to: Float64}, 3, 'UTC') as ends_at,
    told as (
      select visitor, name, at, JSONExtractString(props, 'arm') as arm
      from event final
      where workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and kind = 'custom'
        and name in ('headline.shown', 'headline.clicked') and reason = 'human'
        and at >= begins_at and at < ends_at and JSONExtractString(props, 'test') = {testId: String}
    ),
    shown as (
      select visitor, argMin(arm, at) as arm, min(at) as shown_at
      from told where name = 'headline.shown' group by visitor
    ),
    clicked as (
      select visitor, arm, min(at) as clicked_at from told where name = 'headline.clicked' group by visitor, arm
    ),
    seen as (
      select visitor, at from event final
      where workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and kind = 'engage' and reason = 'human'
        and at >= begins_at and at < ends_at + interval 30 minute and page_path = {path: String}
        and (visible_ms >= 15000 or scroll_percent >= 75)
        and visitor in (select visitor from clicked)
    ),
    good as (
      select distinct clicked.visitor as visitor, clicked.arm as arm
      from clicked inner join seen on seen.visitor = clicked.visitor
      where seen.at >= clicked.clicked_at and seen.at < clicked.clicked_at + interval 30 minute
    )
  select
    shown.arm as armId,
    formatDateTime(toStartOfHour(shown.shown_at, 'UTC'), '%Y-%m-%dT%H:00:00Z', 'UTC') as hour,
    count() as exposures,
    countIf((shown.visitor, shown.arm) in (select visitor, arm from clicked)) as clicks,
    countIf((shown.visitor, shown.arm) in (select visitor, arm from good)) as qualityClicks
  from shown group by armId, hour order by hour`;
