import type { ClickHouseClient } from "@clickhouse/client";
import { sql } from "kysely";
import { z } from "zod";
import { type Asking, askRows, clockText, StoreInstant } from "../ask-store.ts";
import { cutVisits, emptyReach, forgetDays, insertReach, survey, type Window } from "./cut-query.ts";
import {
  endLease,
  keepLease,
  type Lease,
  readCutUntil,
  type Transact,
  waitForLease,
} from "./cutting-lease.ts";
import {
  countPending,
  insertArrivals,
  insertChildren,
  insertClicks,
  insertConversions,
  insertRoots,
} from "./token-query.ts";

export interface Cutter {
  readonly events: ClickHouseClient;
  readonly transact: Transact;
}

/** So many events are cut at once, about: a window of them fits the memory of a small machine. */
const eventsAtOnce = 400_000;
/** What is looked at a second time each minute: an insert that took long, an id that came before its parent. */
export const overlapMs = 3 * 60_000;
const patienceMs = 5_000;

/**
 * Cuts what has come since the last cut, so that a report is right to the last event that the store has taken. While
 * another process cuts, waits for it; after five seconds reports go on with what there is.
 */
export async function catchUp(cutter: Cutter): Promise<void> {
  const before = await readCutUntil(cutter.transact);
  if (!(await hasNewer(cutter.events, before))) return;
  const lease = await waitForLease(cutter.transact, patienceMs);
  if (lease) await cutSince(cutter, lease, lease.cutUntil);
}

/** The regular cut: what is new, and once more what came shortly before. */
export async function cutAgain(cutter: Cutter): Promise<void> {
  const lease = await waitForLease(cutter.transact, patienceMs);
  if (lease) await cutSince(cutter, lease, new Date(Math.max(0, lease.cutUntil.getTime() - overlapMs)));
}

const hasNewer = async (events: ClickHouseClient, since: Date) => {
  const rows = await askRows(events, {
    query: "select 1 as found from event where inserted_at > {since: DateTime64(3, 'UTC')} limit 1",
    params: { since: clockText(since) },
    row: z.object({ found: z.number() }),
  });
  return rows.length > 0;
};

async function cutSince(cutter: Cutter, lease: Lease, after: Date): Promise<void> {
  let cutUntil = lease.cutUntil;
  try {
    const latest = await cutWindows(cutter, lease.run, { window: "inserted", after, until: never });
    if (latest > cutUntil) cutUntil = latest;
  } finally {
    await endLease(cutter.transact, { run: lease.run, cutUntil });
  }
}

const never = new Date(Date.UTC(2200, 0));

/** What is to be cut: what the store took in a span of its clock, or what happened in a workspace, in all. */
export type Extent =
  | { readonly window: "inserted"; readonly after: Date; readonly until: Date }
  | { readonly window: "happened"; readonly workspaceId: string };

/**
 * Cuts an extent piece by piece in the order of the events, and resolves its ids before its visits. Answers when the
 * store took the last of them.
 */
export async function cutWindows(cutter: Cutter, run: number, extent: Extent): Promise<Date> {
  const hours = await askRows(cutter.events, {
    query: survey(extent.window),
    params: { ...paramsOf(extent), from: clockText(new Date(0)), to: clockText(never) },
    row: Hour,
  });
  const latest = new Date(Math.max(0, ...hours.map((hour) => hour.latest.getTime())));
  const until = extent.window === "inserted" ? { until: clockText(latest) } : {};
  for (const [index, part] of piecesOf(hours).entries()) {
    const version = versionOf(run, index);
    const params = { ...paramsOf(extent), ...until, run: version, ...boundsOf(part) };
    const piece: Piece = { ...cutter, window: extent.window, params, part };
    await resolveTokens(piece);
    await cutPiece(piece);
    await keepLease(cutter.transact, run);
  }
  return latest;
}

interface Piece extends Cutter {
  readonly window: Window;
  readonly params: Asking["params"];
  readonly part: Part;
}

/** Which of two rows is the later: by the run, and within it by the piece. */
export const versionOf = (run: number, index: number) => run * 1_000_000 + index;

const paramsOf = (extent: Extent) =>
  extent.window === "inserted"
    ? { after: clockText(extent.after), until: clockText(extent.until) }
    : { workspaceId: extent.workspaceId };

const Hour = z.object({
  hour: StoreInstant,
  events: z.number(),
  latest: StoreInstant,
  firstAt: StoreInstant,
  lastAt: StoreInstant,
  workspaceIds: z.array(z.string()),
  clicks: z.number(),
  shares: z.number(),
  goals: z.number(),
  arrivals: z.number(),
  publicationIds: z.array(z.string()),
});
type Part = readonly [z.output<typeof Hour>, ...z.output<typeof Hour>[]];

const sum = (part: Part, name: "events" | "clicks" | "shares" | "goals" | "arrivals") =>
  part.reduce((total, hour) => total + hour[name], 0);

/** Spans of whole hours with about so many events each. */
function piecesOf(hours: readonly z.output<typeof Hour>[]): readonly Part[] {
  const pieces: [z.output<typeof Hour>, ...z.output<typeof Hour>[]][] = [];
  for (const hour of hours) {
    const last = pieces.at(-1);
    if (last && sum(last, "events") + hour.events <= eventsAtOnce) last.push(hour);
    else pieces.push([hour]);
  }
  return pieces;
}

const hourMs = 3_600_000;

function boundsOf(part: Part) {
  const [first] = part;
  const last = part.at(-1) ?? first;
  return {
    from: clockText(first.hour),
    to: clockText(new Date(last.hour.getTime() + hourMs)),
    firstAt: clockText(new Date(Math.min(...part.map(({ firstAt }) => firstAt.getTime())))),
    lastAt: clockText(new Date(Math.max(...part.map(({ lastAt }) => lastAt.getTime())))),
  };
}

async function resolveTokens(piece: Piece): Promise<void> {
  const { events, window, params, part } = piece;
  if (sum(part, "clicks") > 0) {
    const networks = await networksOf(piece.transact, [
      ...new Set(part.flatMap((hour) => hour.publicationIds)),
    ]);
    await tell(events, insertClicks(window), { ...params, ...networks });
  }
  if (sum(part, "shares") > 0) await resolveShares(piece);
  if (sum(part, "goals") > 0) await tell(events, insertConversions(window), params);
  if (sum(part, "arrivals") > 0) await tell(events, insertArrivals(window), params);
}

/** From the roots down; each turn resolves the shares whose parents the turn before has resolved. */
async function resolveShares({ events, window, params }: Piece): Promise<void> {
  let left = await pendingShares({ events, window, params });
  while (left > 0) {
    await tell(events, insertChildren(window), params);
    await tell(events, insertRoots(window, false), params);
    const next = await pendingShares({ events, window, params });
    if (next === left) {
      await tell(events, insertRoots(window, true), params);
      return;
    }
    left = next;
  }
}

async function pendingShares({ events, window, params }: Pick<Piece, "events" | "window" | "params">) {
  const row = z.object({ pending: z.number() });
  const [found] = await askRows(events, { query: countPending(window), params, row });
  return found?.pending ?? 0;
}

async function networksOf(transact: Transact, publicationIds: readonly string[]) {
  if (publicationIds.length === 0) return { publicationIds: [], networks: [] };
  const { rows } = await transact(({ db }) =>
    sql<{ id: string; networkId: string }>`
      select publication.id, channel.network_id as "networkId" from publication
      join channel on channel.id = publication.channel_id where publication.id = any(${publicationIds})`.execute(
      db,
    ),
  );
  return { publicationIds: rows.map(({ id }) => id), networks: rows.map(({ networkId }) => networkId) };
}

async function cutPiece({ events, window, params }: Piece): Promise<void> {
  await events.command({ query: emptyReach });
  await tell(events, insertReach(window), params);
  await tell(events, forgetDays, params);
  await tell(events, cutVisits, params);
}

/** One block for one insert: what takes a visit back, and what stands in its place, are seen together or not at all. */
async function tell(events: ClickHouseClient, query: string, params: Asking["params"]): Promise<void> {
  await events.command({
    query,
    query_params: params,
    clickhouse_settings: {
      max_insert_block_size: "4000000",
      min_insert_block_size_rows: "4000000",
      min_insert_block_size_bytes: "1000000000",
    },
  });
}
