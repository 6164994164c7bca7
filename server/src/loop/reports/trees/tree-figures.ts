import { seededPoisson } from "./bootstrap.ts";

/**
 * A share tree as arrays: node 0 is the root (the link, or the page), all others are visitors who arrived; a parent
 * stands before none of its children necessarily.
 */
export interface Tree {
  readonly parents: Int32Array;
  /** Arrival in ms; of the root nothing that counts. */
  readonly at: Float64Array;
}

export interface TreeFigures {
  readonly nodes: number;
  readonly seeds: number;
  readonly maxDepth: number;
  readonly depths: number[];
  readonly able: number;
  readonly k: number | null;
  readonly kLow: number | null;
  readonly kHigh: number | null;
  readonly reach: number | null;
  readonly cycleSeconds: number | null;
  readonly structuralVirality: number | null;
}

/** Cycle times that a visitor must have had before he counts as one who shared or did not. */
const cyclesToShare = 3;
/** Work between two looks at whether somebody else waits: some milliseconds. */
const breathEvery = 50_000;

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What `measurement` defines of a tree, in time that grows with its nodes; others are let in between. */
export async function treeFigures(tree: Tree, now: number): Promise<TreeFigures> {
  const order = await fromTheRoot(tree.parents);
  const depthOf = new Int32Array(tree.parents.length);
  const depths: number[] = [];
  for (const node of order) {
    if (node === 0) continue;
    const depth = (depthOf[tree.parents[node] ?? 0] ?? 0) + 1;
    depthOf[node] = depth;
    depths[depth - 1] = (depths[depth - 1] ?? 0) + 1;
  }
  await breathe();
  const cycleMs = medianCycle(tree);
  await breathe();
  const branches = branchesOf(tree, { order, bornBefore: now - cyclesToShare * (cycleMs ?? 0) });
  const nodes = tree.parents.length - 1;
  return {
    nodes,
    seeds: depths[0] ?? 0,
    maxDepth: depths.length,
    depths,
    cycleSeconds: cycleMs === undefined ? null : cycleMs / 1000,
    structuralVirality: virality(tree.parents, order),
    ...kOf(branches),
  };
}

/** Nodes so that each comes after its parent. What hangs on no root (there is none) would be left out. */
async function fromTheRoot(parents: Int32Array): Promise<Int32Array> {
  const first = new Int32Array(parents.length).fill(-1);
  const next = new Int32Array(parents.length).fill(-1);
  for (let node = parents.length - 1; node > 0; node -= 1) {
    const parent = parents[node] ?? 0;
    next[node] = first[parent] ?? -1;
    first[parent] = node;
  }
  await breathe();
  const order = new Int32Array(parents.length);
  let filled = 1;
  for (let read = 0; read < filled; read += 1) {
    for (let child = first[order[read] ?? 0] ?? -1; child >= 0; child = next[child] ?? -1)
      order[filled++] = child;
    if (read % breathEvery === breathEvery - 1) await breathe();
  }
  return order.subarray(0, filled);
}

/** Median time from a visitor's arrival to that of whom he brought; the link itself has no arrival. */
function medianCycle({ parents, at }: Tree): number | undefined {
  const times = new Float64Array(parents.length);
  let count = 0;
  for (let node = 1; node < parents.length; node += 1) {
    const parent = parents[node] ?? 0;
    if (parent > 0) times[count++] = Math.max(0, (at[node] ?? 0) - (at[parent] ?? 0));
  }
  if (count === 0) return undefined;
  const sorted = times.subarray(0, count).toSorted();
  const middle = count >> 1;
  return count % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Below each seed: visitors who have had their time to share, and those whom they brought. */
export interface Branch {
  readonly able: number;
  readonly brought: number;
}

const countOne = (counts: Float64Array, node: number) => {
  counts[node] = (counts[node] ?? 0) + 1;
};

function branchesOf(
  { parents, at }: Tree,
  { order, bornBefore }: { readonly order: Int32Array; readonly bornBefore: number },
): Branch[] {
  const seedOf = new Int32Array(parents.length);
  const able = new Float64Array(parents.length);
  const brought = new Float64Array(parents.length);
  const seeds: number[] = [];
  const isAble = (node: number) => (at[node] ?? 0) <= bornBefore;
  for (const node of order) {
    if (node === 0) continue;
    const parent = parents[node] ?? 0;
    const seed = parent === 0 ? node : (seedOf[parent] ?? 0);
    seedOf[node] = seed;
    if (parent === 0) seeds.push(node);
    if (isAble(node)) countOne(able, seed);
    if (parent > 0 && isAble(parent)) countOne(brought, seed);
  }
  return seeds.map((seed) => ({ able: able[seed] ?? 0, brought: brought[seed] ?? 0 }));
}

const resamples = 1000;

/** K with its 95 % interval: a Poisson bootstrap over roots, like roots drawn together. */
export function kOf(branches: readonly Branch[]) {
  const able = branches.reduce((sum, branch) => sum + branch.able, 0);
  if (able === 0) return { able, k: null, kLow: null, kHigh: null, reach: null };
  const k = branches.reduce((sum, branch) => sum + branch.brought, 0) / able;
  const alike = [...Map.groupBy(branches, (branch) => `${branch.able} ${branch.brought}`).values()];
  const poisson = seededPoisson(branches.length);
  const drawn: number[] = [];
  for (let turn = 0; turn < resamples; turn += 1) {
    let allAble = 0;
    let allBrought = 0;
    for (const group of alike) {
      const times = poisson(group.length);
      allAble += times * (group[0]?.able ?? 0);
      allBrought += times * (group[0]?.brought ?? 0);
    }
    if (allAble > 0) drawn.push(allBrought / allAble);
  }
  drawn.sort((left, right) => left - right);
  const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? null;
  return { able, k, kLow: at(0.025), kHigh: at(0.975), reach: k < 1 ? 1 / (1 - k) : null };
}

/** Mean distance over pairs of nodes, the root among them: an edge lies on as many paths as it parts pairs. */
export function virality(parents: Int32Array, order: Int32Array): number | null {
  const all = parents.length;
  if (all < 2) return null;
  const below = new Float64Array(all).fill(1);
  let sum = 0;
  for (let index = order.length - 1; index > 0; index -= 1) {
    const node = order[index] ?? 0;
    const size = below[node] ?? 0;
    const parent = parents[node] ?? 0;
    below[parent] = (below[parent] ?? 0) + size;
    sum += size * (all - size);
  }
  return sum / ((all * (all - 1)) / 2);
}
