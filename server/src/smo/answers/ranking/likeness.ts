/** Shorter words are alike by chance. */
const leastLength = 4;
/** Words that share less are different words. */
const leastLikeness = 0.5;
const likenessOfBeginning = 0.8;

export interface Likeness {
  /** 0: other words; towards 1: spelled almost the same. Pure, remembered as long as this object lives. */
  readonly between: (one: string, other: string) => number;
}

/**
 * How alike two stems are spelled: by the pieces of three letters that both have (Dice), or since one begins with the
 * other. Finds typing errors, and forms that the stemmer holds apart.
 */
export function createLikeness(): Likeness {
  const pieces = new Map<string, ReadonlySet<string>>();
  const known = new Map<string, number>();
  const piecesOf = (word: string) => {
    const before = pieces.get(word) ?? cutPieces(word);
    pieces.set(word, before);
    return before;
  };
  return {
    between(one, other) {
      const key = `${one} ${other}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = compare(one, other, piecesOf);
      known.set(key, found);
      return found;
    },
  };
}

function compare(one: string, other: string, piecesOf: (word: string) => ReadonlySet<string>): number {
  if (Math.min(one.length, other.length) < leastLength || /\p{N}/u.test(one)) return 0;
  if (one.startsWith(other) || other.startsWith(one)) return likenessOfBeginning;
  const [ours, theirs] = [piecesOf(one), piecesOf(other)];
  let shared = 0;
  for (const piece of ours) if (theirs.has(piece)) shared += 1;
  const dice = (2 * shared) / (ours.size + theirs.size);
  return dice >= leastLikeness ? dice : 0;
}

/** As pg_trgm cuts them: two blanks before, one behind. */
function cutPieces(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
