/** Something that too few have seen: how often it was shown to be judged, and taken. */
export interface Unjudged<Id> {
  readonly id: Id;
  readonly shown: number;
  readonly taken: number;
}

/** What is believed of a material that nobody has seen: one in ten takes it, and that is not held for sure. */
const prior = { taken: 1, left: 9 };

/**
 * Thompson sampling: draws for each what share may take it, as far as that is known, and answers the id with the
 * highest draw. What is known little is drawn widely, so that it gets its turn; what was left lying gets it seldom.
 */
export function explore<Id>(unjudged: readonly Unjudged<Id>[], random: () => number): Id | undefined {
  let best: { readonly id: Id; readonly draw: number } | undefined;
  for (const { id, shown, taken } of unjudged) {
    const draw = drawBeta(prior.taken + taken, prior.left + Math.max(0, shown - taken), random);
    if (!best || draw > best.draw) best = { id, draw };
  }
  return best?.id;
}

function drawBeta(a: number, b: number, random: () => number): number {
  const one = drawGamma(a, random);
  return one / (one + drawGamma(b, random));
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; for shapes of 1 and more. */
function drawGamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box and Muller. */
const drawNormal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
