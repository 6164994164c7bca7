import type { ClickHouseClient } from "@clickhouse/client";
import { askRows } from "../ask-store.ts";
import { Revenue } from "../figures.ts";
import { type Scope, visitsOf } from "./scope.ts";

/**
 * Money by currency. Of the whole of a site, of conversions themselves, so that a server's word counts also where it
 * named no visitor; narrowed to some visits, of what was paid in those.
 */
export async function readRevenue(events: ClickHouseClient, scope: Scope): Promise<Revenue[]> {
  const isWide = scope.conditions.length === (scope.siteId === undefined ? 0 : 1);
  return askRows(events, {
    query: isWide ? ofConversions(scope) : ofVisits(scope),
    params: scope.params,
    row: Revenue,
  });
}

/** Of the orders that a server has told of, a page's word counts nothing. */
export const isDoubtful = `(trusted = 0 and order_id != '' and order_id in (
  select order_id from conversion where workspace_id = {workspaceId: UUID} and trusted = 1 and order_id != ''))`;

const ofConversions = (scope: Scope) => `
  select currency, toFloat64(sumIf(value, trusted = 1)) as trusted, toFloat64(sumIf(value, told = 0)) as untrusted from (
    select currency, value, trusted, trusted as told from conversion final
    where workspace_id = {workspaceId: UUID} and toDate(at) >= toDate({from: DateTime64(3, 'UTC')})
      and toDate(at) <= toDate({to: DateTime64(3, 'UTC')}) and at >= {from: DateTime64(3, 'UTC')}
      and at < {to: DateTime64(3, 'UTC')} and value != 0 and not ${isDoubtful}
      ${scope.siteId === undefined ? "" : "and site_id = {siteId: UUID}"}
  ) group by currency order by currency`;

const ofVisits = (scope: Scope) => `
  select paid.1 as currency, toFloat64(sumIf(paid.3, paid.2 = 1)) as trusted,
    toFloat64(sumIf(paid.3, paid.2 = 0)) as untrusted
  from ${visitsOf(scope, "money")} array join money as paid group by currency order by currency`;
