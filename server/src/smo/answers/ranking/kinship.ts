import type { AnalysedPassage } from "./analyse.ts";

export interface Kinship {
  /** 0: they stand together no oftener than by chance; 1: always in the same passages. */
  readonly between: (asked: string, other: string) => number;
}

/**
 * Which words go together, learned from the very passages that came into question: "cancel" and "refund" are no forms
 * of one word, but a site speaks of both in the same breath. The cosine of the passages that hold each, by how often,
 * less what chance would make of it.
 */
export function createKinship(asked: readonly string[], passages: readonly AnalysedPassage[]): Kinship {
  const places = placesOf(asked, passages);
  const lengths = new Map([...places].map(([stem, at]) => [stem, lengthOf(at)]));
  const known = new Map(asked.map((stem) => [stem, new Map<string, number>()]));
  const compute = (stem: string, other: string): number => {
    const [mine, theirs] = [places.get(stem), places.get(other)];
    if (!mine?.size || !theirs?.size) return 0;
    const cosine = productOf(mine, theirs) / ((lengths.get(stem) ?? 1) * (lengths.get(other) ?? 1));
    const byChance = Math.sqrt(mine.size * theirs.size) / passages.length;
    return byChance >= 1 ? 0 : Math.max(0, (cosine - byChance) / (1 - byChance));
  };
  return {
    between(stem, other) {
      const row = known.get(stem);
      const before = row?.get(other);
      if (before !== undefined) return before;
      const found = compute(stem, other);
      row?.set(other, found);
      return found;
    },
  };
}

/** Where each asked stem and each of a title stands: passages by their place in the list, with 1 + ln(how often). */
function placesOf(asked: readonly string[], passages: readonly AnalysedPassage[]) {
  const titles = passages.flatMap(({ title }) => [...title.counts.keys()]);
  const places = new Map([...asked, ...titles].map((stem) => [stem, new Map<number, number>()]));
  for (const [at, { title, text }] of passages.entries()) {
    for (const field of [title, text])
      for (const [stem, count] of field.counts) {
        const known = places.get(stem);
        known?.set(at, (known.get(at) ?? 0) + count);
      }
  }
  for (const counts of places.values()) for (const [at, count] of counts) counts.set(at, 1 + Math.log(count));
  return places;
}

function productOf(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [at, weight] of few) product += weight * (many.get(at) ?? 0);
  return product;
}

const lengthOf = (weights: ReadonlyMap<number, number>): number =>
  Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
