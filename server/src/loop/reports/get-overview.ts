import { operation } from "#src/platform/operation/operation.ts";
import { houseFigures } from "./house-figures.ts";
import { Overview } from "./overview-schema.ts";
import { Period, readPeriod } from "./period.ts";
import { siteFigures } from "./site-figures.ts";

export const getOverview = operation({
  id: "getOverview",
  summary: "Compare the two halves, row by row, by the workspace's own figures",
  http: "GET /reports/overview",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: Period,
  output: Overview,
  async run(ctx, asked) {
    const period = readPeriod(asked, ctx.now());
    const [house, site] = await Promise.all([
      ctx.transact(({ db }) => houseFigures(db, period)),
      siteFigures(ctx.events, { workspaceId: ctx.workspace.id, ...period }),
    ]);
    const all = { ...house, ...site };
    const figures = (...ids: readonly (keyof typeof all)[]) => ids.map((id) => ({ id, value: all[id] }));
    return {
      ...period,
      rows: [
        { row: "goal" as const, smm: figures("clicks", "visitsFromLinks"), smo: figures("visits", "reads") },
        {
          row: "actions" as const,
          smm: figures("published", "scheduled", "attention"),
          smo: figures("provedSites", "pages"),
        },
        { row: "tools" as const, smm: figures("channels", "links"), smo: figures("sites", "heardSites") },
        {
          row: "metrics" as const,
          smm: figures("likes", "reposts", "followers"),
          smo: figures("views", "bounces"),
        },
        {
          row: "interaction" as const,
          smm: figures("replies", "answers"),
          smo: figures("shares", "comments"),
        },
        {
          row: "result" as const,
          smm: figures("visitsFromLinks"),
          smo: figures("broughtVisitors", "regulars"),
        },
      ],
    };
  },
});
