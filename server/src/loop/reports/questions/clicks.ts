import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { askRows, clockText } from "../ask-store.ts";
import { planDays } from "./rolled-days.ts";
import type { Scope } from "./scope.ts";

/** Clicks and what was not human, by link and reason. */
const Row = z.object({
  linkId: z.string(),
  publicationId: z.string(),
  reason: z.string(),
  isClick: z.number().transform(Boolean),
  events: z.number(),
});
export type ClickCount = z.output<typeof Row>;

/** Counted of events, so what it can be narrowed to is the site alone. */
export async function readClicks(events: ClickHouseClient, scope: Scope): Promise<ClickCount[]> {
  const wide: Scope = {
    ...scope,
    conditions: scope.siteId === undefined ? [] : ["site_id = {siteId: UUID}"],
  };
  const plan = await planDays(events, wide);
  const site = scope.siteId === undefined ? "" : "and site_id = {siteId: UUID}";
  const times = plan.spans.map(
    ({ from, to }) =>
      `(at >= toDateTime64('${clockText(from)}', 3, 'UTC') and at < toDateTime64('${clockText(to)}', 3, 'UTC'))`,
  );
  return askRows(events, {
    query: `
      select toString(link_id) as linkId, toString(publication_id) as publicationId, reason, is_click as isClick,
        sum(n) as events
      from (
        select link_id, publication_id, reason, is_click, events as n from click_rollup
        where workspace_id = {workspaceId: UUID} and (day, build) in {days: Array(Tuple(Date, UInt64))} ${site}
        union all
        select link_id, publication_id, reason, kind = 'click' as is_click, count() as n from event final
        where workspace_id = {workspaceId: UUID} and (${times.join(" or ") || "0"})
          and (kind = 'click' or reason != 'human') ${site}
        group by link_id, publication_id, reason, is_click
      ) group by link_id, publication_id, reason, is_click`,
    params: { ...scope.params, days: plan.days },
    row: Row,
  });
}
