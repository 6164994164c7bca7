/** A leaf's value, or a question: is the feature at most the threshold? */
export type Tree =
  | number
  | { readonly feature: number; readonly threshold: number; readonly low: Tree; readonly high: Tree };

export interface BoostedTrees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

interface BoostOptions {
  readonly rounds: number;
  /** Share of each tree's word that is believed. */
  readonly rate: number;
  readonly depth: number;
  readonly minLeaf: number;
  /** Leaves' sums are divided by their size and this: small leaves say little. */
  readonly shrinkage: number;
}

const binCount = 32;
const defaults: BoostOptions = { rounds: 150, rate: 0.06, depth: 3, minLeaf: 40, shrinkage: 5 };

/** Gradient boosting for squared errors over features cut into 32 bins each. `rows` are dense and equally long. */
export function fitBoostedTrees(
  rows: readonly Float64Array[],
  targets: ArrayLike<number>,
  options: Partial<BoostOptions> = {},
): BoostedTrees {
  const settings = { ...defaults, ...options };
  const width = rows[0]?.length ?? 0;
  const cuts = Array.from({ length: width }, (_, feature) => cutsOf(rows, feature));
  const bins = rows.map((row) => Uint8Array.from(row, (value, feature) => binOf(value, cuts[feature] ?? [])));
  const base = mean(targets, rows.length);
  const residuals = Float64Array.from({ length: rows.length }, (_, at) => (targets[at] ?? 0) - base);
  const everybody = Array.from(rows.keys());
  const trees: Tree[] = [];
  for (let round = 0; round < settings.rounds; round++) {
    const tree = growTree({ bins, residuals, cuts, settings }, everybody, settings.depth);
    trees.push(tree);
    for (const [at, row] of rows.entries()) residuals[at] = (residuals[at] ?? 0) - treeSays(tree, row);
  }
  return { base, trees };
}

export function boostedTreesSay({ base, trees }: BoostedTrees, row: Float64Array): number {
  return trees.reduce<number>((sum, tree) => sum + treeSays(tree, row), base);
}

function treeSays(tree: Tree, row: Float64Array): number {
  let node = tree;
  while (typeof node !== "number") node = (row[node.feature] ?? 0) <= node.threshold ? node.low : node.high;
  return node;
}

interface Growing {
  readonly bins: readonly Uint8Array[];
  readonly residuals: Float64Array;
  readonly cuts: readonly (readonly number[])[];
  readonly settings: BoostOptions;
}

function growTree(growing: Growing, members: readonly number[], depth: number): Tree {
  const split = depth > 0 ? bestSplit(growing, members) : undefined;
  if (!split) return leafOf(growing, members);
  const isLow = (at: number) => (growing.bins[at]?.[split.feature] ?? 0) <= split.bin;
  return {
    feature: split.feature,
    threshold: growing.cuts[split.feature]?.[split.bin] ?? Infinity,
    low: growTree(growing, members.filter(isLow), depth - 1),
    high: growTree(
      growing,
      members.filter((at) => !isLow(at)),
      depth - 1,
    ),
  };
}

function leafOf({ residuals, settings }: Growing, members: readonly number[]): number {
  const sum = members.reduce((total, at) => total + (residuals[at] ?? 0), 0);
  return (settings.rate * sum) / (members.length + settings.shrinkage);
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

function bestSplit(growing: Growing, members: readonly number[]): Split | undefined {
  let best: Split | undefined;
  for (let feature = 0; feature < growing.cuts.length; feature++) {
    const split = bestSplitOf(growing, members, feature);
    if (split && split.gain > (best?.gain ?? 1e-9)) best = split;
  }
  return best;
}

function bestSplitOf(growing: Growing, members: readonly number[], feature: number): Split | undefined {
  const { sums, sizes, whole } = binSums(growing, members, feature);
  const { shrinkage, minLeaf } = growing.settings;
  const worth = (sum: number, size: number) => (sum * sum) / (size + shrinkage);
  let best: Split | undefined;
  let low = { sum: 0, size: 0 };
  for (let bin = 0; bin < binCount - 1; bin++) {
    low = { sum: low.sum + (sums[bin] ?? 0), size: low.size + (sizes[bin] ?? 0) };
    const rest = members.length - low.size;
    if (Math.min(low.size, rest) < minLeaf) continue;
    const gain = worth(low.sum, low.size) + worth(whole - low.sum, rest) - worth(whole, members.length);
    if (gain > (best?.gain ?? 0)) best = { feature, bin, gain };
  }
  return best;
}

/** Sums and sizes of the residuals by the feature's bins. */
function binSums({ bins, residuals }: Growing, members: readonly number[], feature: number) {
  const sums = new Float64Array(binCount);
  const sizes = new Float64Array(binCount);
  let whole = 0;
  for (const at of members) {
    const bin = bins[at]?.[feature] ?? 0;
    const residual = residuals[at] ?? 0;
    sums[bin] = (sums[bin] ?? 0) + residual;
    sizes[bin] = (sizes[bin] ?? 0) + 1;
    whole += residual;
  }
  return { sums, sizes, whole };
}

/** Up to 31 values that cut a feature into bins of about equal size. */
function cutsOf(rows: readonly Float64Array[], feature: number): readonly number[] {
  const sorted = rows.map((row) => row[feature] ?? 0).toSorted((a, b) => a - b);
  const wanted = Array.from(
    { length: binCount - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / binCount)] ?? 0,
  );
  return [...new Set(wanted)];
}

function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin++;
  return bin;
}

function mean(values: ArrayLike<number>, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += values[at] ?? 0;
  return sum / Math.max(1, size);
}
