/** Numbers of a tree the long way: each pair's distance walked, each node's depth climbed. */
export function naiveTree(parents: ArrayLike<number>) {
  const chain = (node: number): number[] => {
    const above = [node];
    for (let at = node; at !== 0;) {
      at = parents[at] ?? 0;
      above.push(at);
    }
    return above;
  };
  const chains = Array.from({ length: parents.length }, (_, node) => chain(node));
  let sum = 0;
  let pairs = 0;
  for (let left = 0; left < parents.length; left += 1) {
    for (let right = left + 1; right < parents.length; right += 1) {
      const others = chains[right] ?? [];
      const own = chains[left] ?? [];
      const meeting = own.findIndex((node) => others.includes(node));
      sum += meeting + others.indexOf(own[meeting] ?? 0);
      pairs += 1;
    }
  }
  const depths: number[] = [];
  for (const above of chains.slice(1)) depths[above.length - 2] = (depths[above.length - 2] ?? 0) + 1;
  return { virality: pairs === 0 ? null : sum / pairs, depths, nodes: parents.length - 1 };
}
