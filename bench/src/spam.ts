import { join } from "node:path";
import type { Figures, Options } from "./main.ts";
import { hasBogofilter, openBogofilter, unknownWord } from "./spam/bogofilter.ts";
import { type Judge, openScorer } from "./spam/judges.ts";
import { meanOf, type Rates, ratesOf } from "./spam/rates.ts";
import { type Decided, readDecided, readStreams, type Stream } from "./spam/streams.ts";

export const about =
  "how fast the spam and toxicity scorers learn a site, beside bogofilter fed the same stream";

const points = [20, 50, 100, 300] as const;
/** Fewer left than this tell nothing. */
const fewestLeft = 20;
const aims = { telegramAuc: 0.99, perSecond: 10_000 } as const;

export async function measure({ data }: Options): Promise<Figures> {
  const sets = Object.entries(await readStreams(data));
  const curves = sets.map(([set, streams]) => compare(set, streams));
  const figures: Figures = Object.assign({}, ...curves.map((curve) => curve.figures));
  const isAhead = curves.every((curve) => curve.isAhead);
  const all = sets.flatMap(([, streams]) => streams.flatMap(({ queue }) => queue));
  const perSecond = speedOf([...new Set(all)]);
  const telegram = await split(join(data, "spam_telegram_ru", "messages.jsonl.gz"), "spam", "spam");
  const russian = await split(join(data, "toxicity_combined_ru", "comments.jsonl.gz"), "toxic", "toxicity");
  const english = await split(join(data, "toxicity_cat_en", "comments.jsonl.gz"), "toxic", "toxicity");
  return {
    ...figures,
    ...named("telegram_ru_half", telegram.after),
    ...named("toxicity_ru_prior", russian.before),
    ...named("toxicity_ru_half", russian.after),
    ...named("toxicity_en_prior", english.before),
    ...named("toxicity_en_half", english.after),
    scored_per_cpu_second: Math.round(perSecond),
    ahead_of_bogofilter_everywhere: isAhead,
    within_budget: isAhead && telegram.after.auc >= aims.telegramAuc && perSecond >= aims.perSecond,
  };
}

/** Ours, ours without its prior, and bogofilter, on the same streams; all three are printed. */
function compare(set: string, streams: readonly Stream[]) {
  const ours = curveOf(streams, () => openScorer("spam"), 0.5);
  const blank = curveOf(streams, () => openScorer("spam", true), 0.5);
  const theirs = hasBogofilter() ? curveOf(streams, openBogofilter, unknownWord) : undefined;
  console.log(`\n${set}: AUC and accuracy after so many decisions`);
  const parts: Figures[] = [];
  let isAhead = theirs !== undefined;
  for (const [point, mine] of ours) {
    const other = theirs?.get(point);
    console.log(`  ${row(point, { ours: mine, "without prior": blank.get(point), bogofilter: other })}`);
    parts.push(named(`${set}_${point}`, mine));
    if (!other) continue;
    parts.push(named(`${set}_${point}_bogofilter`, other));
    isAhead &&= point === 0 || (mine.auc > other.auc && mine.accuracy > other.accuracy);
  }
  const figures: Figures = Object.assign({}, ...parts);
  return { figures, isAhead };
}

/** The mean over the streams at each point: learn the queue up to there, then score what is left without learning. */
function curveOf(
  streams: readonly Stream[],
  open: () => Judge & Partial<Disposable>,
  unknown: number,
): ReadonlyMap<number, Rates> {
  const found = new Map<number, Rates[]>();
  for (const { queue, restAfter } of streams) {
    const judge = open();
    let learned = 0;
    for (const point of [0, ...points]) {
      judge.learn(queue.slice(learned, point));
      learned = point;
      const rest = restAfter(point);
      if (rest.length < fewestLeft) continue;
      found.set(point, [...(found.get(point) ?? []), ratesOf(rest, judge.score(rest), unknown)]);
    }
    judge[Symbol.dispose]?.();
  }
  return new Map([...found].map(([point, rates]) => [point, meanOf(rates)]));
}

/** Learns the first half in its order, one by one and each once; scores the second half. */
async function split(file: string, label: string, scorer: "spam" | "toxicity") {
  const rows = await readDecided(file, "text", label);
  const middle = Math.floor(rows.length / 2);
  const rest = rows.slice(middle);
  const judge = openScorer(scorer);
  const before = ratesOf(rest, judge.score(rest));
  judge.learn(rows.slice(0, middle));
  return { before, after: ratesOf(rest, judge.score(rest)) };
}

/** Comments a second of this process's own time, words, features and weights included. */
function speedOf(rows: readonly Decided[]): number {
  const judge = openScorer("spam");
  judge.score(rows);
  const rounds = 5;
  const began = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) judge.score(rows);
  const { user, system } = process.cpuUsage(began);
  return (rows.length * rounds) / ((user + system) / 1e6);
}

const round = (value: number) => Math.round(value * 1000) / 1000;

const named = (name: string, { auc, accuracy }: Rates): Figures => ({
  [`${name}_auc`]: round(auc),
  [`${name}_accuracy`]: round(accuracy),
});

function row(point: number, sides: Readonly<Record<string, Rates | undefined>>): string {
  const parts = Object.entries(sides).flatMap(([name, rates]) =>
    rates ? [`${name} ${rates.auc.toFixed(3)} ${rates.accuracy.toFixed(3)}`] : [],
  );
  return `${String(point).padStart(3)}   ${parts.join("   ")}`;
}
