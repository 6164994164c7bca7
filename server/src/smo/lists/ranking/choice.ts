/** Weights that learn from choices: which of several was taken, each told by the same features. */
export interface Choice {
  readonly weights: Float64Array;
  /** Sums of squared gradients, by which each weight's steps grow smaller (AdaGrad). */
  readonly spent: Float64Array;
}

export function startChoice(weights: readonly number[]): Choice {
  return { weights: Float64Array.from(weights), spent: new Float64Array(weights.length).fill(1e-6) };
}

/** The weighted sum of a candidate's features. */
export function scoreOf(weights: ArrayLike<number>, features: ArrayLike<number>): number {
  let score = 0;
  for (let at = 0; at < features.length; at += 1) score += (weights[at] ?? 0) * (features[at] ?? 0);
  return score;
}

const rate = 0.05;
/** Candidates that were all but impossible move nothing. */
const least = 1e-5;

/** One step of a conditional logit (softmax over the candidates) towards the candidate that was taken. */
export function learnChoice(choice: Choice, candidates: readonly ArrayLike<number>[], taken: number): void {
  const scores = candidates.map((features) => scoreOf(choice.weights, features));
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((all, power) => all + power, 0);
  const slope = new Float64Array(choice.weights.length);
  candidates.forEach((features, index) => {
    const off = (powers[index] ?? 0) / sum - (index === taken ? 1 : 0);
    if (Math.abs(off) < least) return;
    for (let at = 0; at < slope.length; at += 1) slope[at] = (slope[at] ?? 0) + off * (features[at] ?? 0);
  });
  for (let at = 0; at < slope.length; at += 1) {
    const step = slope[at] ?? 0;
    const spent = (choice.spent[at] ?? 0) + step * step;
    choice.spent[at] = spent;
    choice.weights[at] = (choice.weights[at] ?? 0) - (rate * step) / Math.sqrt(spent);
  }
}
