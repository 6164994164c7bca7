/** A logistic regression's weights, on features as they are (not standardised). */
export interface Logistic {
  readonly weights: readonly number[];
  readonly bias: number;
}

interface Row {
  readonly features: readonly number[];
  readonly isTrue: boolean;
}

const rounds = 400;
const step = 0.02;

/** The log-odds that it is true. */
export function oddsOf({ weights, bias }: Logistic, features: readonly number[]): number {
  return features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), bias);
}

/** Fits by gradient descent (RMSProp) on standardised features, with a ridge of `l2`. Deterministic. */
export function fitLogistic(rows: readonly Row[], l2 = 1e-3): Logistic {
  const scale = scaleOf(rows);
  const scaled = rows.map(({ features, isTrue }) => ({
    features: features.map((feature, at) => (feature - (scale[at]?.mean ?? 0)) / (scale[at]?.spread ?? 1)),
    isTrue,
  }));
  let model: Logistic = { weights: scale.map(() => 0), bias: 0 };
  const pace = new Float64Array(scale.length + 1);
  for (let round = 0; round < rounds; round += 1) {
    const slopes = slopesOf(model, scaled);
    const pull = (weight: number, at: number) =>
      paced(pace, at, (slopes[at] ?? 0) / rows.length + l2 * weight);
    const weights = model.weights.map((weight, at) => weight - pull(weight, at));
    model = { weights, bias: model.bias - pull(0, scale.length) };
  }
  const weights = model.weights.map((weight, at) => weight / (scale[at]?.spread ?? 1));
  const bias = weights.reduce((sum, weight, at) => sum - weight * (scale[at]?.mean ?? 0), model.bias);
  return { weights, bias };
}

/** How steeply the loss rises with each weight, and with the bias, which is the last. */
function slopesOf(model: Logistic, rows: readonly Row[]): Float64Array {
  const slopes = new Float64Array(model.weights.length + 1);
  for (const { features, isTrue } of rows) {
    const off = 1 / (1 + Math.exp(-oddsOf(model, features))) - (isTrue ? 1 : 0);
    for (const [at, feature] of features.entries()) slopes[at] = (slopes[at] ?? 0) + off * feature;
    slopes[features.length] = (slopes[features.length] ?? 0) + off;
  }
  return slopes;
}

function paced(pace: Float64Array, at: number, slope: number): number {
  const square = 0.95 * (pace[at] ?? 0) + 0.05 * slope * slope;
  pace[at] = square;
  return (step * slope) / Math.sqrt(square + 1e-8);
}

function scaleOf(rows: readonly Row[]): readonly { readonly mean: number; readonly spread: number }[] {
  const [first] = rows;
  return (first?.features ?? []).map((_, at) => {
    const mean = rows.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / rows.length;
    const square = rows.reduce((sum, { features }) => sum + ((features[at] ?? 0) - mean) ** 2, 0);
    return { mean, spread: Math.sqrt(square / rows.length) || 1 };
  });
}
