import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { askRows } from "./ask-store.ts";
import { Question } from "./filter.ts";
import { readCells } from "./questions/cells.ts";
import { countKnown, personVisits } from "./questions/known-visitors.ts";
import { openScope, type Scope, visitsOf } from "./questions/scope.ts";
import { NewcomerPaths } from "./people-schema.ts";

const maxRows = 50;
const pagesShown = 5;
const By = z.enum(["network", "source"]);
type By = z.output<typeof By>;

export const getNewcomerPaths = operation({
  id: "getNewcomerPaths",
  summary: "Show what newcomers from each network or source do next, and who of them comes back",
  http: "GET /reports/newcomers",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: Question.omit({ audience: true }).extend({ by: By.default("network") }),
  output: NewcomerPaths,
  async run(ctx, { by, ...asked }) {
    const all = await openScope(ctx, asked);
    const scope = {
      ...all,
      isAudienceAsked: true,
      conditions: [...all.conditions, "audience = 'newcomer'"],
    };
    const [known, cells, next, back] = await Promise.all([
      countKnown(ctx.events, all),
      readCells(ctx.events, scope, { dimensions: [by], limit: maxRows }),
      readNextPages(ctx.events, scope, by),
      readCameBack(ctx.events, scope, by),
    ]);
    const pagesOf = Map.groupBy(next, ({ value }) => value);
    const backOf = new Map(back.map(({ value, visitors }) => [value, visitors]));
    return {
      period: { from: all.from, to: all.to },
      ...known,
      rows: (cells.get(by)?.rows ?? []).map((row) => ({
        ...row,
        cameBack: backOf.get(row.value) ?? 0,
        nextPages: (pagesOf.get(row.value) ?? []).map(({ page, visits }) => ({ page, visits })),
      })),
    };
  },
});

const NextPage = z.object({ value: z.string(), page: z.string(), visits: z.number() });

/** The landing page loaded anew is no next page. */
const readNextPages = (events: ClickHouseClient, scope: Scope, by: By) =>
  askRows(events, {
    query: `
      select toString(${by}) as value, arrayFirst(path -> path != entry_page, pages) as page,
        toUInt32(count()) as visits
      from ${visitsOf(scope)} where views > 0
      group by value, page order by value, visits desc, page limit ${pagesShown} by value`,
    params: scope.params,
    row: NextPage,
  });

const CameBack = z.object({ value: z.string(), visitors: z.number() });

const readCameBack = (events: ClickHouseClient, scope: Scope, by: By) =>
  askRows(events, {
    query: `
      select value, toUInt32(uniqExact(newcomer.site_id, newcomer.visitor)) as visitors
      from (
        select site_id, visitor, began as first, toString(${by}) as value from ${visitsOf(scope)} where views > 0
      ) as newcomer
      inner join (
        select site_id, visitor, began from ${personVisits(scope)}
        where began >= {from: DateTime64(3, 'UTC')} and began < {to: DateTime64(3, 'UTC')} + interval 30 day
      ) as seen on newcomer.site_id = seen.site_id and newcomer.visitor = seen.visitor
      where seen.began > first and seen.began < first + interval 30 day
        and toDate(seen.began, {zone: String}) != toDate(first, {zone: String})
      group by value`,
    params: scope.params,
    row: CameBack,
  });
