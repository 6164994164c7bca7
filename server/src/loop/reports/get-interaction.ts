import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { askRows, clockText } from "./ask-store.ts";
import { Period, readPeriod } from "./period.ts";
import { wilson } from "./questions/wilson.ts";
import { Interaction } from "./schema.ts";

const rowsShown = 50;

export const getInteraction = operation({
  id: "getInteraction",
  summary:
    "Show what visitors did on the site: reads, reactions, comments, searches, subscriptions, shares, lists",
  http: "GET /reports/interaction",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    ...Period.shape,
    siteId: z.uuid().optional(),
    page: z.string().min(1).max(2048).optional().describe("Path; left out: all pages"),
  }),
  output: Interaction,
  async run(ctx, { siteId, page, ...asked }) {
    if (siteId !== undefined) await ctx.transact(({ db }) => checkSite(db, siteId));
    const period = readPeriod(asked, ctx.now());
    const question: Asked = {
      where: `workspace_id = {workspaceId: UUID} and reason = 'human' and at >= {from: DateTime64(3, 'UTC')}
        and at < {to: DateTime64(3, 'UTC')} ${siteId === undefined ? "" : "and site_id = {siteId: UUID}"}
        ${page === undefined ? "" : "and page_path = {page: String}"}`,
      params: {
        workspaceId: ctx.workspace.id,
        siteId,
        page,
        from: clockText(period.from),
        to: clockText(period.to),
      },
    };
    const [named, lists] = await Promise.all([
      readNamed(ctx.events, question),
      readLists(ctx.events, question),
    ]);
    const of = (kind: string) => named.filter((row) => row.kind === kind);
    const sum = (kind: string) => of(kind).reduce((total, { times }) => total + times, 0);
    return {
      period,
      reads: sum("engage"),
      comments: sum("comment"),
      reactions: of("react"),
      searches: of("search"),
      subscriptions: of("subscribe"),
      shares: of("share"),
      goals: of("goal"),
      custom: of("custom"),
      lists: lists.map((row) => ({ ...row, ...wilson(row.clicked, row.shown) })),
    };
  },
});

interface Asked {
  readonly where: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const Named = z.object({ kind: z.string(), name: z.string(), times: z.number(), visitors: z.number() });

/** Of what was seen for long enough only the number: a read has no name. */
const readNamed = (events: ClickHouseClient, { where, params }: Asked) =>
  askRows(events, {
    query: `
      select kind, multiIf(kind = 'share', toString(network), kind in ('engage', 'comment'), '', toString(name)) as name,
        count() as times, uniqExact(site_id, visitor) as visitors
      from event final
      where ${where} and kind in ('engage', 'react', 'comment', 'search', 'subscribe', 'share', 'goal', 'custom')
        and (kind != 'engage' or visible_ms >= 15000 or scroll_percent >= 75)
        and not (kind = 'custom' and (name like 'list.%' or name like 'headline.%' or name like 'welcome.%'))
      group by kind, name order by times desc, name limit ${rowsShown} by kind`,
    params,
    row: Named,
  });

const ListCount = z.object({ list: z.string(), arm: z.string(), shown: z.number(), clicked: z.number() });

/** A visitor who was shown a list several times counts once, and once if he chose from it. */
const readLists = (events: ClickHouseClient, { where, params }: Asked) =>
  askRows(events, {
    query: `
      select list, arm, countIf(is_shown) as shown, countIf(is_shown and is_clicked) as clicked
      from (
        select JSONExtractString(props, 'list') as list, JSONExtractString(props, 'arm') as arm, site_id, visitor,
          max(name = 'list.shown') as is_shown, max(name = 'list.clicked') as is_clicked
        from event final
        where ${where} and kind = 'custom' and name in ('list.shown', 'list.clicked')
        group by list, arm, site_id, visitor
      ) where list != '' group by list, arm order by list, arm limit 200`,
    params,
    row: ListCount,
  });
