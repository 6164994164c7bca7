import { type Topic, topicOf, topics } from "./lexicon.ts";
import type { Reading } from "./words.ts";

/** General features of a text, 0 to 1 (the topics up to 2), that any site's scorer starts from. */
export const shapeNames = [
  "bias",
  "hasLink",
  "links",
  "linkShare",
  "digits",
  "phone",
  "capitals",
  "shouting",
  "exclaims",
  "questions",
  "money",
  "emoji",
  "disguised",
  "oneWord",
  "fewWords",
  "short",
  "long",
  "veryLong",
  "repeats",
  "handle",
  "lines",
  ...topics,
] as const;
export type Shape = (typeof shapeNames)[number];

/** In the order of `shapeNames`. */
export function shapesOf(reading: Reading): Float32Array {
  const shapes: Readonly<Record<Shape, number>> = {
    bias: 1,
    ...linkShapes(reading),
    ...letterShapes(reading.text),
    ...lengthShapes(reading.words),
    disguised: Math.min(1, reading.disguised / 2),
    phone: reading.text.match(/\+?\d[\d\s().–-]{8,20}\d/) ? 1 : 0,
    money: /[$€₽£₿]|\d\s?(?:руб|rub|usd|eur|[рк](?![а-я]))/iu.test(reading.text) ? 1 : 0,
    handle: /(?:^|\s)@\w{3,}|t\.me\/|wa\.me\//u.test(reading.text) ? 1 : 0,
    ...topicShapes(reading.words),
  };
  return Float32Array.from(shapeNames, (name) => shapes[name]);
}

function linkShapes({ hosts, words }: Reading) {
  const links = hosts.length;
  return {
    hasLink: links > 0 ? 1 : 0,
    links: Math.min(1, Math.log1p(links) / 2),
    linkShare: Math.min(1, (links * 8) / (words.length + 4)),
  };
}

/** One pass over the characters: of all shapes these would cost most as patterns. */
function letterShapes(text: string) {
  const counts = countLetters(text);
  const letters = Math.max(1, counts.letters);
  const capitals = counts.capitals / letters;
  return {
    digits: Math.min(1, (counts.digits / Math.max(20, text.length)) * 5),
    capitals: letters < 8 ? 0 : Math.min(1, capitals * 1.5),
    shouting: letters > 12 && capitals > 0.6 ? 1 : 0,
    exclaims: Math.min(1, counts.exclaims / 5),
    questions: text.includes("?") ? 1 : 0,
    lines: Math.min(1, counts.lines / 6),
    emoji: Math.min(1, counts.pictures / 3),
  };
}

function countLetters(text: string) {
  const counts = { letters: 0, capitals: 0, digits: 0, exclaims: 0, lines: 0, pictures: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === undefined) continue;
    counts[kind] += 1;
    if (kind === "capitals") counts.letters += 1;
  }
  return counts;
}

type Kind = "letters" | "capitals" | "digits" | "exclaims" | "lines" | "pictures";

/** Latin and Cyrillic letters are told apart by their ranges; other scripts count as neither. */
function kindOf(code: number): Kind | undefined {
  if (code < 0x80) return asciiKindOf(code);
  if (code >= 0x04_30 && code <= 0x04_5f) return "letters";
  if (code >= 0x04_00 && code < 0x04_30) return "capitals";
  if (code >= 0xc0 && code < 0x04_00) return "letters";
  return isPicture(code) ? "pictures" : undefined;
}

function asciiKindOf(code: number): Kind | undefined {
  if (code >= 0x61) return code <= 0x7a ? "letters" : undefined;
  if (code >= 0x41) return code <= 0x5a ? "capitals" : undefined;
  if (code >= 0x30) return code <= 0x39 ? "digits" : undefined;
  if (code === 0x21) return "exclaims";
  return code === 0x0a ? "lines" : undefined;
}

/** The first half of an emoji's surrogate pair, or one of the older signs. */
const isPicture = (code: number) =>
  (code >= 0xd8_3c && code <= 0xd8_3e) || (code >= 0x26_00 && code <= 0x27_bf);

function lengthShapes(words: readonly string[]) {
  const count = words.length;
  return {
    oneWord: count <= 1 ? 1 : 0,
    fewWords: count > 1 && count <= 4 ? 1 : 0,
    short: count > 4 && count <= 12 ? 1 : 0,
    long: count > 30 ? 1 : 0,
    veryLong: count > 90 ? 1 : 0,
    repeats: count === 0 ? 0 : 1 - new Set(words).size / count,
  };
}

/** A topic that is met once counts .6 and more; further words of it count less in a long text. */
function topicShapes(words: readonly string[]): Record<Topic, number> {
  const found = new Map<Topic, number>();
  for (const word of words) {
    const topic = topicOf(word);
    if (topic !== undefined) found.set(topic, (found.get(topic) ?? 0) + 1);
  }
  const damping = Math.sqrt(words.length / 8 + 1);
  const weigh = (topic: Topic) => {
    const times = found.get(topic);
    return times === undefined ? 0 : Math.min(2, 0.6 + (0.4 * times) / damping);
  };
  return {
    promotes: weigh("promotes"),
    sells: weigh("sells"),
    earns: weigh("earns"),
    adult: weigh("adult"),
    greets: weigh("greets"),
    thanks: weigh("thanks"),
    you: weigh("you"),
    insults: weigh("insults"),
    swears: weigh("swears"),
    threatens: weigh("threatens"),
  };
}
