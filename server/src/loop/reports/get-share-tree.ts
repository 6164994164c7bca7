import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { askRows } from "./ask-store.ts";
import { noId } from "./filter.ts";
import { catchUp } from "./visits/cut-visits.ts";
import { ShareTree, ShareTreeDrawing } from "./tree-schema.ts";
import { drawTree, measure } from "./trees/draw-tree.ts";
import { type ReadTree, readTree } from "./trees/read-tree.ts";
import { treeFigures } from "./trees/tree-figures.ts";
import { readTreeRevenue } from "./trees/tree-revenue.ts";

const Root = z
  .string()
  .regex(/^[0-9a-z-]{20,36}$/, "is neither the id of a link nor that of a share")
  .describe("Id of the tracked link, or of the first share of a page's own tree");
const maxSharers = 20;

export const getShareTree = operation({
  id: "getShareTree",
  summary:
    "Measure one share tree: K with its interval, depth, structural virality, cycle time, sharers, revenue",
  http: "GET /reports/share-trees/:root",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({ root: Root }),
  output: ShareTree,
  async run(ctx, { root }) {
    await catchUp({ events: ctx.events, transact: (work) => ctx.transact(work) });
    const asked = { workspaceId: ctx.workspace.id, root };
    const [tree, tokens, revenue] = await Promise.all([
      readTree(ctx.events, asked),
      readTokens(ctx.events, asked),
      readTreeRevenue(ctx.events, asked),
    ]);
    if (tree.parents.length === 1 && !tokens) throw noTree(root);
    const { linkId = null, publicationId = null, networks = [], sharers = [] } = tokens ?? {};
    const figures = await treeFigures(tree, ctx.now().getTime());
    const shares = networks.reduce((sum, { shares: count }) => sum + count, 0);
    const brought = figures.nodes - figures.seeds;
    return {
      ...figures,
      root,
      linkId,
      publicationId,
      shares,
      sharesPerVisitor: ratio(shares, figures.nodes),
      visitorsPerShare: ratio(brought, shares),
      sharesByNetwork: networks.map((one) => ({ ...one, brought: broughtBy(tree, one.network) })),
      revenue,
      bestSharers: bestSharers(tree, sharers),
    };
  },
});

export const getShareTreeDrawing = operation({
  id: "getShareTreeDrawing",
  summary: "Give a share tree's nodes and edges for a drawing, the branches that brought most first",
  http: "GET /reports/share-trees/:root/drawing",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: z.object({ root: Root, nodes: z.coerce.number().int().min(10).max(5000).default(500) }),
  output: ShareTreeDrawing,
  async run(ctx, { root, nodes }) {
    await catchUp({ events: ctx.events, transact: (work) => ctx.transact(work) });
    const tree = await readTree(ctx.events, { workspaceId: ctx.workspace.id, root });
    if (tree.parents.length === 1) throw noTree(root);
    return { root, ...drawTree(tree, nodes) };
  },
});

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Visitors whom shares on this network brought; the seeds came by the link itself. */
const broughtBy = (tree: ReadTree, network: string) =>
  tree.networks.filter((one, node) => one === network && (tree.parents[node] ?? 0) > 0).length;

const noTree = (root: string) =>
  new Problem("not_found", say`Nobody has arrived by ${root} yet, nor shared it`, {
    hint: say`Take an id from the list of share trees`,
  });

interface Asked {
  readonly workspaceId: string;
  readonly root: string;
}

const Tokens = z.object({
  linkId: z.string(),
  publicationId: z.string(),
  networks: z.array(z.tuple([z.string(), z.number()])),
  sharers: z.array(z.tuple([z.string(), z.number()])),
});

async function readTokens(events: ClickHouseClient, asked: Asked) {
  const [row] = await askRows(events, {
    query: `select toString(any(link_id)) as linkId, toString(any(publication_id)) as publicationId,
      arraySort(arrayZip(mapKeys(by_network), mapValues(by_network))) as networks,
      arrayZip(mapKeys(by_sharer), mapValues(by_sharer)) as sharers,
      sumMapIf(map(toString(network), 1), is_share) as by_network,
      sumMapIf(map(toString(visitor), 1), is_share and consented) as by_sharer
      from token_of_tree final where workspace_id = {workspaceId: UUID} and root = {root: String} having count() > 0`,
    params: { ...asked },
    row: Tokens,
  });
  return (
    row && {
      linkId: row.linkId === noId ? null : row.linkId,
      publicationId: row.publicationId === noId ? null : row.publicationId,
      networks: row.networks.map(([network, shares]) => ({ network, shares })),
      sharers: row.sharers.map(([visitor, shares]) => ({ visitor, shares })),
    }
  );
}

/** Only of those who agreed to be known: of others nobody may keep a list. */
function bestSharers(
  tree: ReadTree,
  sharers: readonly { readonly visitor: string; readonly shares: number }[],
) {
  const { children, below } = measure(tree.parents);
  const nodeOf = new Map(tree.knownVisitors.map((visitor, node) => [visitor, node]));
  return sharers
    .map(({ visitor, shares }) => {
      const node = nodeOf.get(visitor) ?? -1;
      return { visitor, shares, brought: children[node] ?? 0, broughtInAll: below[node] ?? 0 };
    })
    .toSorted((left, right) => right.broughtInAll - left.broughtInAll || right.shares - left.shares)
    .slice(0, maxSharers);
}
