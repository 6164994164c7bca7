import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { TimeZone } from "#src/platform/operation/values.ts";
import { askRows } from "./ask-store.ts";
import { Period } from "./period.ts";
import { countKnown, personVisits } from "./questions/known-visitors.ts";
import { openScope, type Scope } from "./questions/scope.ts";
import { Cohorts } from "./people-schema.ts";

export const getCohorts = operation({
  id: "getCohorts",
  summary: "Show who came back, by the week or month in which they were first seen",
  http: "GET /reports/cohorts",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    ...Period.shape,
    siteId: z.uuid().optional(),
    zone: TimeZone.optional().describe("Whose weeks and months are meant; left out: the workspace's"),
    interval: z.enum(["week", "month"]).default("week"),
  }),
  output: Cohorts,
  async run(ctx, { interval, ...asked }) {
    const scope = await openScope(ctx, asked);
    const [known, rows] = await Promise.all([
      countKnown(ctx.events, scope),
      readCohorts(ctx.events, scope, interval),
    ]);
    return { period: { from: scope.from, to: scope.to }, interval, ...known, rows };
  },
});

type Interval = "week" | "month";

const Row = z
  .object({ at: z.number(), size: z.number(), back: z.array(z.number()) })
  .transform((row) => ({ ...row, at: new Date(row.at * 1000) }));

const bucketOf: Readonly<Record<Interval, (at: string) => string>> = {
  week: (at) => `toMonday(${at}, {zone: String})`,
  month: (at) => `toStartOfMonth(${at}, {zone: String})`,
};

/**
 * People first seen within the period, and in which of the intervals after that, up to the period's end, they were
 * seen again. A person is one of a site.
 */
function readCohorts(events: ClickHouseClient, scope: Scope, interval: Interval) {
  const bucket = bucketOf[interval];
  const last = bucket("{to: DateTime64(3, 'UTC')} - toIntervalMillisecond(1)");
  return askRows(events, {
    query: `
      select toUnixTimestamp(toDateTime(cohort, {zone: String})) as at, toUInt32(count()) as size,
        arrayMap(later -> toUInt32(arrayCount(seen -> has(seen, later), groupArray(intervals))),
          range(1, toUInt32(dateDiff('${interval}', cohort, ${last})) + 1)) as back
      from (
        select ${bucket("min(began)")} as cohort,
          arrayMap(seen -> toUInt32(dateDiff('${interval}', cohort, seen)), groupUniqArray(${bucket("began")})) as intervals
        from ${personVisits(scope)} where began < {to: DateTime64(3, 'UTC')}
        group by site_id, visitor having min(began) >= {from: DateTime64(3, 'UTC')}
      ) group by cohort order by cohort`,
    params: scope.params,
    row: Row,
  });
}
