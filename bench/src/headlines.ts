import { readTitleModel, scoreTitle } from "@samovar/server/loop/headlines/score/title-model.ts";
import {
  appealOf,
  curiosityOf,
  rarityAmong,
  trainAppeal,
  type TitlePair,
  trainCuriosity,
} from "@samovar/server/loop/headlines/score/train-title-model.ts";
import { leaderOf } from "@samovar/server/loop/headlines/statistics/arms.ts";
import { provenWinner } from "@samovar/server/loop/headlines/statistics/confidence-sequence.ts";
import { type Chance, seededChance } from "@samovar/server/loop/headlines/statistics/posterior.ts";
import type { Figures, Options } from "./main.ts";
import { readRatedTitles, readTitlePairs } from "./title-data.ts";

export const about =
  "Headline tests: false winners, power; what the title's judge gets right on titles it has not seen";

const aims = { falseWinners: 0.05, ranked: 0.68, squaredError: 0.032 };
const folds = 5;
/** p < .05, .01 and .001, two-sided. The aim is for p < .01. */
const levels = { p05: 1.96, p01: 2.576, p001: 3.29 };

export async function measure({ data }: Options): Promise<Figures> {
  const tests = measureTests();
  const curiosity = await measureCuriosity(data);
  const ranking = await measureRanking(data);
  return {
    ...tests,
    ...curiosity,
    ...ranking,
    within_budget:
      tests.aa_false_winner_share <= aims.falseWinners &&
      curiosity.curiosity_squared_error <= aims.squaredError &&
      ranking.ranked_right_share_p01 >= aims.ranked,
  };
}

const runs = 10_000;
const looks = 40;
const exposuresALook = 250;

/** Equal arms looked at forty times each, and unequal ones, by the same rule that the product crowns winners with. */
function measureTests() {
  const chance = seededChance(20_261_124);
  const crowned = (rates: readonly number[], times: number) => {
    let winners = 0;
    let right = 0;
    for (let run = 0; run < times; run++) {
      const winner = runTest(rates, chance);
      if (winner !== undefined) winners++;
      if (winner === 1) right++;
    }
    return { share: winners / times, right: right / times };
  };
  const better = crowned([0.02, 0.03], 1000);
  const muchBetter = crowned([0.02, 0.04], 1000);
  return {
    aa_runs: runs,
    aa_looks: looks,
    aa_false_winner_share: round(crowned([0.03, 0.03], runs).share, 4),
    power_2_to_3_percent: round(better.right, 3),
    power_2_to_4_percent: round(muchBetter.right, 3),
    leader_found_share_four_titles: round(leaderShare(chance), 3),
  };
}

function runTest(rates: readonly number[], chance: Chance): number | undefined {
  const arms = rates.map(() => ({ exposures: 0, qualityClicks: 0 }));
  for (let look = 0; look < looks; look++) {
    for (const [at, arm] of arms.entries()) expose(arm, rates[at] ?? 0, chance);
    const winner = provenWinner(arms);
    if (winner !== undefined) return winner;
  }
  return undefined;
}

function expose(arm: { exposures: number; qualityClicks: number }, rate: number, chance: Chance): void {
  arm.exposures += exposuresALook;
  for (let one = 0; one < exposuresALook; one++) if (chance() < rate) arm.qualityClicks++;
}

/** Four titles of 2.0, 2.2, 2.5 and 3.0 % and 20,000 exposures: how often the best is named by expected loss. */
function leaderShare(chance: Chance): number {
  const rates = [0.02, 0.022, 0.025, 0.03];
  let found = 0;
  const times = 200;
  for (let run = 0; run < times; run++) {
    const arms = rates.map(() => ({ exposures: 0, qualityClicks: 0 }));
    for (let look = 0; look < 20; look++)
      for (const [at, arm] of arms.entries()) expose(arm, rates[at] ?? 0, chance);
    if (leaderOf(arms, chance) === 3) found++;
  }
  return found / times;
}

async function measureCuriosity(data: string) {
  const rated = await readRatedTitles(data);
  const groups = rated.map((_, at) => at % folds);
  const shipped = await readTitleModel();
  let error = 0;
  let shippedError = 0;
  for (let fold = 0; fold < folds; fold++) {
    const seen = rated.filter((_, at) => groups[at] !== fold);
    const idf = rarityAmong(seen, []);
    const model = trainCuriosity(seen, idf);
    for (const [at, { title, bait }] of rated.entries()) {
      if (groups[at] !== fold) continue;
      error += (curiosityOf(model, idf, title) - bait) ** 2;
      shippedError += (scoreTitle(shipped, title, null).curiosity - bait) ** 2;
    }
  }
  return {
    curiosity_titles: rated.length,
    curiosity_squared_error: round(error / rated.length, 4),
    curiosity_squared_error_of_the_mean: round(varianceOf(rated.map(({ bait }) => bait)), 4),
    curiosity_squared_error_shipped: round(shippedError / rated.length, 4),
  };
}

async function measureRanking(data: string) {
  const pairs = await readTitlePairs(data);
  const tests = new Map([...new Set(pairs.map(({ test }) => test))].map((test, at) => [test, at % folds]));
  const shipped = await readTitleModel();
  const judged: (TitlePair & { readonly isRight: boolean; readonly isRightShipped: boolean })[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = pairs.filter(({ test }) => tests.get(test) !== fold);
    const idf = rarityAmong([], seen);
    const model = trainAppeal(seen, idf);
    for (const pair of pairs) {
      if (tests.get(pair.test) !== fold) continue;
      const isRight = appealOf(model, idf, pair.winner) > appealOf(model, idf, pair.loser);
      const isRightShipped =
        scoreTitle(shipped, pair.winner, null).appeal > scoreTitle(shipped, pair.loser, null).appeal;
      judged.push({ ...pair, isRight, isRightShipped });
    }
  }
  const figures: Record<string, number> = {};
  for (const [name, z] of Object.entries(levels)) {
    const part = judged.filter((pair) => pair.z > z);
    const share = (is: (pair: (typeof judged)[number]) => boolean) =>
      round(part.filter(is).length / part.length, 4);
    figures[`ranked_pairs_${name}`] = part.length;
    figures[`ranked_right_share_${name}`] = share(({ isRight }) => isRight);
    figures[`longer_wins_share_${name}`] = share(({ winner, loser }) => winner.length > loser.length);
    figures[`ranked_right_share_shipped_${name}`] = share(({ isRightShipped }) => isRightShipped);
  }
  return { ...figures, ranked_right_share_p01: figures["ranked_right_share_p01"] ?? 0 };
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
