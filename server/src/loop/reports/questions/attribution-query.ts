import type { Scope } from "./scope.ts";
import { isDoubtful } from "./revenue.ts";

/** What credit may be given to. */
export const attributedTo = {
  source: "if(source != '', source, source_kind)",
  sourceKind: "toString(source_kind)",
  network: "toString(network)",
  campaign: "toString(campaign)",
  publication: "toString(publication_id)",
  link: "toString(link_id)",
  entryPage: "entry_page",
} as const;
export type AttributedTo = keyof typeof attributedTo;

/** Half-life of a touch's weight. */
const halfLifeMs = 7 * 86_400_000;

/** Nothing is known of where these came from. An app's own browser that names no app tells nothing either. */
const isDirect = "source_kind = 'direct' or (source_kind = 'direct-in-app' and source = '')";

const conversions = (scope: Scope, hasGoal: boolean) => `
  conversions as (
    select id, site_id, at, visitor, consented, s, currency, trusted, toFloat64(value) as value from conversion final
    where workspace_id = {workspaceId: UUID} and toDate(at) >= toDate({from: DateTime64(3, 'UTC')})
      and toDate(at) <= toDate({to: DateTime64(3, 'UTC')}) and at >= {from: DateTime64(3, 'UTC')}
      and at < {to: DateTime64(3, 'UTC')} and not ${isDoubtful}
      ${hasGoal ? "and name = {goal: String}" : ""} ${scope.siteId === undefined ? "" : "and site_id = {siteId: UUID}"}
  ),
  -- a server's call that names no visitor, but the id that he arrived by
  arrived as (
    select token, argMin(visitor, at) as visitor from arrival
    where workspace_id = {workspaceId: UUID}
      and token in (select s from conversions where visitor = 0 and s != '') group by token
  ),
  bought as (
    select conversions.id as id, conversions.site_id as site_id, conversions.at as at,
      if(conversions.visitor = 0, arrived.visitor, conversions.visitor) as visitor, consented, currency, trusted, value
    from conversions left join arrived on conversions.s = arrived.token
  )`;

/**
 * Arrivals that began a visit, from the window's beginning up to the conversion; a visit that goes on from a page of
 * the same site has none. Of one instant the order is by key.
 */
const journeys = (by: AttributedTo) => `
  touches as (
    select site_id, visitor, groupArray((began, ${attributedTo[by]}, ${isDirect})) as all_touches from visit final
    where workspace_id = {workspaceId: UUID}
      and began >= {from: DateTime64(3, 'UTC')} - toIntervalDay({windowDays: UInt32}) and began < {to: DateTime64(3, 'UTC')}
      and views > 0 and source_kind != 'internal' and (site_id, visitor) in (select site_id, visitor from bought)
    group by site_id, visitor
  ),
  journey as (
    select bought.id as id, currency, trusted, value, consented,
      arraySort(arrayFilter(
        touch -> touch.1 <= at and touch.1 >= at - toIntervalDay({windowDays: UInt32}), all_touches)) as path,
      length(path) as n,
      arrayLastIndex(touch -> not touch.3, path) as last_known,
      arrayMap(touch -> exp2(-(toUnixTimestamp64Milli(at) - toUnixTimestamp64Milli(touch.1)) / ${halfLifeMs}), path) as decay
    from bought left join touches on bought.site_id = touches.site_id and bought.visitor = touches.visitor
  )`;

/** Of the path's place `i` (from 1): shares of one conversion, each model's sum is one. */
const credits = `
  toFloat64(i = 1) as first,
  toFloat64(i = if(last_known = 0, n, last_known)) as lastNonDirect,
  1 / n as linear,
  decay[i] / arraySum(decay) as timeDecay,
  multiIf(n = 1, 1, n = 2, 0.5, i = 1 or i = n, 0.4, 0.2 / (n - 2)) as position`;

const sums = ["first", "lastNonDirect", "linear", "timeDecay", "position"]
  .map((model) => `sum(${model}) as ${model}_count, sum(${model} * value) as ${model}_money`)
  .join(", ");

/** Credits by value, currency and trust: one row each; conversions without money have no currency. */
export const attributionQuery = (scope: Scope, by: AttributedTo, hasGoal: boolean) => `
  with ${conversions(scope, hasGoal)}, ${journeys(by)}
  select touched, currency, trusted, ${sums} from (
    select path[i].2 as touched, currency, trusted, value, ${credits}
    from journey array join arrayEnumerate(path) as i
  ) group by touched, currency, trusted order by linear_count desc, touched, currency, trusted`;

/** How many conversions there were, and for how many no arrival is known. */
export const conversionsQuery = (scope: Scope, hasGoal: boolean) => `
  with ${conversions(scope, hasGoal)}, ${journeys("sourceKind")}
  select count() as conversions, countIf(n = 0) as withoutTouch, countIf(consented = 1) as knownConversions from journey`;
