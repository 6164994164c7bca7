import type { ClickHouseClient } from "@clickhouse/client";
import { askRows } from "../ask-store.ts";
import { Revenue } from "../figures.ts";
import { isDoubtful } from "../questions/revenue.ts";

/** What was paid in visits that came by one of a tree's ids. */
export function readTreeRevenue(
  events: ClickHouseClient,
  asked: { readonly workspaceId: string; readonly root: string },
): Promise<Revenue[]> {
  return askRows(events, {
    query: `select currency, toFloat64(sumIf(value, is_trusted)) as trusted, toFloat64(sumIf(value, not is_trusted)) as untrusted
      from (
        select currency, value, trusted = 1 as is_trusted from conversion final
        where workspace_id = {workspaceId: UUID} and value != 0 and s != '' and not ${isDoubtful} and s in (
          select token from token_of_tree where workspace_id = {workspaceId: UUID} and root = {root: String})
      ) group by currency order by currency`,
    params: { ...asked },
    row: Revenue,
  });
}
