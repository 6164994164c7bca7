import { noId } from "../filter.ts";

/** A visit is a visitor's events with no gap over this. */
export const maxGapMs = 30 * 60_000;
/** A read: this much visible time on a page, or this much of it scrolled. */
export const readMs = 15_000;
export const readPercent = 75;
/** A bounce has one view under this, and nothing else. */
export const bounceMs = 10_000;

/** Which events are looked at: what the store took in this span of its own clock, or what happened in this span. */
export const windowOf = {
  inserted: `inserted_at > {after: DateTime64(3, 'UTC')} and inserted_at <= {until: DateTime64(3, 'UTC')}
    and at >= {from: DateTime64(3, 'UTC')} and at < {to: DateTime64(3, 'UTC')}`,
  happened: `workspace_id = {workspaceId: UUID}
    and at >= {from: DateTime64(3, 'UTC')} and at < {to: DateTime64(3, 'UTC')}`,
} as const;
export type Window = keyof typeof windowOf;

/**
 * When an id was minted; it begins with its time. An `engage` is sent again under one id each time that its page is
 * left, and only the last stays: the visit that an earlier sending belonged to must be cut anew as well.
 */
const mintedAt = `fromUnixTimestamp64Milli(toInt64(if(length(id) = 20,
  arraySum(place -> toInt64(position('0123456789abcdefghijklmnopqrstuvwxyz', substring(id, place, 1)) - 1)
    * [78364164096, 2176782336, 60466176, 1679616, 46656, 1296, 36, 1][place], range(1, 9)),
  toUnixTimestamp64Milli(UUIDv7ToDateTime(toUUIDOrZero(id), 'UTC')))), 'UTC')`;
export const sentSince = `if(kind = 'engage', greatest(least(at, ${mintedAt}), at - interval 1 day), at)`;

/** Visitors with something new, and its span. A rebuilding looks at visits too, which may have lost their events. */
const changed = (window: Window) => `
  changed as (
    select workspace_id, site_id, visitor, min(since) as first_at, max(till) as last_at from (
      select workspace_id, site_id, visitor, ${sentSince} as since, at as till
      from event where ${windowOf[window]} and visitor != 0
      ${window === "happened" ? `union all ${visitsOfWindow}` : ""}
    ) group by workspace_id, site_id, visitor
  )`;
const visitsOfWindow = `
  select workspace_id, site_id, visitor, began as since, ended as till from visit final
  where workspace_id = {workspaceId: UUID}
    and began >= {from: DateTime64(3, 'UTC')} and began < {to: DateTime64(3, 'UTC')}`;

const gap = `toIntervalMillisecond(${maxGapMs})`;
const who = "workspace_id, site_id, visitor";

/** How much there is to do, hour by hour, and of when: what the next questions need as constants. */
export const survey = (window: Window) => `
  select toStartOfHour(at) as hour, count() as events, max(inserted_at) as latest,
    min(${sentSince}) as firstAt, max(at) as lastAt, groupUniqArray(toString(workspace_id)) as workspaceIds,
    countIf(kind = 'click' and reason = 'human') as clicks, countIf(kind = 'share' and reason = 'human') as shares,
    countIf(kind = 'goal' and reason = 'human') as goals, countIf(s != '' and reason = 'human') as arrivals,
    groupUniqArrayIf(10000)(toString(publication_id), kind = 'click' and publication_id != toUUID('${noId}')) as publicationIds
  from event where ${windowOf[window]} group by hour order by hour`;

/**
 * The visits that what is new touches, and how far each visitor's events must be read again. Visits are whole: an
 * event more than the gap away from each of them joins none.
 */
export const insertReach = (window: Window) => `
  insert into visit_reach (${who}, reads_from, reads_to, touched)
  with ${changed(window)},
  near as (
    select ${who}, began, ended from visit final
    where ended >= {firstAt: DateTime64(3, 'UTC')} - ${gap} and began <= {lastAt: DateTime64(3, 'UTC')} + ${gap}
      and (${who}) in (select ${who} from changed)
  )
  select workspace_id, site_id, visitor,
    least(first_at, arrayMin(arrayPushBack(old.1, first_at))), greatest(last_at, arrayMax(arrayPushBack(old.2, last_at))),
    old.1
  from (
    select changed.workspace_id as workspace_id, changed.site_id as site_id, changed.visitor as visitor, first_at, last_at,
      arrayFilter(visit -> visit.2 >= first_at - ${gap} and visit.1 <= last_at + ${gap},
        groupArray((near.began, near.ended))) as old
    from changed left join near
      on changed.workspace_id = near.workspace_id and changed.site_id = near.site_id and changed.visitor = near.visitor
    group by workspace_id, site_id, visitor, first_at, last_at
  )`;
const readsFrom = "(select min(reads_from) from visit_reach)";
const readsTo = "(select max(reads_to) from visit_reach)";
export const emptyReach = "truncate table visit_reach";

const visitColumns = [
  "workspace_id",
  "site_id",
  "visitor",
  "began",
  "ended",
  "run",
  "is_gone",
  "consented",
  "s",
  "link_id",
  "publication_id",
  "generation",
  "source_kind",
  "source",
  "network",
  "medium",
  "campaign",
  "pages",
  "read_pages",
  "entry_page",
  "exit_page",
  "views",
  "visible_ms",
  "is_read",
  "is_bounce",
  "shares",
  "reactions",
  "comments",
  "searches",
  "subscriptions",
  "goals",
  "money",
  "device",
  "browser",
  "os",
  "language",
  "country",
] as const;

const read = [
  "id",
  "at",
  "kind",
  "consented",
  "trusted",
  "s",
  "source_kind",
  "source",
  "utm_medium",
  "utm_campaign",
  "page_path",
  "visible_ms",
  "scroll_percent",
  "name",
  "value",
  "currency",
  "order_id",
  "device",
  "browser",
  "os",
  "language",
  "country",
].join(", ");
const inReach = `at >= ${readsFrom} and at <= ${readsTo}
        and (${who}) in (select ${who} from visit_reach)`;

/** Events of those visitors in their span, and which of their visits each belongs to. */
const numbered = `
  happened as (
    select event.workspace_id as workspace_id, event.site_id as site_id, event.visitor as visitor, ${read} from (
      select ${who}, ${read} from event final where kind != 'click' and reason = 'human' and ${inReach}
    ) as event inner join visit_reach as reach
      on event.workspace_id = reach.workspace_id and event.site_id = reach.site_id and event.visitor = reach.visitor
    where event.at >= reads_from and event.at <= reads_to
  ),
  numbered as (
    select *, sum(begins) over own as number from (
      select *, at > lagInFrame(at, 1, at) over own + ${gap} as begins from happened
      window own as (partition by workspace_id, site_id, visitor order by at, id
        rows between unbounded preceding and current row)
    ) window own as (partition by workspace_id, site_id, visitor order by at, id
      rows between unbounded preceding and current row)
  )`;

export const isRead = `(visible_ms >= ${readMs} or scroll_percent >= ${readPercent})`;
/** What a visitor did, beyond looking; that a list was shown to him is none of his doing. */
const isDeed = `kind not in ('view', 'engage') and not (kind = 'custom' and name = 'list.shown')`;
const landing = "(s, source_kind, source, utm_medium, utm_campaign, device, browser, os, language, country)";

/** Of the rows of one order one counts, a server's before a page's; what was paid back is a row of its own. */
const money = `
  arraySort(row -> -row.2, paid) as by_trust,
  arrayMap(row -> (row.3, row.2, row.4), arrayFilter(
    (row, nth) -> row.1 = '' or row.4 < 0 or nth = 1,
    by_trust, arrayEnumerateUniq(arrayMap(row -> (row.1, row.4 < 0), by_trust)))) as money`;

const cut = `
  cut as (
    select workspace_id, site_id, visitor, min(at) as began, max(at) as ended, max(consented) as consented,
      countIf(kind = 'view') as views,
      if(views > 0, argMinIf(${landing}, (at, id), kind = 'view'), argMin(${landing}, (at, id))) as landing,
      arrayMap(seen -> seen.3, arraySort(groupArrayIf((at, id, page_path), kind = 'view'))) as paths,
      arraySort(groupUniqArrayIf(200)(page_path, ${isRead})) as read_pages,
      sumIf(visible_ms, kind = 'engage') as visible_ms_in_all,
      countIf(${isRead}) > 0 as is_read,
      views = 1 and visible_ms_in_all < ${bounceMs} and countIf(${isDeed}) = 0 as is_bounce,
      countIf(kind = 'share') as shares, countIf(kind = 'react') as reactions, countIf(kind = 'comment') as comments,
      countIf(kind = 'search') as searches, countIf(kind = 'subscribe') as subscriptions,
      countIf(kind = 'goal') as goals,
      groupArrayIf((order_id, trusted, currency, value), kind = 'goal' and value != 0) as paid, ${money}
    from numbered group by workspace_id, site_id, visitor, number
  )`;

/** What the ids that visits came by go back to. An id of another site, or one that never was, is none. */
const came = `
  came as (
    select workspace_id, site_id, token, link_id, publication_id, generation, network from token final
    where (workspace_id, token) in (select workspace_id, s from event where s != '' and ${inReach})
  )`;

const fresh = `
  select cut.workspace_id as workspace_id, cut.site_id as site_id, visitor, began, ended, {run: UInt64} * 2 + 1 as run,
    0 as is_gone, consented, landing.1 as s,
    came.token != '' and (came.site_id = cut.site_id or came.site_id = toUUID('${noId}')) as is_ours,
    if(is_ours, came.link_id, toUUID('${noId}')) as link_id,
    if(is_ours, came.publication_id, toUUID('${noId}')) as publication_id,
    if(is_ours, came.generation, 0) as generation,
    multiIf(views = 0, '', is_ours and landing.2 in ('direct', 'direct-in-app', ''), 'direct-known',
      landing.2 = '' or (landing.2 = 'direct-known' and not is_ours), 'direct', landing.2) as source_kind,
    landing.3 as source,
    multiIf(landing.2 in ('network', 'messenger'), lower(landing.3), is_ours, came.network, '') as network,
    landing.4 as medium, landing.5 as campaign, arraySlice(paths, 1, 200) as pages, read_pages,
    paths[1] as entry_page, paths[-1] as exit_page, toUInt16(least(views, 65535)) as views,
    visible_ms_in_all as visible_ms, is_read, is_bounce, shares, reactions, comments, searches, subscriptions, goals,
    money, landing.6 as device, landing.7 as browser, landing.8 as os, landing.9 as language, landing.10 as country
  from cut left join came on cut.workspace_id = came.workspace_id and cut.landing.1 = came.token`;

const gone = `
  select * replace ({run: UInt64} * 2 as run, 1 as is_gone) from visit final
  where began >= ${readsFrom} and began <= ${readsTo}
    and (${who}, began) in (select ${who}, arrayJoin(touched) from visit_reach)`;

const columns = visitColumns.join(", ");

/** Cuts anew: takes back the visits that were touched, and writes what they are now, in one insert. */
export const cutVisits = `
  insert into visit (${columns})
  with ${numbered}, ${cut}, ${came}
  select ${columns} from (${gone}) union all select ${columns} from (${fresh})`;

/** Roll-ups of days whose visits are about to change do not stand any more: reports read the visits themselves. */
export const forgetDays = `
  insert into rolled_day (workspace_id, day, zone, build, is_valid)
  select workspace_id, day, zone, {run: UInt64}, 0 from rolled_day final
  where is_valid and day >= toDate(${readsFrom}) and day <= toDate(${readsTo})
    and workspace_id in (select workspace_id from visit_reach)`;
