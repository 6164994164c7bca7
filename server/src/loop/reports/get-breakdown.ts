import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { figureNames } from "./figures.ts";
import { Comparison, Question } from "./filter.ts";
import { readCells } from "./questions/cells.ts";
import { comparedSpan, openScope, scopeAt } from "./questions/scope.ts";
import { Breakdown, dimensions } from "./schema.ts";

const maxRows = 500;

export const getBreakdown = operation({
  id: "getBreakdown",
  summary: "Break the visits down by pages, sources, networks, campaigns, countries or another dimension",
  http: "GET /reports/breakdown",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: Question.extend(Comparison.shape).extend({
    dimension: z.enum(dimensions),
    sort: z.enum(figureNames).default("visits").describe("Which figure comes first"),
    rows: z.coerce.number().int().min(1).max(maxRows).default(100).describe(`How many rows, 1 to ${maxRows}`),
  }),
  output: Breakdown,
  async run(ctx, { dimension, sort, rows: limit, ...asked }) {
    const scope = await openScope(ctx, asked);
    const comparedWith = comparedSpan(scope, asked);
    const [found, before] = await Promise.all([
      readCells(ctx.events, scope, { dimensions: [dimension], limit, sort }),
      comparedWith
        ? readCells(ctx.events, scopeAt(scope, comparedWith), { dimensions: [dimension], limit: 10_000 })
        : undefined,
    ]);
    const { rows, rest } = found.get(dimension) ?? { rows: [], rest: 0 };
    const earlier = new Map(before?.get(dimension)?.rows.map((row) => [row.value, row]));
    return {
      period: { from: scope.from, to: scope.to },
      dimension,
      rows: rows.map((row) => ({ ...row, before: earlier.get(row.value) ?? null })),
      rest,
    };
  },
});
