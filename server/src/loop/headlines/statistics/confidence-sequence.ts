import type { ArmCount } from "./arms.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Where the sequence is tightest: at about so many exposures. The answer holds at every other size too. */
const tightestAt = 5000;

/**
 * An interval for a rate that may be looked at as often as one likes: over all looks together it misses the truth
 * with at most `alpha`. Waudby-Smith et al., "Time-uniform central limit theory and asymptotic confidence sequences",
 * arXiv 2103.06476, theorem 2.2: mean ± σ̂ √(2 (nρ² + 1) / (n²ρ²) · ln(√(nρ² + 1) / α)).
 */
export function rateInterval({ exposures, qualityClicks }: ArmCount, alpha = 0.05): Interval {
  if (exposures <= 0) return { low: 0, high: 1 };
  const rate = qualityClicks / exposures;
  const radius = radiusOf(smoothVariance({ exposures, qualityClicks }), exposures, alpha);
  return { low: Math.max(0, rate - radius), high: Math.min(1, rate + radius) };
}

/** The same for how much the first arm's rate is above the second's. It excludes 0: one of them is better. */
export function differenceInterval(first: ArmCount, second: ArmCount, alpha = 0.05): Interval {
  if (first.exposures <= 0 || second.exposures <= 0) return { low: -1, high: 1 };
  const gap = first.qualityClicks / first.exposures - second.qualityClicks / second.exposures;
  const exposures = first.exposures + second.exposures;
  // By inverse probability: each exposure tells of one arm, in the share that the arms have had.
  const variance =
    (smoothVariance(first) * exposures) / first.exposures +
    (smoothVariance(second) * exposures) / second.exposures;
  const radius = radiusOf(variance, exposures, alpha);
  return { low: Math.max(-1, gap - radius), high: Math.min(1, gap + radius) };
}

/** An arm without a click, or with nothing else, is not certain to stay so. */
function smoothVariance({ exposures, qualityClicks }: ArmCount): number {
  const rate = (qualityClicks + 0.5) / (exposures + 1);
  return rate * (1 - rate);
}

function radiusOf(variance: number, n: number, alpha: number): number {
  const rho2 = (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / tightestAt;
  return (
    Math.sqrt(variance) *
    Math.sqrt(((2 * (n * rho2 + 1)) / (n * n * rho2)) * Math.log(Math.sqrt(n * rho2 + 1) / alpha))
  );
}

/**
 * The arm that is better than every other, whenever one looks; undefined while that is not shown. Between k arms the
 * error is shared out over the pairs.
 */
export function provenWinner(arms: readonly ArmCount[], alpha = 0.05): number | undefined {
  const pairs = (arms.length * (arms.length - 1)) / 2;
  const found = arms.findIndex((arm, at) =>
    arms.every(
      (other, otherAt) =>
        at === otherAt || differenceInterval(arm, other, alpha / Math.max(1, pairs)).low > 0,
    ),
  );
  return found < 0 || arms.length < 2 ? undefined : found;
}
