import { operation } from "#src/platform/operation/operation.ts";
import { Comparison, Question } from "./filter.ts";
import { readCells, readTotal, totalOf } from "./questions/cells.ts";
import { type ClickCount, readClicks } from "./questions/clicks.ts";
import { readPoints } from "./questions/points.ts";
import { readRevenue } from "./questions/revenue.ts";
import { comparedSpan, openScope, scopeAt } from "./questions/scope.ts";
import { Cards } from "./schema.ts";

const rowsOfCard = 10;
/** The cards, and the dimension of each. */
const cardsBy = {
  pages: "page",
  entryPages: "entryPage",
  sourceKinds: "sourceKind",
  sources: "source",
  networks: "network",
  campaigns: "campaign",
  countries: "country",
  devices: "device",
  publications: "publication",
} as const;

export const getReportCards = operation({
  id: "getReportCards",
  summary:
    "Every card of the overview at once: totals, the days, pages, sources, networks, countries, devices",
  http: "GET /reports/cards",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: Question.extend(Comparison.shape),
  output: Cards,
  async run(ctx, asked) {
    const scope = await openScope(ctx, asked);
    const comparedWith = comparedSpan(scope, asked);
    const [cells, before, points, revenue, clicks] = await Promise.all([
      readCells(ctx.events, scope, { dimensions: ["total", ...Object.values(cardsBy)], limit: rowsOfCard }),
      comparedWith ? readTotal(ctx.events, scopeAt(scope, comparedWith)) : null,
      readPoints(ctx.events, scope, "day"),
      readRevenue(ctx.events, scope),
      readClicks(ctx.events, scope),
    ]);
    const card = (name: keyof typeof cardsBy) => cells.get(cardsBy[name]) ?? { rows: [], rest: 0 };
    return {
      period: { from: scope.from, to: scope.to },
      comparedWith: comparedWith ?? null,
      zone: scope.zone,
      total: totalOf(cells),
      before,
      revenue,
      clicks: countClicks(clicks),
      robots: robotsOf(clicks),
      points,
      pages: card("pages"),
      entryPages: card("entryPages"),
      sourceKinds: card("sourceKinds"),
      sources: card("sources"),
      networks: card("networks"),
      campaigns: card("campaigns"),
      countries: card("countries"),
      devices: card("devices"),
      publications: card("publications"),
    };
  },
});

const sum = (counts: readonly ClickCount[]) => counts.reduce((total, { events }) => total + events, 0);

const countClicks = (counts: readonly ClickCount[]) =>
  sum(counts.filter(({ isClick, reason }) => isClick && reason === "human"));

function robotsOf(counts: readonly ClickCount[]) {
  const byReason = Map.groupBy(
    counts.filter(({ reason }) => reason !== "human"),
    ({ reason }) => reason,
  );
  return [...byReason].map(([reason, found]) => ({ reason, events: sum(found) }));
}
