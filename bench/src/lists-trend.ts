import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Attention, fitTrend, hoursAhead, trendOf } from "@samovar/server/smo/lists/ranking/trend.ts";
import type { Figures } from "./main.ts";

const firstPlaces = 25;

interface Post {
  readonly hour: number;
  readonly post: number;
  readonly pos: number;
  readonly score: number;
  readonly ratio: number;
  readonly comments: number;
  readonly created: number;
}

interface Row {
  readonly hour: number;
  readonly seen: Attention;
  readonly isFirst: boolean;
}

/**
 * Which of the hundred posts of an hour are among the first 25 six hours later. Learned on the first two thirds of the
 * hours, of which none looks into the last third; the figures are of the last third.
 */
export async function measureTrend(data: string): Promise<Figures> {
  const hours = await readHours(join(data, "trending_reddit", "hourly.jsonl.gz"));
  const all = [...hours.keys()].toSorted((one, other) => one - other);
  const first = all[0] ?? 0;
  const split = first + ((all.at(-1) ?? 0) + 1 - first) * (2 / 3);
  const rows = all.flatMap((hour) => rowsOf(hours, hour));
  const told = rows.filter(({ hour }) => hour >= split);
  const learned = fitTrend(rows.filter(({ hour }) => hour + hoursAhead < split));
  const aucBy = (score: (seen: Attention) => number) =>
    round(auc(told.map(({ seen, isFirst }) => ({ score: score(seen), isFirst }))));
  return {
    trend_posts: told.length,
    trend_auc: aucBy((seen) => trendOf(seen, learned)),
    trend_auc_before_learning: aucBy((seen) => trendOf(seen)),
    trend_auc_last_hour_gain: aucBy(({ lastHour }) => lastHour),
  };
}

async function readHours(file: string): Promise<Map<number, Map<number, Post>>> {
  const hours = new Map<number, Map<number, Post>>();
  for (const line of gunzipSync(await readFile(file))
    .toString()
    .trim()
    .split("\n")) {
    const read: Post & { readonly hour: number | string } = JSON.parse(line);
    const post = { ...read, hour: Date.parse(`${read.hour}:00:00Z`) / 3_600_000 };
    const hour = hours.get(post.hour) ?? new Map<number, Post>();
    hours.set(post.hour, hour.set(post.post, post));
  }
  return hours;
}

type Hours = ReadonlyMap<number, ReadonlyMap<number, Post>>;

function rowsOf(hours: Hours, hour: number): Row[] {
  const later = hours.get(hour + hoursAhead);
  if (!later) return [];
  return [...(hours.get(hour)?.values() ?? [])].map((post) => ({
    hour,
    isFirst: (later.get(post.post)?.pos ?? Infinity) <= firstPlaces,
    seen: attentionTo(post, hours.get(hour - 1)?.get(post.post), hours.get(hour - 3)?.get(post.post)),
  }));
}

/** A post that was not watched before has gained all that it has. */
function attentionTo(post: Post, before = nothingYet(post), threeBefore?: Post): Attention {
  const lastHour = post.score - before.score;
  return {
    total: post.score,
    lastHour,
    hourly: threeBefore ? (post.score - threeBefore.score) / 3 : lastHour,
    // The hour is told without its minutes: its end.
    ageHours: post.hour + 1 - post.created / 3600,
    talk: post.comments,
    talkLastHour: post.comments - before.comments,
    isNew: before.hour === post.hour,
    liking: post.ratio,
    place: post.pos,
    placeBefore: before.pos,
  };
}

const nothingYet = (post: Post): Post => ({ ...post, score: 0, comments: 0 });

/** The chance that one which will be among the first scores above one which will not, ties counted half. */
function auc(scored: readonly { readonly score: number; readonly isFirst: boolean }[]): number {
  const sorted = scored.toSorted((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    ranks += (sorted.slice(from, to).filter(({ isFirst }) => isFirst).length * (from + 1 + to)) / 2;
    from = to;
  }
  const firsts = scored.filter(({ isFirst }) => isFirst).length;
  return (ranks - (firsts * (firsts + 1)) / 2) / (firsts * (scored.length - firsts));
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
