import type { ClickHouseClient } from "@clickhouse/client";
import { sql } from "kysely";
import { z } from "zod";
import { type Asking, askRows, clockText } from "../ask-store.ts";
import type { Cutter } from "./cut-visits.ts";
import { addedColumns, cellsFor, countVisits, dayCell, rolledDimensions } from "./figures-query.ts";

/** A day is rolled up when its last visits have most likely ended; what comes later takes the roll-up back. */
const settleHours = 2;
const dayMs = 86_400_000;

const day = (at: Date) => at.toISOString().slice(0, 10);

/** Days of workspaces that are over and whose roll-up is missing or taken back. */
async function findUnrolled(events: ClickHouseClient, now: Date, limit: number) {
  return askRows(events, {
    query: `select toString(workspace_id) as workspaceId, toString(toDate(began)) as day from visit
      where began < {before: DateTime64(3, 'UTC')}
        and (workspace_id, toDate(began)) not in (select workspace_id, day from rolled_day final where is_valid)
      group by workspaceId, day order by day desc limit {limit: UInt32}`,
    params: { before: day(new Date(now.getTime() - settleHours * 3_600_000)), limit },
    row: UnrolledDay,
  });
}

const UnrolledDay = z.object({ workspaceId: z.string(), day: z.string() });
type UnrolledDay = z.output<typeof UnrolledDay>;

/** Rolls up what is over, newest days first; answers how many days it did. The caller holds the lease of `run`. */
export async function rollUpDays(
  cutter: Cutter,
  now: Date,
  version: (index: number) => number,
): Promise<number> {
  const days = await findUnrolled(cutter.events, now, 1000);
  const zones = await zonesOf(
    cutter,
    days.map(({ workspaceId }) => workspaceId),
  );
  for (const [index, unrolled] of days.entries()) {
    const zone = zones.get(unrolled.workspaceId) ?? "UTC";
    await rollUpDay(cutter.events, unrolled, { zone, build: version(index) });
  }
  return days.length;
}

async function zonesOf({ transact }: Cutter, workspaceIds: readonly string[]) {
  if (workspaceIds.length === 0) return new Map<string, string>();
  const { rows } = await transact(({ db }) =>
    sql<{
      id: string;
      timeZone: string;
    }>`select id, time_zone as "timeZone" from workspace where id = any(${[...new Set(workspaceIds)]})`.execute(
      db,
    ),
  );
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]));
}

interface Build {
  readonly zone: string;
  readonly build: number;
}

async function rollUpDay(events: ClickHouseClient, unrolled: UnrolledDay, built: Build): Promise<void> {
  const from = new Date(`${unrolled.day}T00:00:00Z`);
  const params: Asking["params"] = {
    ...unrolled,
    ...built,
    from: clockText(from),
    to: clockText(new Date(from.getTime() + dayMs)),
  };
  for (const query of [rollUpVisits, rollUpClicks, markRolled])
    await events.command({ query, query_params: { ...params } });
}

const columns = addedColumns.join(", ");

const rollUpVisits = `
  insert into visit_rollup (workspace_id, site_id, day, dimension, value, build, strangers, known, ${columns})
  select visit.workspace_id, visit.site_id, toDate({day: String}), cell.1 as dimension, cell.2 as value,
    {build: UInt64}, ${countVisits}
  from (
    select * from visit final where workspace_id = {workspaceId: UUID}
      and toDate(began) = {day: Date} and began >= {from: DateTime64(3, 'UTC')} and began < {to: DateTime64(3, 'UTC')}
  ) as visit
  array join arrayConcat(${cellsFor(rolledDimensions)}, ${dayCell("{zone: String}")}) as cell
  group by visit.workspace_id, visit.site_id, dimension, value`;

const rollUpClicks = `
  insert into click_rollup (workspace_id, site_id, day, link_id, publication_id, reason, is_click, build, events)
  select workspace_id, site_id, toDate({day: String}), link_id, publication_id, reason, kind = 'click' as is_click,
    {build: UInt64}, count()
  from event final where workspace_id = {workspaceId: UUID}
    and at >= {from: DateTime64(3, 'UTC')} and at < {to: DateTime64(3, 'UTC')} and (kind = 'click' or reason != 'human')
  group by workspace_id, site_id, link_id, publication_id, reason, is_click`;

const markRolled = `
  insert into rolled_day (workspace_id, day, zone, build, is_valid)
  values ({workspaceId: UUID}, {day: Date}, {zone: String}, {build: UInt64}, 1)`;
