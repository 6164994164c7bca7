import { bindingWords } from "../words/binding-words.ts";
import { editDistance } from "../words/edit-distance.ts";
import { inOtherLayout } from "../words/layouts.ts";
import { splitWords } from "../words/split-words.ts";
import { stem } from "../words/stem.ts";

/** The words of a site, as its passages have them. */
export interface Lexicon {
  /** In how many passages each of these stems stands; stems that stand in none are left out. */
  readonly count: (stems: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Stems that are spelled like one that the site does not know, in any order. */
  readonly alike: (stem: string) => Promise<readonly KnownWord[]>;
}

export interface KnownWord {
  readonly stem: string;
  /** A form of it that stands in a text, to be shown. */
  readonly written: string;
  readonly passages: number;
}

/** A query as it is searched for. Stems are in their order, doubles included. */
export interface ReadQuery {
  readonly stems: readonly string[];
  /** What may have been meant, where words are in no passage: to be taken if nothing answers what was written. */
  readonly meant: { readonly stems: readonly string[]; readonly written: string } | undefined;
  /** Passages that hold each of the stems; one that is not here is in none. */
  readonly counts: ReadonlyMap<string, number>;
}

interface QueryWord {
  readonly written: string;
  readonly stem: string;
}

/** More words than that are no question but a text; the rest is not looked at. */
const maxWords = 32;

/**
 * Reads a query in the words of the site. Two words that the site writes as one are joined at once; another keyboard
 * layout, one word for two, and typing errors are only supposed.
 */
export async function readQuery(text: string, lexicon: Lexicon): Promise<ReadQuery> {
  const typed = wordsOf(text);
  const other = inOtherLayout(text);
  const switched = other === undefined ? [] : wordsOf(other);
  const counts = new Map(await lexicon.count(namesIn([...typed, ...switched])));
  const isSwitched = knownOf(typed, counts) === 0 && knownOf(switched, counts) > 0;
  const read = joinWords(typed, counts);
  const joined = isSwitched ? joinWords(switched, counts) : read;
  const meant = (await Promise.all(joined.map((word) => correctWord(word, { lexicon, counts })))).flat();
  const isOther = isSwitched || meant.length !== joined.length || meant.some((now, at) => now !== joined[at]);
  return {
    stems: read.map((word) => word.stem),
    counts,
    meant: isOther
      ? { stems: meant.map((word) => word.stem), written: meant.map(({ written }) => written).join(" ") }
      : undefined,
  };
}

function wordsOf(text: string): QueryWord[] {
  return splitWords(text)
    .slice(0, maxWords)
    .map((word) => ({ written: word.text, stem: stem(word.text) }));
}

/** The stems of the words, of two neighbours written as one, and of one word's two halves. */
function namesIn(words: readonly QueryWord[]): string[] {
  const joined = words.slice(1).map((second, at) => stem(`${words[at]?.written}${second.written}`));
  const halves = words.flatMap(({ written }) => halvesOf(written).flat());
  return [...new Set([...words.map((word) => word.stem), ...joined, ...halves.map(stem)])];
}

const leastHalf = 3;

function halvesOf(written: string): (readonly [string, string])[] {
  const cuts = Math.max(0, written.length - 2 * leastHalf + 1);
  return Array.from({ length: cuts }, (_, at) => {
    const cut = at + leastHalf;
    return [written.slice(0, cut), written.slice(cut)] as const;
  });
}

const knownOf = (words: readonly QueryWord[], counts: ReadonlyMap<string, number>): number =>
  words.filter((word) => counts.has(word.stem)).length;

/** "corona virus" is read as "coronavirus" where the site writes it so, and hardly ever one of the two by itself. */
function joinWords(words: readonly QueryWord[], counts: ReadonlyMap<string, number>): QueryWord[] {
  const read: QueryWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [one, next] = [words[at], words[at + 1]];
    if (!one) continue;
    const joined = next && joinTwo(one, next, counts);
    if (joined) at += 1;
    read.push(joined ?? one);
  }
  return read;
}

function joinTwo(
  one: QueryWord,
  next: QueryWord,
  counts: ReadonlyMap<string, number>,
): QueryWord | undefined {
  const written = `${one.written}${next.written}`;
  const joined = { written, stem: stem(written) };
  const apart = Math.min(counts.get(one.stem) ?? 0, counts.get(next.stem) ?? 0);
  return (counts.get(joined.stem) ?? 0) > apart ? joined : undefined;
}

interface Correcting {
  readonly lexicon: Lexicon;
  /** Grows by the words that were put in. */
  readonly counts: Map<string, number>;
}

/** Shorter words are not corrected: too many others are one letter away. */
const leastCorrected = 4;

async function correctWord(word: QueryWord, { lexicon, counts }: Correcting): Promise<QueryWord[]> {
  if (counts.has(word.stem) || !mayBeMistyped(word.written)) return [word];
  const halves = halvesOf(word.written).find((pair) => pair.every((half) => counts.has(stem(half))));
  if (halves) return halves.map((written) => ({ written, stem: stem(written) }));
  const nearest = nearestOf(word.stem, await lexicon.alike(word.stem));
  if (!nearest) return [word];
  counts.set(nearest.stem, nearest.passages);
  return [nearest];
}

const mayBeMistyped = (written: string): boolean =>
  written.length >= leastCorrected && !/\p{N}/u.test(written) && !bindingWords.has(written);

/** Fewest errors first; of equals the one that the site uses most. Hardly anybody mistypes the first letter. */
function nearestOf(unknown: string, candidates: readonly KnownWord[]): KnownWord | undefined {
  const most = unknown.length >= 7 ? 2 : 1;
  const near = candidates
    .filter((word) => unknown.slice(0, 2).includes(word.stem.charAt(0)))
    .map((word) => ({ word, errors: editDistance(unknown, word.stem, most) }))
    .filter(({ errors }) => errors <= most)
    .toSorted((a, b) => a.errors - b.errors || b.word.passages - a.word.passages);
  return near[0]?.word;
}
