const z95 = 1.959964;

/** Wilson's 95 % interval of a share: honest for few cases too, and never outside 0 to 1. */
export function wilson(
  successes: number,
  cases: number,
): { readonly rate: number; readonly low: number; readonly high: number } {
  if (cases === 0) return { rate: 0, low: 0, high: 1 };
  const rate = successes / cases;
  const spread = z95 ** 2 / cases;
  const middle = (rate + spread / 2) / (1 + spread);
  const half = (z95 / (1 + spread)) * Math.sqrt((rate * (1 - rate)) / cases + spread / (4 * cases));
  return { rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
