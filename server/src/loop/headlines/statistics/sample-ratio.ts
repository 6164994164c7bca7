/** One arm: how often it was shown, and how often its weights at those times let us expect. */
export interface Allocation {
  readonly exposures: number;
  readonly expected: number;
}

/** Below this the shares are no chance: somebody serves one arm to everybody, or loses one arm's counts. */
export const alarmBelow = 0.001;

/**
 * The chance of shares at least as far from the expected ones, by chi-squared with k − 1 degrees of freedom. A test
 * whose ratio is off measures its cache, not its titles.
 */
export function sampleRatioChance(arms: readonly Allocation[]): number {
  const shown = arms.reduce((sum, { exposures }) => sum + exposures, 0);
  const expected = arms.reduce((sum, arm) => sum + arm.expected, 0);
  if (shown === 0 || expected === 0 || arms.length < 2) return 1;
  let statistic = 0;
  for (const arm of arms) {
    const wanted = (arm.expected / expected) * shown;
    if (wanted > 0) statistic += (arm.exposures - wanted) ** 2 / wanted;
    else if (arm.exposures > 0) return 0;
  }
  return upperGamma((arms.length - 1) / 2, statistic / 2);
}

/** Regularised upper incomplete gamma function Q(a, x); Numerical Recipes, 3rd edition, §6.2. */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

const closeEnough = 1e-14;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * closeEnough; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz's continued fraction. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < 1000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    product *= d * c;
    if (Math.abs(d * c - 1) < closeEnough) break;
  }
  return product;
}

/** Lanczos' approximation. */
function logGamma(x: number): number {
  const coefficients = [
    76.180091729471, -86.505320329417, 24.014098240831, -1.2317395724502, 1.2086509738662e-3,
    -5.395239384953e-6,
  ];
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const series = coefficients.reduce((sum, one, at) => sum + one / (x + 1 + at), 1.000000000190015);
  return -t + Math.log((Math.sqrt(2 * Math.PI) * series) / x);
}
