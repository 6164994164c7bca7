import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { askRows, clockText, StoreInstant } from "./ask-store.ts";
import { noId } from "./filter.ts";
import { Live } from "./schema.ts";

const minutes = 30;
const minuteMs = 60_000;
const maxRows = 10;
const maxLatest = 50;

export const getLiveView = operation({
  id: "getLiveView",
  summary: "Show the last thirty minutes of the sites, as they are",
  http: "GET /reports/live",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({ siteId: z.uuid().optional() }),
  output: Live,
  async run(ctx, { siteId }) {
    if (siteId !== undefined) await ctx.transact(({ db }) => checkSite(db, siteId));
    const at = ctx.now();
    const first = Math.floor(at.getTime() / minuteMs) * minuteMs - (minutes - 1) * minuteMs;
    const params = {
      workspaceId: ctx.workspace.id,
      siteId: siteId ?? noId,
      from: clockText(new Date(first)),
    };
    const recent = `select * from event final where workspace_id = {workspaceId: UUID} and reason = 'human'
      and ({siteId: UUID} = toUUID('${noId}') or site_id = {siteId: UUID}) and at >= {from: DateTime64(3, 'UTC')}`;
    const top = (value: string, where: string) =>
      askRows(ctx.events, {
        query: `select ${value} as value, uniqExact(visitor) as visitors from (${recent}) where kind = 'view' and ${where}
          group by value order by visitors desc, value limit ${maxRows}`,
        params,
        row: z.object({ value: z.string(), visitors: z.number() }),
      });
    const [seen, pages, sources, countries, latest, now] = await Promise.all([
      askRows(ctx.events, {
        query: `select toStartOfMinute(at) as minute, countIf(kind = 'view') as views, uniqExact(visitor) as visitors
          from (${recent}) where kind != 'click' group by minute`,
        params,
        row: z.object({ minute: StoreInstant, views: z.number(), visitors: z.number() }),
      }),
      top("page_path", "1"),
      top("if(source != '', source, source_kind)", "source_kind != 'internal'"),
      top("toString(country)", "1"),
      askRows(ctx.events, {
        query: `select at, kind, page_path as page, name, network, country, device from (${recent})
          where kind not in ('click', 'engage') order by at desc, id limit ${maxLatest}`,
        params,
        row: LatestEvent,
      }),
      askRows(ctx.events, {
        query: `select uniqExact(visitor) as visitors from (${recent})
          where kind != 'click' and at >= {since: DateTime64(3, 'UTC')}`,
        params: { ...params, since: clockText(new Date(at.getTime() - 5 * minuteMs)) },
        row: z.object({ visitors: z.number() }),
      }),
    ]);
    const people = now[0]?.visitors ?? 0;
    return { at, visitors: people, minutes: everyMinute(first, seen), pages, sources, countries, latest };
  },
});

interface SeenMinute {
  readonly minute: Date;
  readonly views: number;
  readonly visitors: number;
}

/** Also the minutes in which nobody came. */
function everyMinute(first: number, seen: readonly SeenMinute[]) {
  const byMinute = new Map(seen.map(({ minute, ...counts }) => [minute.getTime(), counts]));
  return Array.from({ length: minutes }, (_, index) => {
    const minute = first + index * minuteMs;
    return { at: new Date(minute), ...(byMinute.get(minute) ?? { views: 0, visitors: 0 }) };
  });
}

const LatestEvent = z.object({
  at: StoreInstant,
  kind: z.string(),
  page: z.string(),
  name: z.string(),
  network: z.string(),
  country: z.string(),
  device: z.string(),
});
