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

/** Of a node that the tree has; a typed array alone can't promise that. */
const read = (values: Int32Array | Float64Array, node: number) => values[node] ?? 0;

const add = (values: Int32Array, node: number, more: number) => {
  values[node] = read(values, node) + more;
};

/** As many nodes as may be drawn, those with most below them first: what is drawn hangs together. */
export function drawTree(tree: ReadTree, limit: number): { nodes: DrawnNode[]; left: number } {
  const { parents } = tree;
  const { below, children, depth } = measure(parents);
  // A parent has more below it than each of its children, so the first of this order are a tree.
  const kept = Array.from(parents.keys())
    .toSorted((left, right) => read(below, right) - read(below, left) || left - right)
    .slice(0, limit)
    .toSorted((left, right) => left - right);
  const drawn = new Int32Array(parents.length);
  for (const node of kept) if (node > 0) add(drawn, read(parents, node), 1);
  const nodes = kept.map((node) => ({
    id: node,
    parent: node === 0 ? null : read(parents, node),
    depth: read(depth, node),
    at: node === 0 ? null : new Date(read(tree.at, node)),
    children: read(children, node),
    below: read(below, node),
    more: read(children, node) - read(drawn, node),
    network: tree.networks[node] ?? "",
    isRead: tree.isRead[node] === 1,
  }));
  return { nodes, left: parents.length - nodes.length };
}

/** A node stands after its parent: one walk back counts what is below, and one on tells how deep it lies. */
export function measure(parents: Int32Array) {
  const below = new Int32Array(parents.length);
  const children = new Int32Array(parents.length);
  const depth = new Int32Array(parents.length);
  for (let node = parents.length - 1; node > 0; node -= 1) {
    const parent = read(parents, node);
    add(below, parent, read(below, node) + 1);
    add(children, parent, 1);
  }
  for (let node = 1; node < parents.length; node += 1) depth[node] = read(depth, read(parents, node)) + 1;
  return { below, children, depth };
}
