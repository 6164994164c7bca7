/** A chance in [0, 1): `Math.random`, or one of a seed in tests and benches. */
export type Chance = () => number;

/** A chance that repeats for its seed (mulberry32). */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws from Beta(a, b), as a ratio of two Gamma draws. */
export function drawBeta(a: number, b: number, chance: Chance): number {
  const first = drawGamma(a, chance);
  return first / (first + drawGamma(b, chance));
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000); for shapes of at least 1. */
function drawGamma(shape: number, chance: Chance): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(chance);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - chance();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box and Muller. */
function drawNormal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
