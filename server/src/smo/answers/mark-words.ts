import { escapeHtml } from "#src/ground/mail/index.ts";
import { createLikeness } from "./ranking/likeness.ts";
import { bindingWords } from "./words/binding-words.ts";
import { splitWords, type Word } from "./words/split-words.ts";
import { stem } from "./words/stem.ts";

export interface Marker {
  /** Text as HTML: escaped, what was looked for in `<mark>`. */
  readonly mark: (text: string) => string;
  /** The part of a longer text that holds most of what was looked for, about so long, cut at words. */
  readonly excerpt: (text: string, length: number) => string;
}

/** Words of one kind with the query's: the same stem, or spelled so much alike that they are the same mistyped. */
const leastAlike = 0.7;

export function createMarker(stems: readonly string[]): Marker {
  const telling = stems.filter((each) => !bindingStems.has(each));
  const wanted = new Set(telling.length > 0 ? telling : stems);
  const likeness = createLikeness();
  const isWanted = (word: Word): boolean => {
    const own = stem(word.text);
    return wanted.has(own) || [...wanted].some((each) => likeness.between(each, own) > leastAlike);
  };
  return {
    mark: (text) => markWhere(text, isWanted),
    excerpt: (text, length) => cutExcerpt(text, { length, isWanted }),
  };
}

const bindingStems: ReadonlySet<string> = new Set([...bindingWords].map(stem));

function markWhere(text: string, isWanted: (word: Word) => boolean): string {
  let html = "";
  let at = 0;
  for (const word of splitWords(text).filter(isWanted)) {
    html += `${escapeHtml(text.slice(at, word.start))}<mark>${escapeHtml(text.slice(word.start, word.end))}</mark>`;
    at = word.end;
  }
  return html + escapeHtml(text.slice(at));
}

interface Cut {
  readonly length: number;
  readonly isWanted: (word: Word) => boolean;
}

function cutExcerpt(text: string, { length, isWanted }: Cut): string {
  if (text.length <= length) return text;
  const hits = splitWords(text).filter(isWanted);
  let best = { start: 0, different: 0 };
  for (const [at, { start }] of hits.entries()) {
    const within = hits.slice(at).filter(({ end }) => end <= start + length);
    const different = new Set(within.map((word) => stem(word.text))).size;
    if (different > best.different) best = { start, different };
  }
  return aroundWords(text, Math.max(0, best.start - Math.round(length / 5)), length);
}

/** From a sentence's or word's beginning near `from`, with dots where something is left out. */
function aroundWords(text: string, from: number, length: number): string {
  const sentence = from === 0 ? 0 : text.slice(from, from + length / 5).search(/(?<=[.!?…]\s+)\S/u);
  const word = from === 0 ? 0 : text.slice(from).search(/(?<=\s)\S/u);
  const start = from + Math.max(0, sentence >= 0 ? sentence : word);
  const rest = text.slice(start, start + length);
  const isWhole = start + length >= text.length;
  const end = isWhole ? rest : rest.replace(/\s+\S*$/u, "");
  return `${start > 0 ? "… " : ""}${end.trim()}${isWhole ? "" : " …"}`;
}
