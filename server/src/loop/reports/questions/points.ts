import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { askRows } from "../ask-store.ts";
import type { Figures } from "../figures.ts";
import { addDays, addedColumns } from "../visits/figures-query.ts";
import { CountedFigures, rolledPart, visitPart } from "./cells.ts";
import { planDays } from "./rolled-days.ts";
import type { Scope } from "./scope.ts";

export const intervals = ["hour", "day", "week", "month"] as const;
export type Interval = (typeof intervals)[number];

export interface Point extends Figures {
  readonly at: Date;
}

const maxHours = 24 * 40;
const hourMs = 3_600_000;

/** Unix seconds of the beginning of an instant's hour, day, week or month, by the clock of the zone. */
const bucketOf: Readonly<Record<Interval, (at: string) => string>> = {
  hour: (at) => `toUnixTimestamp(toStartOfHour(${at}, {zone: String}))`,
  day: (at) => `toUnixTimestamp(toDateTime(toDate(${at}, {zone: String}), {zone: String}))`,
  week: (at) => `toUnixTimestamp(toDateTime(toMonday(${at}, {zone: String}), {zone: String}))`,
  month: (at) => `toUnixTimestamp(toDateTime(toStartOfMonth(${at}, {zone: String}), {zone: String}))`,
};

const PointRow = z
  .looseObject({ at: z.number() })
  .transform((row): Point => ({ at: new Date(row.at * 1000), ...CountedFigures.parse(row) }));

/**
 * Figures over time, also of the times when nothing was. Days come from roll-ups. A stranger's hours of one UTC day
 * may lie in two local ones, so weeks and months are not sums of days and are counted of the visits themselves.
 */
export async function readPoints(
  events: ClickHouseClient,
  scope: Scope,
  interval: Interval,
): Promise<Point[]> {
  const hours = (scope.to.getTime() - scope.from.getTime()) / hourMs;
  if (interval === "hour" && hours > maxHours) {
    throw new Problem("invalid", say`interval: ${Math.ceil(hours)} hours are more than a chart can show`, {
      hint: say`Ask for days, or for a shorter period`,
    });
  }
  const plan = interval === "day" ? await planDays(events, scope, scope.zone) : { days: [], spans: [scope] };
  const bucket = bucketOf[interval];
  const cells = `[('at', toString(${bucket("visit.began")}), toUInt32(visit.views), visit.is_read)]`;
  // No alias may be a column's name: the condition would mean the alias.
  const rolled = "'at', toString(toUnixTimestamp(toDateTime(toDate(value), {zone: String})))";
  return askRows(events, {
    query: `
      select toUInt32(value) as at, ${addDays} from (
        ${visitPart({ scope, plan, cells })}
        union all ${rolledPart(scope, "dimension = concat('day:', {zone: String})", rolled)}
        union all select 'at', toString(arrayJoin(${everyBucket(bucket)})), 0, [], ${addedColumns.map(() => "0").join(", ")}
      ) group by at order by at`,
    params: { ...scope.params, days: plan.days, step: interval === "hour" ? 3600 : 6 * 3600 },
    row: PointRow,
  });
}

const everyBucket = (bucket: (at: string) => string) => `
  arrayDistinct(arrayMap(second -> ${bucket("toDateTime(second, 'UTC')")}, arrayConcat(
    range(toUInt32(toUnixTimestamp({from: DateTime64(3, 'UTC')})), toUInt32(toUnixTimestamp({to: DateTime64(3, 'UTC')})), {step: UInt32}),
    [toUInt32(toUnixTimestamp({to: DateTime64(3, 'UTC')} - toIntervalMillisecond(1)))])))`;
