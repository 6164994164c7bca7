import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { askRows } from "./ask-store.ts";
import { Period } from "./period.ts";
import {
  type AttributedTo,
  attributedTo,
  attributionQuery,
  conversionsQuery,
} from "./questions/attribution-query.ts";
import { openScope, type Scope } from "./questions/scope.ts";
import { Attribution, type Model, models } from "./schema.ts";

const ways = Object.keys(attributedTo);
const By = z.enum(["source", "sourceKind", "network", "campaign", "publication", "link", "entryPage"]);

export const getAttribution = operation({
  id: "getAttribution",
  summary: "Credit conversions to the arrivals before them by five models side by side",
  http: "GET /reports/attribution",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    ...Period.shape,
    siteId: z.uuid().optional(),
    goal: z.string().min(1).max(80).optional().describe("Name of the goal; left out: all goals"),
    by: By.default("source").describe(`What is credited: ${ways.join(", ")}`),
    windowDays: z.coerce.number().int().min(1).max(90).default(30),
  }),
  output: Attribution,
  async run(ctx, { goal, by, windowDays, ...asked }) {
    const scope = await openScope(ctx, asked);
    const found = await readAttribution(ctx.events, scope, { goal, by, windowDays });
    return { period: { from: scope.from, to: scope.to }, windowDays, ...found };
  },
});

interface Asked {
  readonly goal?: string | undefined;
  readonly by: AttributedTo;
  readonly windowDays: number;
}

export async function readAttribution(events: ClickHouseClient, scope: Scope, asked: Asked) {
  const params = { ...scope.params, goal: asked.goal ?? "", windowDays: asked.windowDays };
  const hasGoal = asked.goal !== undefined;
  const [rows, [counted]] = await Promise.all([
    askRows(events, { query: attributionQuery(scope, asked.by, hasGoal), params, row: Row }),
    askRows(events, { query: conversionsQuery(scope, hasGoal), params, row: Counted }),
  ]);
  return {
    ...(counted ?? { conversions: 0, withoutTouch: 0, knownConversions: 0 }),
    rows: [...Map.groupBy(rows, ({ touched }) => touched)].map(([value, found]) => ({
      value,
      conversions: creditsOf(found, "count"),
      revenue: found
        .filter(({ currency }) => currency !== "")
        .map((row) => ({
          currency: row.currency,
          isTrusted: row.trusted === 1,
          credits: creditsOf([row], "money"),
        })),
    })),
  };
}

const Counted = z.object({ conversions: z.number(), withoutTouch: z.number(), knownConversions: z.number() });
const Row = z
  .looseObject({ touched: z.string(), currency: z.string(), trusted: z.number() })
  .transform((row) => ({ ...row, numbers: z.record(z.string(), z.unknown()).parse(row) }));

function creditsOf(rows: readonly z.output<typeof Row>[], what: "count" | "money"): Record<Model, number> {
  const sum = (model: Model) =>
    rows.reduce((total, { numbers }) => total + Number(numbers[`${model}_${what}`]), 0);
  const [first, lastNonDirect, linear, timeDecay, position] = models.map(sum);
  return {
    first: first ?? 0,
    lastNonDirect: lastNonDirect ?? 0,
    linear: linear ?? 0,
    timeDecay: timeDecay ?? 0,
    position: position ?? 0,
  };
}
