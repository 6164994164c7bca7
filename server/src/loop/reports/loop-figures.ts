import type { ClickHouseClient } from "@clickhouse/client";
import { z } from "zod";

/** What the loop brought by one publication: everything that began at a click on its tracked link. */
export interface LoopFigures {
  /** Clicks of people; and of robots, previews, prefetches and HEAD requests, kept apart. */
  readonly clicks: number;
  readonly robotClicks: number;
  /** Visits that arrived by the link itself, and those of them that reached a read. */
  readonly visits: number;
  readonly reads: number;
  /** Explicit shares in the whole tree below the link. */
  readonly shares: number;
  /** Visitors whom the shares brought: first generation first. */
  readonly broughtByGeneration: readonly number[];
  /** Comments written on the site by anyone in the tree. */
  readonly comments: number;
}

export const noFigures: LoopFigures = {
  clicks: 0,
  robotClicks: 0,
  visits: 0,
  reads: 0,
  shares: 0,
  broughtByGeneration: [],
  comments: 0,
};

interface Asked {
  readonly workspaceId: string;
  readonly publicationIds: readonly string[];
}

/** Deeper trees are cut: nobody has seen an honest one of this depth. */
const maxGenerations = 30;

/**
 * A share tree's ids by the publication that they go back to. Generation 0 are the clicks on its link, each further
 * one the ids that were minted by sharers who arrived by the one before. `minted_by` is who clicked or shared.
 */
const tree = `
  with recursive tree as (
    select id as token, publication_id as root, toUInt8(0) as generation, visitor as minted_by
    from event final
    where workspace_id = {workspaceId: UUID} and kind = 'click' and reason = 'human'
      and publication_id in {publicationIds: Array(UUID)}
    union all
    select share.id as token, tree.root as root, toUInt8(tree.generation + 1) as generation, share.visitor as minted_by
    from event as share final
    inner join tree on share.parent = tree.token
    where share.workspace_id = {workspaceId: UUID} and share.kind = 'share' and share.reason = 'human'
      and tree.generation < ${maxGenerations}
  )`;

/** Figures by publication id; a publication that nobody clicked is not among them. */
export async function loopFigures(
  events: ClickHouseClient,
  asked: Asked,
): Promise<ReadonlyMap<string, LoopFigures>> {
  if (asked.publicationIds.length === 0) return new Map();
  const ask = async <Row extends z.ZodType>(query: string, row: Row): Promise<z.output<Row>[]> => {
    const result = await events.query({ query, query_params: { ...asked }, format: "JSONEachRow" });
    return z.array(row).parse(await result.json());
  };
  const [clicks, shares, visits, brought, comments] = await Promise.all([
    ask(clicksQuery, Clicks),
    ask(sharesQuery, Shares),
    ask(visitsQuery, Visits),
    ask(broughtQuery, Brought),
    ask(commentsQuery, Comments),
  ]);
  const figures = new Map<string, LoopFigures>();
  const add = (publicationId: string, found: Partial<LoopFigures>) =>
    figures.set(publicationId, { ...(figures.get(publicationId) ?? noFigures), ...found });
  for (const { id: publicationId, ...counts } of [...clicks, ...visits, ...shares, ...comments])
    add(publicationId, counts);
  for (const [publicationId, generations] of Map.groupBy(brought, (row) => row.id)) {
    add(publicationId, { broughtByGeneration: inOrder(generations) });
  }
  return figures;
}

/** A generation whose ids nobody opened, though they were shared on, brought none. */
function inOrder(generations: readonly z.output<typeof Brought>[]): readonly number[] {
  const visitorsOf = new Map(generations.map(({ generation, visitors }) => [generation, visitors]));
  return Array.from({ length: Math.max(...visitorsOf.keys()) }, (_, index) => visitorsOf.get(index + 1) ?? 0);
}

const id = z.string();
const Clicks = z.object({ id, clicks: z.number(), robotClicks: z.number() });
const Shares = z.object({ id, shares: z.number() });
const Comments = z.object({ id, comments: z.number() });
const Visits = z.object({ id, visits: z.number(), reads: z.number() });
const Brought = z.object({ id, generation: z.number(), visitors: z.number() });

const clicksQuery = `
  select publication_id as id, countIf(reason = 'human') as clicks, countIf(reason != 'human') as robotClicks
  from event final
  where workspace_id = {workspaceId: UUID} and kind = 'click' and publication_id in {publicationIds: Array(UUID)}
  group by publication_id`;

const sharesQuery = `${tree}
  select root as id, count() as shares from tree where generation > 0 group by root`;

/** A visit is a visitor's events with no gap over 30 minutes; it is read at 15 s of visible time or 75 % scrolled. */
const visitsQuery = `${tree},
  arrived as (
    select tree.root as root, visitor, at, visible_ms, scroll_percent, s
    from event final inner join tree on event.s = tree.token
    where event.workspace_id = {workspaceId: UUID} and event.reason = 'human' and event.kind in ('view', 'engage')
      and tree.generation = 0
  ),
  cut as (
    select *, dateDiff('second', lagInFrame(at, 1, at) over by_visitor, at) > 1800 as begins from arrived
    window by_visitor as (partition by root, visitor, s order by at rows between unbounded preceding and current row)
  ),
  numbered as (
    select *, sum(begins) over (partition by root, visitor, s order by at rows between unbounded preceding and current row) as number
    from cut
  ),
  visit as (
    select root, max(visible_ms) >= 15000 or max(scroll_percent) >= 75 as is_read
    from numbered group by root, visitor, s, number
  )
  select root as id, count() as visits, countIf(is_read) as reads from visit group by root`;

/** A sharer who opens his own link brought nobody. */
const broughtQuery = `${tree}
  select tree.root as id, tree.generation as generation, uniqExact(event.visitor) as visitors
  from event final inner join tree on event.s = tree.token
  where event.workspace_id = {workspaceId: UUID} and event.reason = 'human' and event.kind = 'view'
    and tree.generation > 0 and event.visitor != tree.minted_by
  group by root, generation order by root, generation`;

const commentsQuery = `${tree}
  select tree.root as id, count() as comments
  from event final inner join tree on event.s = tree.token
  where event.workspace_id = {workspaceId: UUID} and event.reason = 'human' and event.kind = 'comment'
  group by root`;
