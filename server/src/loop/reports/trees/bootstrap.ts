/**
 * Draws from Poisson distributions, the same after the same seed, so that a report asked twice says the same. Above a
 * mean of 30 the normal distribution stands in for it, rounded: their quantiles differ by less than one there.
 */
export function seededPoisson(seed: number): (mean: number) => number {
  const random = uniform(seed);
  return (mean) => {
    if (mean > 30) {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
    }
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = random(); product > limit; product *= random()) count += 1;
    return count;
  };
}

/** mulberry32: 32 bits of state, good enough for a bootstrap. */
function uniform(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
