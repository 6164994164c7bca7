import type { ReadTree } from "./read-tree.ts";

export interface DrawnNode {
  readonly id: number;
  readonly parent: number | null;
  readonly depth: number;
  readonly at: Date | null;
  readonly children: number;
  readonly below: number;
  readonly more: number;
  readonly network: string;
  readonly isRead: boolean;
}

/** As many nodes as may be drawn, those with most below them first: what is drawn hangs together. */
export function drawTree(tree: ReadTree, limit: number): { nodes: DrawnNode[]; left: number } {
  const { parents } = tree;
  const below = new Int32Array(parents.length);
  const children = new Int32Array(parents.length);
  const depth = new Int32Array(parents.length);
  for (let node = parents.length - 1; node > 0; node -= 1) {
    const parent = parents[node] ?? 0;
    below[parent] = (below[parent] ?? 0) + (below[node] ?? 0) + 1;
    children[parent] = (children[parent] ?? 0) + 1;
  }
  for (let node = 1; node < parents.length; node += 1) depth[node] = (depth[parents[node] ?? 0] ?? 0) + 1;
  // A parent has more below it than each of its children, so the first of this order are a tree.
  const kept = Array.from(parents.keys())
    .toSorted((left, right) => (below[right] ?? 0) - (below[left] ?? 0) || left - right)
    .slice(0, limit)
    .toSorted((left, right) => left - right);
  const drawn = new Int32Array(parents.length);
  for (const node of kept) if (node > 0) drawn[parents[node] ?? 0] = (drawn[parents[node] ?? 0] ?? 0) + 1;
  const nodes = kept.map((node) => ({
    id: node,
    parent: node === 0 ? null : (parents[node] ?? 0),
    depth: depth[node] ?? 0,
    at: node === 0 ? null : new Date(tree.at[node] ?? 0),
    children: children[node] ?? 0,
    below: below[node] ?? 0,
    more: (children[node] ?? 0) - (drawn[node] ?? 0),
    network: tree.networks[node] ?? "",
    isRead: tree.isRead[node] === 1,
  }));
  return { nodes, left: parents.length - nodes.length };
}
