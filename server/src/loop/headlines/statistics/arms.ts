import { type Chance, drawBeta } from "./posterior.ts";

/** One title of a test, counted: whom it was shown to, and how many of them came and read. */
export interface ArmCount {
  readonly exposures: number;
  readonly qualityClicks: number;
}

/** What the arms' posteriors say, in the arms' order. */
export interface ArmsJudged {
  /** Chance that the arm is the best of all. */
  readonly bestChance: readonly number[];
  /** Clicks per exposure that one loses on average by choosing this arm for good. */
  readonly expectedLoss: readonly number[];
}

const draws = 4000;

/** Draws from the Beta posteriors (from a uniform prior) of each arm's rate, and counts who wins and by how much. */
export function judgeArms(arms: readonly ArmCount[], chance: Chance = Math.random): ArmsJudged {
  const wins = arms.map(() => 0);
  const losses = arms.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const rates = arms.map((arm) => drawRate(arm, chance));
    const best = Math.max(...rates);
    for (const [at, rate] of rates.entries()) {
      losses[at] = (losses[at] ?? 0) + (best - rate) / draws;
      if (rate === best) wins[at] = (wins[at] ?? 0) + 1 / draws;
    }
  }
  return { bestChance: wins, expectedLoss: losses };
}

function drawRate({ exposures, qualityClicks }: ArmCount, chance: Chance): number {
  return drawBeta(1 + qualityClicks, 1 + Math.max(0, exposures - qualityClicks), chance);
}

/** Before each arm was shown this often, all are shown equally. */
export const minExposures = 100;
/** No arm is ever shown to less than this share: a taste that changes must be noticed. */
export const minWeight = 0.05;

/** Thompson sampling: each arm's share of the next readers is its chance of being the best, above the floor. */
export function nextWeights(arms: readonly ArmCount[], chance?: Chance): readonly number[] {
  if (arms.some(({ exposures }) => exposures < minExposures)) return arms.map(() => 1 / arms.length);
  const floor = Math.min(minWeight, 1 / arms.length);
  const free = 1 - floor * arms.length;
  return judgeArms(arms, chance).bestChance.map((share) => floor + share * free);
}

/** A test has told enough when choosing its leader costs less than this share of the leader's rate. */
export const enoughLoss = 0.01;

/** The arm to choose now, or undefined while the test should go on: by expected loss, not by a raw count. */
export function leaderOf(arms: readonly ArmCount[], chance?: Chance): number | undefined {
  if (arms.length < 2 || arms.some(({ exposures }) => exposures < minExposures)) return undefined;
  const { expectedLoss } = judgeArms(arms, chance);
  const leader = expectedLoss.indexOf(Math.min(...expectedLoss));
  const arm = arms[leader];
  if (!arm || arm.qualityClicks === 0) return undefined;
  const rate = arm.qualityClicks / arm.exposures;
  return (expectedLoss[leader] ?? 1) < enoughLoss * rate ? leader : undefined;
}

/** Half of what was counted so long ago weighs half: tastes drift. */
export const halfLifeDays = 14;

/** Days' counts, newest with age 0, as one count in which older days weigh less. */
export function fadeCounts(days: readonly (ArmCount & { readonly ageDays: number })[]): ArmCount {
  let exposures = 0;
  let qualityClicks = 0;
  for (const day of days) {
    const weight = 2 ** (-day.ageDays / halfLifeDays);
    exposures += day.exposures * weight;
    qualityClicks += day.qualityClicks * weight;
  }
  return { exposures, qualityClicks };
}
