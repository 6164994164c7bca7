import type { Tree } from "../trees/tree-figures.ts";

interface Cascades {
  readonly seeds: number;
  /** Visitors whom each brings, on the mean: K. */
  readonly k: number;
  /** Mean time until each of them comes; delays are exponential. */
  readonly delayMs: number;
  /** Seeds come evenly over this long before the end, where everything later is not seen. */
  readonly spanMs: number;
  readonly random: () => number;
}

/** A branching process that is looked at when its youngest have not shared yet. Its end is at 0. */
export function simulateCascades({ seeds, k, delayMs, spanMs, random }: Cascades): Tree {
  const nodes: { readonly parent: number; readonly at: number }[] = [{ parent: 0, at: 0 }];
  for (let seed = 0; seed < seeds; seed += 1) nodes.push({ parent: 0, at: -random() * spanMs });
  for (let node = 1; node < nodes.length; node += 1) {
    const { at } = nodes[node] ?? { at: 0 };
    for (let left = poisson(k, random); left > 0; left -= 1) {
      const childAt = at - Math.log(1 - random()) * delayMs;
      if (childAt < 0) nodes.push({ parent: node, at: childAt });
    }
  }
  return {
    parents: Int32Array.from(nodes.map(({ parent }) => parent)),
    at: Float64Array.from(nodes.map(({ at }) => at)),
  };
}

function poisson(mean: number, random: () => number): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count += 1;
  return count;
}
