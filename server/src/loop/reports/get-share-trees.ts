import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { askRows, StoreInstant } from "./ask-store.ts";
import { noId } from "./filter.ts";
import { Period } from "./period.ts";
import { openScope } from "./questions/scope.ts";
import { ShareTrees } from "./tree-schema.ts";
import { kOf } from "./trees/tree-figures.ts";

const maxRows = 200;

export const getShareTrees = operation({
  id: "getShareTrees",
  summary: "List the share trees that grew in a period, the largest first, and K of all of them",
  http: "GET /reports/share-trees",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({
    ...Period.shape,
    publicationId: z.uuid().optional(),
    network: z.string().min(1).max(80).optional().describe("Where the link was placed"),
    rows: z.coerce.number().int().min(1).max(maxRows).default(50),
  }),
  output: ShareTrees,
  async run(ctx, { publicationId, network, rows: limit, ...asked }) {
    if (publicationId !== undefined) await ctx.transact(({ db }) => checkPublication(db, publicationId));
    const scope = await openScope(ctx, asked);
    const params = {
      ...scope.params,
      limit,
      publication: publicationId ?? noId,
      placed: (network ?? "").toLowerCase(),
    };
    const [rows, branches, [totals]] = await Promise.all([
      askRows(ctx.events, { query: rowsQuery, params, row: Row }),
      askRows(ctx.events, {
        query: branchesQuery,
        params: { ...params, now: ctx.now().getTime() },
        row: Branch,
      }),
      askRows(ctx.events, { query: totalsQuery, params, row: Totals }),
    ]);
    const all = totals ?? { nodes: 0, seeds: 0, shares: 0, maxDepth: 0, cycleMs: null, trees: 0 };
    return {
      period: { from: scope.from, to: scope.to },
      total: {
        nodes: all.nodes,
        seeds: all.seeds,
        shares: all.shares,
        maxDepth: all.maxDepth,
        sharesPerVisitor: all.nodes === 0 ? 0 : all.shares / all.nodes,
        visitorsPerShare: all.shares === 0 ? 0 : (all.nodes - all.seeds) / all.shares,
        cycleSeconds: all.cycleMs === null ? null : all.cycleMs / 1000,
        ...kOf(
          branches.flatMap(({ able, brought, times }) =>
            Array.from({ length: times }, () => ({ able, brought })),
          ),
        ),
      },
      rows: rows.map(({ k, linkId, publicationId: publication, ...row }) => ({
        ...row,
        linkId: linkId === noId ? null : linkId,
        publicationId: publication === noId ? null : publication,
        k,
      })),
      rest: Math.max(0, all.trees - rows.length),
    };
  },
});

async function checkPublication(db: Db, id: string): Promise<void> {
  const found = await db.selectFrom("publication").select("id").where("id", "=", id).executeTakeFirst();
  if (!found)
    throw new Problem("not_found", say`There is no publication ${id} here`, { hint: say`See listPosts` });
}

/** Arrivals of the period with what they came by. A visitor counts in each tree once, by his first arrival. */
const nodes = `
  minted as (
    select token, root, is_share, visitor as minted_by, link_id, publication_id, generation, network, at as minted_at
    from token final where workspace_id = {workspaceId: UUID}
      and ({publication: UUID} = toUUID('${noId}') or publication_id = {publication: UUID})
  ),
  chosen as (
    select root from minted where {placed: String} = '' group by root
    union distinct select root from minted where not is_share and network = {placed: String} group by root
  ),
  node as (
    select arrival.root as tree, arrival.visitor as visitor, min(arrival.at) as arrived, argMin(arrival.token, arrival.at) as came_by
    from arrival where workspace_id = {workspaceId: UUID} and root in (select root from chosen)
    group by tree, visitor having arrived >= {from: DateTime64(3, 'UTC')} and arrived < {to: DateTime64(3, 'UTC')}
  ),
  child as (
    select node.tree as tree, node.visitor as visitor, node.arrived as arrived, minted.is_share as is_share,
      minted.generation as generation, minted.minted_by as sharer, parent.arrived as sharer_arrived, parent.visitor != 0 as has_parent
    from node inner join minted on node.came_by = minted.token
    left join node as parent on minted.root = parent.tree and minted.minted_by = parent.visitor
  )`;

const Row = z.object({
  root: z.string(),
  linkId: z.string(),
  publicationId: z.string(),
  network: z.string(),
  beganAt: StoreInstant,
  nodes: z.number(),
  seeds: z.number(),
  shares: z.number(),
  maxDepth: z.number(),
  k: z.number().nullable(),
});

const rowsQuery = `
  with ${nodes},
  told as (
    select root, any(link_id) as link, any(publication_id) as publication, anyIf(network, not is_share) as placed,
      min(minted_at) as began, countIf(is_share and minted_at >= {from: DateTime64(3, 'UTC')} and minted_at < {to: DateTime64(3, 'UTC')}) as shared
    from minted group by root
  )
  select told.root as root, toString(any(link)) as linkId, toString(any(publication)) as publicationId, any(placed) as network,
    any(began) as beganAt, count() as nodes, countIf(not is_share) as seeds, any(shared) as shares,
    max(generation) as maxDepth, if(nodes = 0, null, (nodes - seeds) / nodes) as k
  from child inner join told on child.tree = told.root
  group by root order by nodes desc, root limit {limit: UInt32}`;

const Totals = z.object({
  nodes: z.number(),
  seeds: z.number(),
  shares: z.number(),
  maxDepth: z.number(),
  cycleMs: z.number().nullable(),
  trees: z.number(),
});

const cycle = "toUnixTimestamp64Milli(arrived) - toUnixTimestamp64Milli(sharer_arrived)";
const totalsQuery = `
  with ${nodes}
  select count() as nodes, countIf(not is_share) as seeds, max(generation) as maxDepth, uniqExact(tree) as trees,
    (select count() from minted where is_share and minted_at >= {from: DateTime64(3, 'UTC')} and minted_at < {to: DateTime64(3, 'UTC')}) as shares,
    if(countIf(has_parent and is_share) = 0, null, quantileExactIf(0.5)(greatest(0, ${cycle}), has_parent and is_share)) as cycleMs
  from child`;

const Branch = z.object({ able: z.number(), brought: z.number(), times: z.number() });

/** K is drawn over trees: each tree's visitors who had three cycle times, and those whom they brought. */
const branchesQuery = `
  with ${nodes},
  (select if(countIf(has_parent and is_share) = 0, 0, quantileExactIf(0.5)(greatest(0, ${cycle}), has_parent and is_share)) from child) as cycle_ms,
  fromUnixTimestamp64Milli(toInt64({now: Int64} - 3 * cycle_ms), 'UTC') as born_before
  select able, brought, count() as times from (
    select tree, countIf(arrived <= born_before) as able,
      countIf(is_share and (not has_parent or sharer_arrived <= born_before)) as brought
    from child group by tree
  ) group by able, brought`;
