import { alarmBelow, sampleRatioChance } from "./statistics/sample-ratio.ts";
import { type ArmCount, judgeArms, leaderOf, minExposures } from "./statistics/arms.ts";
import { provenWinner, rateInterval } from "./statistics/confidence-sequence.ts";
import { seededChance } from "./statistics/posterior.ts";
import type { ArmHour } from "./count-arms.ts";
import type { HeadlineReport } from "./schema.ts";
import type { StoredTest } from "./stored-test.ts";

/** What one arm has got in all. Exposures are null where nobody tells. */
export interface ArmTotal {
  readonly exposures: number | null;
  readonly clicks: number;
  readonly qualityClicks: number;
}

/** What is said of a test whose arms got these hours of readers. */
export function judgePageTest(stored: StoredTest, hours: readonly ArmHour[]): HeadlineReport {
  const totals = stored.arms.map(({ id }) => totalOf(hours.filter(({ armId }) => armId === id)));
  const expected = expectedShares(stored, hours);
  const chance = sampleRatioChance(
    totals.map(({ exposures }, at) => ({ exposures: exposures ?? 0, expected: expected[at] ?? 0 })),
  );
  return { ...judgeTotals(stored, totals, chance), days: daysOf(stored, hours) };
}

/** What is said of posts: the networks tell how many saw them, or they don't. */
export function judgePostTest(stored: StoredTest, totals: readonly ArmTotal[]): HeadlineReport {
  return { ...judgeTotals(stored, totals, null), days: [] };
}

function judgeTotals(
  stored: StoredTest,
  totals: readonly ArmTotal[],
  sampleRatio: number | null,
): Omit<HeadlineReport, "days"> {
  const counts = totals.map(({ exposures, qualityClicks }): ArmCount | undefined =>
    exposures === null ? undefined : { exposures, qualityClicks: Math.min(qualityClicks, exposures) },
  );
  const known = counts.filter((count) => count !== undefined);
  const isKnown = known.length === counts.length;
  // The same question gets the same answer: draws are seeded by what was counted.
  const seed = known.reduce((sum, one) => sum + one.exposures * 31 + one.qualityClicks, 1);
  const judged = isKnown ? judgeArms(known, seededChance(seed)) : undefined;
  const decision = isKnown ? decide(known, { sampleRatio, seed }) : ({ verdict: "unknown-reach" } as const);
  const weights = stored.allocations.at(-1)?.weights ?? [];
  return {
    ...stored.test,
    sampleRatioChance: sampleRatio,
    verdict: decision.verdict,
    leaderId: ("leader" in decision && stored.arms[decision.leader]?.id) || null,
    arms: stored.arms.map((arm, at) => ({
      ...arm,
      ...(totals[at] ?? { exposures: null, clicks: 0, qualityClicks: 0 }),
      ...rateOf(counts[at]),
      weight: weights[at] ?? 0,
      bestChance: judged?.bestChance[at] ?? null,
      expectedLoss: judged?.expectedLoss[at] ?? null,
    })),
  };
}

function rateOf(count: ArmCount | undefined) {
  if (!count || count.exposures === 0) return { rate: null, interval: null };
  return { rate: count.qualityClicks / count.exposures, interval: rateInterval(count) };
}

type Decision =
  | { readonly verdict: "too-few" | "undecided" | "spoilt" }
  | { readonly verdict: "leading" | "proven"; readonly leader: number };

interface Signs {
  readonly sampleRatio: number | null;
  readonly seed: number;
}

function decide(arms: readonly ArmCount[], { sampleRatio, seed }: Signs): Decision {
  if (sampleRatio !== null && sampleRatio < alarmBelow) return { verdict: "spoilt" };
  if (arms.some(({ exposures }) => exposures < minExposures)) return { verdict: "too-few" };
  const proven = provenWinner(arms);
  if (proven !== undefined) return { verdict: "proven", leader: proven };
  const leader = leaderOf(arms, seededChance(seed));
  return leader === undefined ? { verdict: "undecided" } : { verdict: "leading", leader };
}

function totalOf(hours: readonly ArmHour[]): ArmTotal {
  const sum = (field: "exposures" | "clicks" | "qualityClicks") =>
    hours.reduce((total, hour) => total + hour[field], 0);
  return { exposures: sum("exposures"), clicks: sum("clicks"), qualityClicks: sum("qualityClicks") };
}

/** Of all readers of each hour, how many the weights of that hour meant for each arm. */
function expectedShares({ arms, allocations }: StoredTest, hours: readonly ArmHour[]): number[] {
  const expected = arms.map(() => 0);
  for (const { hour, exposures } of hours) {
    const end = new Date(hour).getTime() + 3_600_000;
    const weights = allocations.findLast(({ since }) => since.getTime() < end)?.weights ?? [];
    for (const at of expected.keys()) expected[at] = (expected[at] ?? 0) + exposures * (weights[at] ?? 0);
  }
  return expected;
}

function daysOf({ arms }: StoredTest, hours: readonly ArmHour[]): HeadlineReport["days"] {
  return [...Map.groupBy(hours, ({ hour }) => hour.slice(0, 10))].map(([day, some]) => ({
    day,
    exposures: arms.map(({ id }) => totalOf(some.filter(({ armId }) => armId === id)).exposures ?? 0),
    qualityClicks: arms.map(({ id }) => totalOf(some.filter(({ armId }) => armId === id)).qualityClicks),
  }));
}
