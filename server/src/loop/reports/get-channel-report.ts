import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { type Figures, figureNames, noFigures } from "./figures.ts";
import { Question } from "./filter.ts";
import { readCells } from "./questions/cells.ts";
import { type ClickCount, readClicks } from "./questions/clicks.ts";
import { openScope, type Scope } from "./questions/scope.ts";
import { ChannelReport, LinkReport, PostReport } from "./schema.ts";

const maxRows = 500;
const rows = z.coerce
  .number()
  .int()
  .min(1)
  .max(maxRows)
  .default(100)
  .describe(`How many rows, 1 to ${maxRows}`);
const asQuestion = Question.omit({ audience: true });

export const getPostReport = operation({
  id: "getPostReport",
  summary: "Show what each publication brought to the sites in a period, its share tree included",
  http: "GET /reports/posts",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: asQuestion.extend({ rows }),
  output: PostReport,
  async run(ctx, { rows: limit, ...asked }) {
    const scope = await openScope(ctx, asked);
    const found = await readPublications(ctx, scope);
    return {
      period: { from: scope.from, to: scope.to },
      rows: found.slice(0, limit),
      rest: Math.max(0, found.length - limit),
    };
  },
});

export const getChannelReport = operation({
  id: "getChannelReport",
  summary: "Show what each channel brought to the sites in a period",
  http: "GET /reports/channels",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: asQuestion,
  output: ChannelReport,
  async run(ctx, asked) {
    const scope = await openScope(ctx, asked);
    const publications = await readPublications(ctx, scope);
    const channels = [...Map.groupBy(publications, ({ channelId }) => channelId)].map(([channelId, own]) => ({
      ...addFigures(own),
      channelId,
      networkId: own[0]?.networkId ?? "",
      handle: own[0]?.handle ?? "",
      publications: own.length,
      clicks: sum(own.map(({ clicks }) => clicks)),
      robotClicks: sum(own.map(({ robotClicks }) => robotClicks)),
    }));
    return {
      period: { from: scope.from, to: scope.to },
      rows: channels.toSorted((left, right) => right.visits - left.visits),
    };
  },
});

export const getLinkReport = operation({
  id: "getLinkReport",
  summary: "Show each tracked link's clicks and what became of them",
  http: "GET /reports/links",
  access: "read",
  transaction: "own", // a question to the event store must not hold a connection to the record
  input: asQuestion.extend({ rows }),
  output: LinkReport,
  async run(ctx, { rows: limit, ...asked }) {
    const scope = await openScope(ctx, asked);
    const direct = { ...scope, conditions: [...scope.conditions, "generation = 1"] };
    const [cells, own, clicks] = await Promise.all([
      readCells(ctx.events, scope, { dimensions: ["link"], limit: maxIds }),
      readCells(ctx.events, direct, { dimensions: ["link"], limit: maxIds }),
      readClicks(ctx.events, scope),
    ]);
    const figures = new Map(cells.get("link")?.rows.map((cell) => [cell.value, cell]));
    const reads = new Map(own.get("link")?.rows.map((cell) => [cell.value, cell.reads]));
    const counts = countBy(clicks, ({ linkId }) => linkId);
    const links = await recordOf<StoredLink>(
      ctx,
      [...new Set([...figures.keys(), ...counts.keys()])],
      linksSql,
    );
    const found = links
      .map((link) => ({
        ...link,
        ...figuresOf(figures.get(link.linkId)),
        ...(counts.get(link.linkId) ?? noClicks),
        qualityClicks: reads.get(link.linkId) ?? 0,
      }))
      .toSorted((left, right) => right.clicks - left.clicks || right.visits - left.visits);
    return {
      period: { from: scope.from, to: scope.to },
      rows: found.slice(0, limit),
      rest: Math.max(0, found.length - limit),
    };
  },
});

/** More links or publications than this in one period are the least visited ones, and left out. */
const maxIds = 10_000;
const noClicks = { clicks: 0, robotClicks: 0 };

async function readPublications(ctx: Pick<Context, "events" | "transact">, scope: Scope) {
  const [cells, clicks] = await Promise.all([
    readCells(ctx.events, scope, { dimensions: ["publication"], limit: maxIds }),
    readClicks(ctx.events, scope),
  ]);
  const figures = new Map(cells.get("publication")?.rows.map((cell) => [cell.value, cell]));
  const counts = countBy(clicks, ({ publicationId }) => publicationId);
  const ids = [...new Set([...figures.keys(), ...counts.keys()])];
  const publications = await recordOf<StoredPublication>(ctx, ids, publicationsSql);
  return publications
    .map((publication) => ({
      ...publication,
      ...figuresOf(figures.get(publication.publicationId)),
      ...(counts.get(publication.publicationId) ?? noClicks),
    }))
    .toSorted((left, right) => right.visits - left.visits || right.clicks - left.clicks);
}

interface StoredPublication {
  readonly publicationId: string;
  readonly postId: string;
  readonly postText: string;
  readonly channelId: string;
  readonly networkId: string;
  readonly handle: string;
}

const publicationsSql = (ids: readonly string[]) => sql<StoredPublication>`
  select publication.id as "publicationId", publication.post_id as "postId", post.text as "postText",
    publication.channel_id as "channelId", channel.network_id as "networkId", channel.handle
  from publication join post on post.id = publication.post_id join channel on channel.id = publication.channel_id
  where publication.id = any(${ids})`;

interface StoredLink {
  readonly linkId: string;
  readonly slug: string;
  readonly url: string;
  readonly publicationId: string | null;
}

const linksSql = (ids: readonly string[]) => sql<StoredLink>`
  select id as "linkId", slug, url, publication_id as "publicationId" from link where id = any(${ids})`;

async function recordOf<Row>(
  ctx: Pick<Context, "transact">,
  ids: readonly string[],
  question: (ids: readonly string[]) => ReturnType<typeof sql<Row>>,
): Promise<Row[]> {
  const { rows: found } = await ctx.transact(({ db }) => question(ids).execute(db));
  return found;
}

function countBy(clicks: readonly ClickCount[], key: (count: ClickCount) => string) {
  const counts = new Map<string, { clicks: number; robotClicks: number }>();
  for (const count of clicks.filter(({ isClick }) => isClick)) {
    const known = counts.get(key(count)) ?? { ...noClicks };
    known[count.reason === "human" ? "clicks" : "robotClicks"] += count.events;
    counts.set(key(count), known);
  }
  return counts;
}

function figuresOf(cell: (Figures & { readonly value?: string }) | undefined): Figures {
  if (!cell) return noFigures;
  const { value: _value, ...figures } = cell;
  return figures;
}

/** Visitors of several publications may be the same people: what is added up here counts each for each. */
function addFigures(found: readonly Figures[]): Figures {
  const added = { ...noFigures };
  for (const name of figureNames) added[name] = sum(found.map((figures) => figures[name]));
  return added;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
