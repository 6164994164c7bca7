/** Buckets that a title's pieces are hashed into; a power of two. */
export const bucketCount = 2 ** 16;

/** A sparse row: the buckets that a title has something in, each once, and how much. */
export interface SparseRow {
  readonly indices: Uint32Array;
  readonly values: Float64Array;
}

/** How the pieces of a title weigh. */
export interface GramRule {
  /** The longest run of words that is a piece. */
  readonly words: number;
  /** `unit`: rare words weigh more, and all words together have length one; `plain`: each word counts for itself. */
  readonly wordWeight: "unit" | "plain";
  readonly wordScale: number;
  readonly letterScale: number;
}

/**
 * A title's runs of words, and of two to five letters; the letters always have length one together, so that long
 * titles weigh no more.
 */
export function gramsOf(title: string, idf: ArrayLike<number>, rule: GramRule): SparseRow {
  const text = title.normalize("NFKC").toLowerCase();
  const words = countBuckets(wordGrams(text, rule.words));
  const letters = unitLength(countBuckets(letterGrams(text)), idf, rule.letterScale);
  const weighed =
    rule.wordWeight === "unit"
      ? unitLength(words, idf, rule.wordScale)
      : [...words].map(([bucket, count]) => [bucket, dampen(count) * rule.wordScale] as const);
  const all = [...weighed, ...letters];
  return {
    indices: Uint32Array.from(all, ([bucket]) => bucket),
    values: Float64Array.from(all, ([, value]) => value),
  };
}

const wordPattern = /[\p{L}\p{N}']+|[?!.,…"“”«»:#@—–]/gu;

/** Word grams live in the lower half of the buckets, letter grams in the upper: they never meet. */
function* wordGrams(text: string, longest: number): Generator<number> {
  const words = text.match(wordPattern) ?? [];
  for (let from = 0; from < words.length; from++) {
    let gram = "";
    for (let length = 1; length <= longest && from + length <= words.length; length++) {
      gram += `${words[from + length - 1]} `;
      yield hashOf(gram) % (bucketCount / 2);
    }
  }
}

function* letterGrams(text: string): Generator<number> {
  for (const word of text.split(/\s+/)) {
    const padded = ` ${word} `;
    for (let length = 2; length <= 5; length++)
      for (let from = 0; from + length <= padded.length; from++)
        yield bucketCount / 2 + (hashOf(padded.slice(from, from + length)) % (bucketCount / 2));
  }
}

/** FNV-1a, 32 bits, with a last stir: its low bits alone are too regular to cut off. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

function countBuckets(buckets: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const bucket of buckets) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  return counts;
}

const dampen = (count: number) => 1 + Math.log(count);

function unitLength(
  counts: ReadonlyMap<number, number>,
  idf: ArrayLike<number>,
  scale: number,
): (readonly [number, number])[] {
  const weighed = [...counts].map(([bucket, count]) => [bucket, dampen(count) * (idf[bucket] ?? 1)] as const);
  const length = Math.hypot(...weighed.map(([, value]) => value)) || 1;
  return weighed.map(([bucket, value]) => [bucket, (value / length) * scale] as const);
}

const longestRun = 3;

/** How rare each bucket is among the titles: ln((1 + n) / (1 + titles with it)) + 1. */
export function rarityOf(titles: readonly string[]): Float64Array {
  const seen = new Float64Array(bucketCount);
  for (const title of titles) {
    const text = title.normalize("NFKC").toLowerCase();
    const buckets = new Set([...wordGrams(text, longestRun), ...letterGrams(text)]);
    for (const bucket of buckets) seen[bucket] = (seen[bucket] ?? 0) + 1;
  }
  return seen.map((count) => Math.log((1 + titles.length) / (1 + count)) + 1);
}

type Shape = readonly [name: string, measure: (title: string, words: readonly string[]) => number];
const has = (pattern: RegExp) => (title: string) => Number(pattern.test(title));
const count = (pattern: RegExp) => (title: string) => title.match(pattern)?.length ?? 0;
const part = (pattern: RegExp) => (_: string, words: readonly string[]) =>
  words.filter((word) => pattern.test(word)).length / Math.max(1, words.length);

/** What a title looks like, whatever it speaks of: each of these says something in any language of the reader's. */
const shapes: readonly Shape[] = [
  ["length", (title) => title.length / 100],
  ["length squared", (title) => (title.length / 100) ** 2],
  ["words", (_, words) => words.length / 20],
  ["word length", (_, words) => words.join("").length / Math.max(1, words.length) / 6],
  ["questions", count(/\?/g)],
  ["exclamations", count(/!/g)],
  ["dots", count(/\.\.\.|…/g)],
  ["sentences", count(/\.(?=\s|$)/g)],
  ["digits", (title) => count(/\d/g)(title) / 5],
  ["begins with a digit", has(/^\d/)],
  ["capitalised words", part(/^\p{Lu}/u)],
  ["loud words", part(/^\p{Lu}{2,}$/u)],
  ["quotes", count(/["“”«»‘]/g)],
  ["apostrophes", count(/['’]/g)],
  ["colons", count(/:/g)],
  ["commas", count(/,/g)],
  ["mentions", count(/@/g)],
  ["hashtags", count(/#/g)],
  ["addresses", has(/https?:/)],
  [
    "asks or points at once",
    has(/^(how|why|what|when|who|this|these|here|watch|can|is|are|как|почему|что|кто|это|эти|вот)(?=\s)/i),
  ],
  ["speaks to you", has(/(^|\s)(you|your|ты|вы|вам|вас|ваш\p{L}*|тебе|тебя)(?=$|[\s,.!?'’])/iu)],
  ["points to what it hides", has(/(^|\s)(this|these|here[’']s|эт[аоиу]|этот|вот)(?=$|[\s,.!?])/iu)],
  ["he or she", has(/(^|\s)(he|she|his|her|him|он|она|его|её|ему|ей)(?=$|[\s,.!?'’])/iu)],
  ["they", has(/(^|\s)(they|their|them|они|их|им)(?=$|[\s,.!?'’])/iu)],
  ["I or we", has(/(^|\s)(i|my|we|our|us|я|мы|мой|моя|наш\p{L}*|нас)(?=$|[\s,.!?'’])/iu)],
  ["ends with a full stop", has(/\.$/)],
  ["ends with a question", has(/\?$/)],
];

export const shapeNames: readonly string[] = shapes.map(([name]) => name);

export function shapeOf(title: string): Float64Array {
  const words = title.split(/\s+/).filter(Boolean);
  return Float64Array.from(shapes, ([, measure]) => measure(title, words));
}
