import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Comparison, Question } from "./filter.ts";
import { readTotal } from "./questions/cells.ts";
import { intervals, readPoints } from "./questions/points.ts";
import { readRevenue } from "./questions/revenue.ts";
import { comparedSpan, openScope, scopeAt } from "./questions/scope.ts";
import { Traffic } from "./schema.ts";

export const getTraffic = operation({
  id: "getTraffic",
  summary: "Show visits, views, reads and the rest over time, beside another period if one is asked for",
  http: "GET /reports/traffic",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: Question.extend(Comparison.shape).extend({ interval: z.enum(intervals).default("day") }),
  output: Traffic,
  async run(ctx, { interval, ...asked }) {
    const scope = await openScope(ctx, asked);
    const comparedWith = comparedSpan(scope, asked);
    const other = comparedWith && scopeAt(scope, comparedWith);
    const [total, points, revenue, before, pointsBefore] = await Promise.all([
      readTotal(ctx.events, scope),
      readPoints(ctx.events, scope, interval),
      readRevenue(ctx.events, scope),
      other ? readTotal(ctx.events, other) : null,
      other ? readPoints(ctx.events, other, interval) : [],
    ]);
    return {
      period: { from: scope.from, to: scope.to },
      comparedWith: comparedWith ?? null,
      zone: scope.zone,
      interval,
      total,
      before,
      revenue,
      points,
      pointsBefore,
    };
  },
});
