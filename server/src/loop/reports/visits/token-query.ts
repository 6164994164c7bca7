import { noId } from "../filter.ts";
import { isRead, type Window, windowOf } from "./cut-query.ts";

const zero = `toUUID('${noId}')`;
const columns =
  "workspace_id, token, run, is_share, at, site_id, visitor, consented, parent, is_orphan, root, link_id, publication_id, generation, network";

/** A click is where a tree's branch begins. Its network is its publication's, told by the record. */
export const insertClicks = (window: Window) => `
  insert into token (${columns})
  select workspace_id, id, {run: UInt64} * 2 + 1, 0, at, site_id, visitor, consented, '', 0,
    toString(if(link_id = ${zero}, publication_id, link_id)), link_id, publication_id, 1,
    transform(toString(publication_id), {publicationIds: Array(String)}, {networks: Array(String)}, '')
  from event final where ${windowOf[window]} and kind = 'click' and reason = 'human'`;

const shares = (window: Window) => `
  select workspace_id, site_id, id, at, visitor, consented, parent, network from event final
  where ${windowOf[window]} and kind = 'share' and reason = 'human'`;
const resolved = `select workspace_id, token from token where run = {run: UInt64} * 2 + 1 and is_share`;
const pending = (window: Window) =>
  `select * from (${shares(window)}) where (workspace_id, id) not in (${resolved})`;

/** How many shares wait for a parent that is not resolved itself. */
export const countPending = (window: Window) => `select count() as pending from (${pending(window)})`;

/** Shares whose parent is known: of its tree, a generation further. */
export const insertChildren = (window: Window) => `
  insert into token (${columns})
  select share.workspace_id, share.id, {run: UInt64} * 2 + 1, 1, share.at, share.site_id, share.visitor, share.consented,
    share.parent, 0, known.root, known.link_id, known.publication_id, least(known.generation, 200) + 1, share.network
  from (${pending(window)}) as share inner join (
    select workspace_id, token, root, link_id, publication_id, generation, site_id from token final
    where (workspace_id, token) in (select workspace_id, parent from (${pending(window)}))
  ) as known on share.workspace_id = known.workspace_id and share.parent = known.token
  where (share.workspace_id, share.parent) not in (select workspace_id, id from (${pending(window)}))
    and (known.site_id = share.site_id or known.site_id = ${zero})`;

/** Its parent neither waits to be resolved nor is known on its site (a link's click may lead to no site of ours). */
const isParentless = (window: Window) => `
  (workspace_id, parent) not in (select workspace_id, id from (${pending(window)}))
  and (workspace_id, site_id, parent) not in (select workspace_id, site_id, token from (${knownParents(window)}))
  and (workspace_id, parent) not in (
    select workspace_id, token from (${knownParents(window)}) where site_id = ${zero})`;
const knownParents = (window: Window) => `
  select workspace_id, site_id, token from token final
  where (workspace_id, token) in (select workspace_id, parent from (${pending(window)}))`;

/**
 * Shares of those who came by no id, or by one that nobody knows: roots of trees of their own. With `all`, also what
 * is left when nothing moves any more: shares that name each other as parent.
 */
export const insertRoots = (window: Window, all: boolean) => `
  insert into token (${columns})
  select workspace_id, id, {run: UInt64} * 2 + 1, 1, at, site_id, visitor, consented, parent, parent != '', id,
    ${zero}, ${zero}, 2, network
  from (${pending(window)})
  ${all ? "" : `where ${isParentless(window)}`}`;

/** Who arrived by which id. The sharer who opens his own link has arrived by none. */
export const insertArrivals = (window: Window) => `
  insert into arrival (workspace_id, root, token, visitor, at, consented, is_read)
  select event.workspace_id as workspace_id, known.root as root, event.s as token, event.visitor as visitor,
    min(event.at) as first_at, max(event.consented) as has_consented, max(${isRead}) as has_read
  from event inner join (
    select workspace_id, token, root, site_id, visitor, is_share from token final
    where (workspace_id, token) in (
      select workspace_id, s from event where ${windowOf[window]} and s != '' and reason = 'human')
  ) as known on event.workspace_id = known.workspace_id and event.s = known.token
  where ${windowOf[window].replaceAll(/\bworkspace_id|\bat\b/g, "event.$&")} and s != '' and reason = 'human'
    and kind in ('view', 'engage', 'share') and event.visitor != 0
    and (known.site_id = event.site_id or known.site_id = ${zero})
    and not (known.is_share and known.visitor = event.visitor)
  group by workspace_id, root, token, visitor`;

/** Goals in a table of their own. One is read again with each overlap; its key is the same. */
export const insertConversions = (window: Window) => `
  insert into conversion (workspace_id, site_id, at, id, visitor, consented, trusted, s, name, value, currency, order_id, run)
  select workspace_id, site_id, at, id, visitor, consented, trusted, s, name, value, currency, order_id, {run: UInt64}
  from event final where ${windowOf[window]} and kind = 'goal' and reason = 'human'`;
