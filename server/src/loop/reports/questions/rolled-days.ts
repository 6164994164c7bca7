import { type ClickHouseClient, TupleParam } from "@clickhouse/client";
import { z } from "zod";
import { askRows } from "../ask-store.ts";
import type { Scope, Span } from "./scope.ts";

/** Which days of a question are read from roll-ups, and which spans from the visits themselves. */
export interface Plan {
  readonly days: readonly TupleParam[];
  readonly spans: readonly Span[];
}

const dayMs = 86_400_000;
const RolledDay = z.object({ date: z.string(), build: z.number(), zone: z.string() });

/** Roll-ups know sites and nothing else that a question may be narrowed to; `zone` is asked where local days matter. */
export async function planDays(events: ClickHouseClient, scope: Scope, zone?: string): Promise<Plan> {
  const isWide = scope.conditions.length === (scope.siteId === undefined ? 0 : 1);
  if (!isWide) return { days: [], spans: [scope] };
  const first = Math.ceil(scope.from.getTime() / dayMs) * dayMs;
  const end = Math.floor(scope.to.getTime() / dayMs) * dayMs;
  if (first >= end) return { days: [], spans: [scope] };
  const found = await askRows(events, {
    query: `select toString(day) as date, build, zone from rolled_day final
      where workspace_id = {workspaceId: UUID} and is_valid and day >= {first: Date} and day < {end: Date} order by day`,
    params: { workspaceId: scope.workspaceId, first: dayText(first), end: dayText(end) },
    row: RolledDay,
  });
  const rolled = found.filter((row) => zone === undefined || row.zone === zone);
  return {
    days: rolled.map(({ date, build }) => new TupleParam([date, build])),
    spans: between(
      scope,
      rolled.map(({ date }) => Date.parse(`${date}T00:00:00Z`)),
    ),
  };
}

const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What of the period lies in none of the days. */
function between({ from, to }: Span, days: readonly number[]): Span[] {
  const spans: Span[] = [];
  let at = from.getTime();
  for (const day of days) {
    if (day > at) spans.push({ from: new Date(at), to: new Date(day) });
    at = day + dayMs;
  }
  if (at < to.getTime()) spans.push({ from: new Date(at), to });
  return spans;
}
