import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { askRows } from "../ask-store.ts";
import { type Cell, type Figures, noFigures } from "../figures.ts";
import { addDays, addedColumns, cellsFor, cellsOf, countVisits } from "../visits/figures-query.ts";
import { type Plan, planDays } from "./rolled-days.ts";
import { type Scope, visitsWithin } from "./scope.ts";

/** Rows of one dimension, most visits first, and how many values are not among them. */
export interface Card {
  readonly rows: Cell[];
  readonly rest: number;
}

interface Asked {
  readonly dimensions: readonly string[];
  readonly limit: number;
  /** Which figure comes first; visits where it is left out. */
  readonly sort?: string;
}

export const CountedFigures = z
  .object({
    visitors: z.number(),
    visits: z.number(),
    views: z.number(),
    bounces: z.number(),
    reads: z.number(),
    visible_ms: z.number(),
    shares: z.number(),
    reactions: z.number(),
    comments: z.number(),
    searches: z.number(),
    subscriptions: z.number(),
    goals: z.number(),
  })
  .transform(({ visible_ms: visibleMs, ...counts }): Figures => ({
    ...counts,
    visibleSeconds: Math.round(visibleMs / 1000),
  }));

const CellRow = z
  .looseObject({ dimension: z.string(), value: z.string(), rest: z.number() })
  .transform((row) => ({
    dimension: row.dimension,
    value: row.value,
    rest: row.rest,
    figures: CountedFigures.parse(row),
  }));

/** Cells of several dimensions in one question: whole days from roll-ups, the rest from the visits themselves. */
export async function readCells(
  events: ClickHouseClient,
  scope: Scope,
  asked: Asked,
): Promise<ReadonlyMap<string, Card>> {
  const isRolled = asked.dimensions.every((dimension) => dimension in cellsOf);
  const plan = isRolled ? await planDays(events, scope) : { days: [], spans: [scope] };
  const rows = await askRows(events, {
    query: `
      select dimension, value, ${addDays}, count() over (partition by dimension) - {limit: UInt32} as rest
      from (${cellParts(scope, plan, asked.dimensions)})
      group by dimension, value having ${anything}
      order by dimension, ${sortColumn(asked.sort)} desc, visits desc, value limit {limit: UInt32} by dimension`,
    params: { ...scope.params, days: plan.days, dimensions: asked.dimensions, limit: asked.limit },
    row: CellRow,
  });
  const byDimension = Map.groupBy(rows, (row) => row.dimension);
  return new Map(
    asked.dimensions.map((dimension) => {
      const found = byDimension.get(dimension) ?? [];
      const cells = found.map(({ value, figures }) => ({ value, ...figures }));
      return [dimension, { rows: cells, rest: Math.max(0, found[0]?.rest ?? 0) }];
    }),
  );
}

/** The figures of the whole period. */
export async function readTotal(events: ClickHouseClient, scope: Scope): Promise<Figures> {
  const cells = await readCells(events, scope, { dimensions: ["total"], limit: 1 });
  return totalOf(cells);
}

export function totalOf(cells: ReadonlyMap<string, Card>): Figures {
  const [row] = cells.get("total")?.rows ?? [];
  if (!row) return noFigures;
  const { value: _value, ...figures } = row;
  return figures;
}

const anything = addedColumns.map((name) => `${name} > 0`).join(" or ");
const sortColumn = (name = "visits") => (name === "visibleSeconds" ? "visible_ms" : name);

const audienceCell = "[('audience', toString(visit.audience), toUInt32(visit.views), visit.is_read)]";

function cellParts(scope: Scope, plan: Plan, dimensions: readonly string[]): string {
  const cells = dimensions.includes("audience")
    ? `arrayConcat(${audienceCell}, ${cellsFor(dimensions)})`
    : cellsFor(dimensions);
  return `${rolledPart(scope, "dimension in {dimensions: Array(String)}", "dimension, value")}
    union all ${visitPart({ scope, plan, cells, isAudience: dimensions.includes("audience") })}`;
}

const kept = ["strangers", "known", ...addedColumns].join(", ");

/** Rows of the roll-ups of the plan's days. */
export const rolledPart = (scope: Scope, where: string, names: string) => `
  select ${names}, ${kept} from visit_rollup
  where workspace_id = {workspaceId: UUID} and ${where} and (day, build) in {days: Array(Tuple(Date, UInt64))}
    ${scope.siteId === undefined ? "" : "and site_id = {siteId: UUID}"}`;

interface VisitPart {
  readonly scope: Scope;
  readonly plan: Plan;
  /** An array of `(dimension, value, views, is_read)`. */
  readonly cells: string;
  readonly isAudience?: boolean;
}

/** The same of the visits of its spans, counted within each site's UTC day. */
export const visitPart = ({ scope, plan, cells, isAudience = false }: VisitPart) => `
  select cell.1 as dimension, cell.2 as value, ${countVisits}
  from ${visitsWithin(isAudience ? { ...scope, isAudienceAsked: true } : scope, plan.spans)} as visit
  array join ${cells} as cell
  group by dimension, value, visit.site_id, toDate(visit.began)`;
