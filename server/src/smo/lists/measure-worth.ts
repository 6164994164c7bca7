import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { type ArmSums, type Worth, worthOf } from "./worth.ts";

/** What was shown, or held back, and is to be measured. */
export interface Measured {
  readonly workspaceId: string;
  readonly siteId: string;
  readonly from: Date;
  readonly to: Date;
  /** The custom events that tell of it: `list` for `list.shown` and `list.clicked`, whose property `list` names it. */
  readonly family: "list" | "welcome";
  readonly name: string;
}

const monthMs = 30 * 86_400_000;
/** Only then it is known that a visit has ended. */
const visitGapMs = 30 * 60_000;

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The time that is measured: a month where nobody says otherwise, and only visits that are over. */
export function measuredSpan(
  { from, to }: { readonly [Name in keyof Span]?: Date | undefined },
  now: Date,
): Span {
  const over = new Date(now.getTime() - visitGapMs);
  const until = to !== undefined && to < over ? to : over;
  return { from: from ?? new Date(until.getTime() - monthMs), to: until };
}

const Arm = z.object({
  arm: z.enum(["shown", "held"]),
  visitors: z.number(),
  visits: z.number(),
  further: z.number(),
  exits: z.number(),
  furtherFurther: z.number(),
  furtherVisits: z.number(),
  visitsVisits: z.number(),
  exitsExits: z.number(),
  exitsVisits: z.number(),
  clicks: z.number(),
});

const none: ArmSums = {
  visitors: 0,
  visits: 0,
  further: 0,
  exits: 0,
  furtherFurther: 0,
  furtherVisits: 0,
  visitsVisits: 0,
  exitsExits: 0,
  exitsVisits: 0,
};

export interface MeasuredWorth extends Worth {
  /** Of those to whom it was shown: how often it was clicked. */
  readonly clicks: number;
}

/**
 * Visits in which it was shown or held back, with what followed. A visit is a visitor's events with no gap over 30
 * minutes. A visitor who was seen in both arms, because the share was changed in between, is left out.
 */
export async function measureWorth(events: ClickHouseClient, asked: Measured): Promise<MeasuredWorth> {
  const result = await events.query({
    query,
    query_params: {
      workspaceId: asked.workspaceId,
      siteId: asked.siteId,
      from: Math.floor(asked.from.getTime() / 1000),
      to: Math.floor(asked.to.getTime() / 1000),
      shownName: `${asked.family}.shown`,
      clickedName: `${asked.family}.clicked`,
      property: asked.family,
      name: asked.name,
    },
    format: "JSONEachRow",
  });
  const arms = new Map(
    z
      .array(Arm)
      .parse(await result.json())
      .map((arm) => [arm.arm, arm]),
  );
  return {
    ...worthOf(arms.get("shown") ?? none, arms.get("held") ?? none),
    clicks: arms.get("shown")?.clicks ?? 0,
  };
}

const ofSite = `workspace_id = {workspaceId: UUID} and site_id = {siteId: UUID} and reason = 'human'
    and event.at >= toDateTime64({from: UInt32}, 3) and event.at < toDateTime64({to: UInt32}, 3)`;

const query = `
  with told as (
    select visitor, event.at as at, name = {shownName: String} as is_shown, JSONExtractString(props, 'arm') as arm
    from event final
    where ${ofSite} and kind = 'custom' and name in ({shownName: String}, {clickedName: String})
      and JSONExtractString(props, {property: String}) = {name: String} and arm in ('shown', 'held')
  ),
  seen as (
    select visitor, event.at as at, 1 as is_view, 0 as is_shown, 0 as is_click, '' as arm
    from event final
    where ${ofSite} and kind = 'view' and visitor in (select visitor from told where is_shown)
    union all
    select visitor, at, 0 as is_view, is_shown, not is_shown as is_click, arm from told
  ),
  cut as (
    select *, dateDiff('second', lagInFrame(at, 1, at) over by_visitor, at) > 1800 as begins from seen
    window by_visitor as (partition by visitor order by at rows between unbounded preceding and current row)
  ),
  numbered as (
    select *, sum(begins) over (partition by visitor order by at rows between unbounded preceding and current row) as number
    from cut
  ),
  visit as (
    select visitor, number, anyIf(arm, is_shown) as arm, minIf(at, is_shown) as shown_at,
      arrayCount(view_at -> view_at > shown_at, groupArrayIf(at, is_view)) as further, countIf(is_click) as clicks
    from numbered group by visitor, number having countIf(is_shown) > 0
  ),
  person as (
    select visitor, any(visit.arm) as arm, sum(further) as x, count() as y, countIf(further = 0) as e, sum(clicks) as clicks
    from visit group by visitor having uniqExact(visit.arm) = 1
  )
  select arm, count() as visitors, sum(y) as visits, sum(x) as further, sum(e) as exits, sum(x * x) as furtherFurther,
    sum(x * y) as furtherVisits, sum(y * y) as visitsVisits, sum(e * e) as exitsExits, sum(e * y) as exitsVisits,
    sum(person.clicks) as clicks
  from person group by arm`;
