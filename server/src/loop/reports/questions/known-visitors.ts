import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { askRows } from "../ask-store.ts";
import { type Scope, visitsOf } from "./scope.ts";

const Row = z.object({ knownVisitors: z.number(), allVisitors: z.number() });

/** How many of the period's visitors can be told from one day to another; a stranger counts anew each UTC day. */
export async function countKnown(events: ClickHouseClient, scope: Scope): Promise<z.output<typeof Row>> {
  const [row] = await askRows(events, {
    query: `
      select uniqExactIf((site_id, visitor), consented = 1) as knownVisitors,
        knownVisitors + uniqExactIf((site_id, visitor, toDate(began)), consented = 0) as allVisitors
      from ${visitsOf(scope)} where views > 0`,
    params: scope.params,
    row: Row,
  });
  return row ?? { knownVisitors: 0, allVisitors: 0 };
}

/** Visits of known people at any time, in this question's sites: a name for `from`. */
export const personVisits = (scope: Scope) => `
  (select * from visit_of_person final where workspace_id = {workspaceId: UUID} and views > 0
    ${scope.siteId === undefined ? "" : "and site_id = {siteId: UUID}"})`;
