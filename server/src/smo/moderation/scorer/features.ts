import { finish, hashOf } from "./hashing.ts";
import { shapeNames, shapesOf } from "./shapes.ts";
import { readText } from "./words.ts";

/** Places for weights: the first few are the shapes', the rest is shared by hashed words and letters. */
export const buckets = 1 << 15;

/** A text as a sparse vector: places, without repeats within a kind, and the values that stand there. */
export interface Features {
  readonly places: Uint16Array;
  readonly values: Float32Array;
}

/** Each kind of feature weighs as much as the others, however long the text is. */
const scales = { words: 1, pairs: 0.7, letters: 1 } as const;

/** A few words must not weigh as if each of them were a whole text. */
const fewest = 4;

export function featuresOf(text: string): Features {
  const reading = readText(text);
  const shapes = shapesOf(reading);
  const kinds = [
    { places: wordPlaces(reading.words), scale: scales.words },
    { places: pairPlaces(reading.words), scale: scales.pairs },
    { places: letterPlaces(reading.words), scale: scales.letters },
  ];
  const size = shapes.length + kinds.reduce((sum, kind) => sum + kind.places.length, 0);
  const places = new Uint16Array(size);
  const values = new Float32Array(size);
  values.set(shapes);
  for (let at = 0; at < shapes.length; at += 1) places[at] = at;
  let from = shapes.length;
  for (const kind of kinds) {
    places.set(kind.places, from);
    values.fill(
      kind.scale / Math.sqrt(Math.max(fewest, kind.places.length)),
      from,
      from + kind.places.length,
    );
    from += kind.places.length;
  }
  return { places, values };
}

const room = buckets - shapeNames.length;
const placeOf = (hash: number) => shapeNames.length + (hash % room);

function wordPlaces(words: readonly string[]): Uint16Array {
  return withoutRepeats(Uint16Array.from(words, (word) => placeOf(hashOf(word, 1))));
}

function pairPlaces(words: readonly string[]): Uint16Array {
  const places = new Uint16Array(Math.max(0, words.length - 1));
  for (let at = 0; at < places.length; at += 1)
    places[at] = placeOf(hashOf(`${words[at] ?? ""} ${words[at + 1] ?? ""}`, 2));
  return withoutRepeats(places);
}

const shortest = 3;
const longest = 5;

/** Three to five letters in a row, within a word and its edges. */
function letterPlaces(words: readonly string[]): Uint16Array {
  const text = ` ${words.join("  ")} `;
  const places = new Uint16Array(text.length * (longest - shortest + 1));
  let found = 0;
  for (let from = 0; from + shortest <= text.length; from += 1) {
    let hash = 0x81_1c_9d_c7;
    for (let length = 1; length <= longest; length += 1) {
      const code = text.charCodeAt(from + length - 1);
      hash = Math.imul(hash ^ code, 0x01_00_01_93);
      if (length >= shortest) places[found++] = placeOf(finish(hash));
      // A space after the first letter is the word's edge; charCodeAt beyond the end is NaN.
      if ((code === 0x20 && length > 1) || Number.isNaN(code)) break;
    }
  }
  return withoutRepeats(places.subarray(0, found));
}

/** Typed arrays sort without comparing by a function: on short texts faster than a Set. */
function withoutRepeats(places: Uint16Array): Uint16Array {
  places.sort();
  let kept = 0;
  for (let at = 0; at < places.length; at += 1)
    if (at === 0 || places[at] !== places[at - 1]) places[kept++] = places[at] ?? 0;
  return places.subarray(0, kept);
}
