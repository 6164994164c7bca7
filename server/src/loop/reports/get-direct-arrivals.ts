import { operation } from "#src/platform/operation/operation.ts";
import type { Cell } from "./figures.ts";
import { Question } from "./filter.ts";
import { readCells, totalOf } from "./questions/cells.ts";
import { openScope, type Scope } from "./questions/scope.ts";
import { wilson } from "./questions/wilson.ts";
import { Direct } from "./schema.ts";

const maxRows = 20;

export const getDirectArrivals = operation({
  id: "getDirectArrivals",
  summary: "Split visits without a referrer into those with a known parent, those in an app, and the unknown",
  http: "GET /reports/direct",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: Question.omit({ sourceKind: true }),
  output: Direct,
  async run(ctx, asked) {
    const scope = await openScope(ctx, asked);
    const of = (kind: string, dimension: string) =>
      readCells(ctx.events, ofKind(scope, kind), { dimensions: [dimension], limit: maxRows }).then(
        (cells) => cells.get(dimension)?.rows ?? [],
      );
    const [all, knownParents, apps, unknownEntryPages] = await Promise.all([
      readCells(ctx.events, scope, { dimensions: ["total", "sourceKind"], limit: 100 }),
      of("direct-known", "network"),
      of("direct-in-app", "source"),
      of("direct", "entryPage"),
    ]);
    const kinds = all.get("sourceKind")?.rows ?? [];
    const { visits } = totalOf(all);
    const knownParent = visitsOf(kinds, "direct-known");
    const inApp = visitsOf(kinds, "direct-in-app");
    const unknown = visitsOf(kinds, "direct");
    const { low, high } = wilson(unknown, visits);
    return {
      period: { from: scope.from, to: scope.to },
      visits,
      withoutReferrer: knownParent + inApp + unknown,
      knownParent,
      inApp,
      unknown,
      unknownShare: visits === 0 ? 0 : unknown / visits,
      error: visits === 0 ? 0 : (high - low) / 2,
      knownParents,
      apps,
      unknownEntryPages,
      deepUnknown: unknown - visitsOf(unknownEntryPages, "/"),
    };
  },
});

const visitsOf = (cells: readonly Cell[], value: string) =>
  cells.find((cell) => cell.value === value)?.visits ?? 0;

const ofKind = (scope: Scope, kind: string): Scope => ({
  ...scope,
  conditions: [...scope.conditions, "source_kind = {sourceKind: String}"],
  params: { ...scope.params, sourceKind: kind },
});
