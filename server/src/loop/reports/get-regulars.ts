import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { TimeZone } from "#src/platform/operation/values.ts";
import { askRows } from "./ask-store.ts";
import { Period } from "./period.ts";
import { attributedTo } from "./questions/attribution-query.ts";
import { countKnown, personVisits } from "./questions/known-visitors.ts";
import { openScope, type Scope } from "./questions/scope.ts";
import { wilson } from "./questions/wilson.ts";
import { Regulars } from "./people-schema.ts";

const By = z.enum(["source", "network", "campaign", "entryPage"]);
const maxRows = 200;

export const getRegulars = operation({
  id: "getRegulars",
  summary: "Show what first brought those who became regular: source, network, campaign or entry page",
  http: "GET /reports/regulars",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    ...Period.shape,
    siteId: z.uuid().optional(),
    zone: TimeZone.optional().describe("Whose days are meant; left out: the workspace's"),
    by: By.default("source"),
  }),
  output: Regulars,
  async run(ctx, { by, ...asked }) {
    const scope = await openScope(ctx, asked);
    const [known, rows] = await Promise.all([
      countKnown(ctx.events, scope),
      readRegulars(ctx.events, scope, by),
    ]);
    return {
      period: { from: scope.from, to: scope.to },
      ...known,
      regulars: rows[0]?.all ?? 0,
      rows: rows.map(({ value, newcomers, regulars, became }) => {
        const { rate, low, high } = wilson(became, newcomers);
        return { value, newcomers, regulars, share: rate, low, high };
      }),
    };
  },
});

const Row = z.object({
  value: z.string(),
  newcomers: z.number(),
  regulars: z.number(),
  became: z.number(),
  all: z.number(),
});

/**
 * Each person by what his first visit came by. Who is regular is told of the last 30 days of the period; who became
 * regular, of the 30 days from his first visit, whatever of them has passed.
 */
const readRegulars = (events: ClickHouseClient, scope: Scope, by: z.output<typeof By>) =>
  askRows(events, {
    query: `
      select value, toUInt32(sum(is_new)) as newcomers, toUInt32(sum(is_regular)) as regulars,
        toUInt32(sum(is_new and has_become)) as became, toUInt32(sum(sum(is_regular)) over ()) as all
      from (
        select argMin(touch, began) as value, min(began) as first,
          first >= {from: DateTime64(3, 'UTC')} as is_new,
          length(arrayDistinct(arrayMap(at -> toDate(at, {zone: String}),
            arrayFilter(at -> at >= {to: DateTime64(3, 'UTC')} - interval 30 day, groupArray(began))))) >= 3 as is_regular,
          length(arrayDistinct(arrayMap(at -> toDate(at, {zone: String}),
            arrayFilter(at -> at < first + interval 30 day, groupArray(began))))) >= 3 as has_become
        from (select site_id, visitor, began, ${attributedTo[by]} as touch from ${personVisits(scope)})
        where began < {to: DateTime64(3, 'UTC')} group by site_id, visitor
      ) group by value having newcomers > 0 or regulars > 0
      order by regulars desc, newcomers desc, value limit ${maxRows}`,
    params: scope.params,
    row: Row,
  });
