import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { askRows, clockText } from "./ask-store.ts";
import { Period, readPeriod } from "./period.ts";
import { Funnel, FunnelStep } from "./people-schema.ts";
import { isRead, readMs, sentSince } from "./visits/cut-query.ts";

type Step = z.output<typeof FunnelStep>;

const maxSteps = 10;
const maxWindowMinutes = 30 * 24 * 60;

export const getFunnel = operation({
  id: "getFunnel",
  summary: "Count how many visitors went through steps in their order, and where they were lost",
  http: "POST /reports/funnels",
  access: "read",
  changes: "nothing",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    ...Period.shape,
    siteId: z.uuid().optional(),
    steps: z.array(FunnelStep).min(2).max(maxSteps),
    windowMinutes: z
      .int()
      .min(1)
      .max(maxWindowMinutes)
      .default(24 * 60)
      .describe("Time from the first step to the last; without consent a visitor is known for one UTC day"),
  }),
  output: Funnel,
  async run(ctx, { steps, windowMinutes, siteId, ...asked }) {
    if (siteId !== undefined) await ctx.transact(({ db }) => checkSite(db, siteId));
    const period = readPeriod(asked, ctx.now());
    const levels = await readLevels(ctx.events, {
      steps,
      siteId,
      params: {
        workspaceId: ctx.workspace.id,
        siteId,
        from: clockText(period.from),
        to: clockText(period.to),
        windowPlaces: windowMinutes * 60_000 * placesInMs,
      },
    });
    const reached = steps.map((_step, index) =>
      levels.reduce((sum, { level, visitors }) => (level > index ? sum + visitors : sum), 0),
    );
    return {
      period,
      steps: steps.map((step, index) => {
        const visitors = reached[index] ?? 0;
        return {
          ...step,
          visitors,
          ofFirst: share(visitors, reached[0]),
          ofPrevious: share(visitors, reached[Math.max(0, index - 1)]),
        };
      }),
    };
  },
});

const share = (part: number, whole: number | undefined) => (whole ? part / whole : 0);

interface Asked {
  readonly steps: readonly Step[];
  readonly siteId: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

const Level = z.object({ level: z.number(), visitors: z.number() });

/** Places for the steps within a millisecond. */
const placesInMs = 16;

/**
 * How far each visitor came, by ClickHouse's `windowFunnel`: other events between the steps do not matter. It would
 * take one event for several steps if that fits them all; so an event is told once for each step, the later steps
 * first. What is told of a page when it is left was read earlier: a read is taken to have happened 15 s after the
 * page was opened, so that what followed on the same page comes after it.
 */
function readLevels(events: ClickHouseClient, { steps, siteId, params }: Asked) {
  const fitting = steps.map((step, index) => `if(${conditionOf(step, index)}, [${index}], [])`);
  const values = Object.fromEntries(
    steps.flatMap(({ page, name }, index) => [
      [`page${index}`, (page ?? "").replace(/\*$/, "")],
      [`name${index}`, name ?? ""],
    ]),
  );
  return askRows(events, {
    query: `
      select level, toUInt32(count()) as visitors from (
        select windowFunnel({windowPlaces: UInt64})(toUInt64(moment * ${placesInMs} + ${maxSteps} - step),
          ${steps.map((_step, index) => `step = ${index}`).join(", ")}) as level
        from (
          select site_id, visitor, arrayJoin(arrayConcat(${fitting.join(", ")})) as step, toUnixTimestamp64Milli(
            if(kind = 'engage', least(at, ${sentSince} + toIntervalMillisecond(${readMs})), at)) as moment
          from event final
          where workspace_id = {workspaceId: UUID} and reason = 'human' and kind != 'click' and visitor != 0
            and at >= {from: DateTime64(3, 'UTC')} and at < {to: DateTime64(3, 'UTC')}
            ${siteId === undefined ? "" : "and site_id = {siteId: UUID}"}
        ) group by site_id, visitor
      ) where level > 0 group by level`,
    params: { ...params, ...values },
    row: Level,
  });
}

function conditionOf({ kind, page, name }: Step, index: number): string {
  const path = `{page${index}: String}`;
  const parts = [
    kind === "read" ? `kind = 'engage' and ${isRead}` : `kind = '${kind}'`,
    ...(page === undefined
      ? []
      : [page.endsWith("*") ? `startsWith(page_path, ${path})` : `page_path = ${path}`]),
    ...(name === undefined ? [] : [`name = {name${index}: String}`]),
  ];
  return `(${parts.join(" and ")})`;
}
