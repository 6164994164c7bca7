/** Made-up texts of a site of ten thousand passages: the same ones in the house that is measured and in its load. */

export interface MadePassage {
  readonly title: string;
  readonly text: string;
}

const vocabulary = 30_000;
const syllables = "ba de fi go lu ma ne pi ro su ta ve zo ki la mo nu pe ri sa".split(" ");

/** As many passages as asked for, always the same ones; words are as unequally frequent as those of a language. */
export function makePassages(count: number): MadePassage[] {
  const next = chance(1);
  const words = (length: number) =>
    Array.from({ length }, () => wordOf(Math.floor(vocabulary ** next()))).join(" ");
  return Array.from({ length: count }, () => ({ title: words(7), text: words(110) }));
}

/** Queries of three to five words of one passage each, every tenth mistyped. */
export function makeQueries(passages: readonly MadePassage[], count: number): string[] {
  const next = chance(2);
  return Array.from({ length: count }, (_, at) => {
    const { title, text } = passages[Math.floor(next() * passages.length)] ?? { title: "", text: "" };
    const all = `${title} ${text}`.split(" ");
    const picked = Array.from(
      { length: 3 + Math.floor(next() * 3) },
      () => all[Math.floor(next() * all.length)] ?? "",
    );
    const query = picked.join(" ");
    return at % 10 === 0 ? query.replace(/([a-z])([a-z])(?=[a-z]{2}\b)/, "$2$1") : query;
  });
}

function wordOf(rank: number): string {
  let [word, rest] = ["", rank + 20];
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? "";
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

/** Numbers from 0 to 1 that are the same each time (a linear congruential generator, Numerical Recipes' constants). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
