/**
 * The Russian stemmer of Snowball (https://snowballstem.org/algorithms/russian/stemmer.html), as Postgres's
 * `russian_stem` has it. Takes a word in lower case whose ё is written as е.
 */
export function stemRussian(word: string): string {
  const marks = regionsOf(word);
  if (marks.afterVowel === word.length) return word;
  const rest = cutForms(word, marks.afterVowel);
  const withoutI = cut(rest, "и", marks.afterVowel);
  const ending = ["ость", "ост"].find((each) => withoutI.endsWith(each));
  const derived =
    ending && withoutI.length - ending.length >= marks.second
      ? cut(withoutI, ending, marks.afterVowel)
      : withoutI;
  return tidy(derived, marks.afterVowel);
}

interface Regions {
  /** Where the region behind the first vowel begins. */
  readonly afterVowel: number;
  /** Where Snowball's R2 begins. */
  readonly second: number;
}

const vowels = "аеиоуыэюя";

function regionsOf(word: string): Regions {
  const first = regionAfter(word, 0);
  let afterVowel = word.length;
  for (let at = 0; at < word.length; at += 1) {
    if (!vowels.includes(word.charAt(at))) continue;
    afterVowel = at + 1;
    break;
  }
  return { afterVowel, second: regionAfter(word, first) };
}

/** Behind the first consonant that follows a vowel. */
function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at += 1)
    if (vowels.includes(word.charAt(at - 1)) && !vowels.includes(word.charAt(at))) return at + 1;
  return word.length;
}

/** Endings; `true`: only behind а or я. */
type Endings = ReadonlyMap<string, boolean>;

const endings = (free: string, bound = ""): Endings =>
  new Map([
    ...split(free).map((each) => [each, false] as const),
    ...split(bound).map((each) => [each, true] as const),
  ]);

const split = (text: string): readonly string[] => text.split(" ").filter(Boolean);

const gerund = endings("ив ивши ившись ыв ывши ывшись", "в вши вшись");
const reflexive = endings("ся сь");
const adjective = endings(
  "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею",
);
const participle = endings("ивш ывш ующ", "ем нн вш ющ щ");
const verb = endings(
  "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
  "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
);
const noun = endings(
  "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я",
);

/** Takes off what marks the form: of a gerund, else of an adjective, a verb or a noun. */
function cutForms(word: string, from: number): string {
  const withoutGerund = cutLongest(word, gerund, from);
  if (withoutGerund !== undefined) return withoutGerund;
  const rest = cutLongest(word, reflexive, from) ?? word;
  const withoutAdjective = cutLongest(rest, adjective, from);
  if (withoutAdjective !== undefined)
    return cutLongest(withoutAdjective, participle, from) ?? withoutAdjective;
  return cutLongest(rest, verb, from) ?? cutLongest(rest, noun, from) ?? rest;
}

/** The word without the longest of the endings; undefined where none fits, or the longest may not stand there. */
function cutLongest(word: string, of: Endings, from: number): string | undefined {
  const longest = Math.min(7, word.length - from);
  for (let length = longest; length > 0; length -= 1) {
    const isBound = of.get(word.slice(-length));
    if (isBound === undefined) continue;
    const before = word.length - length - 1;
    const isAllowed = !isBound || (before >= from && "ая".includes(word.charAt(before)));
    return isAllowed ? word.slice(0, -length) : undefined;
  }
  return undefined;
}

const cut = (word: string, ending: string, from: number): string =>
  word.endsWith(ending) && word.length - ending.length >= from ? word.slice(0, -ending.length) : word;

/** A double н becomes one, a superlative goes, and so does a soft sign. */
function tidy(word: string, from: number): string {
  const superlative = ["ейше", "ейш"].find(
    (each) => word.endsWith(each) && word.length - each.length >= from,
  );
  const rest = superlative ? word.slice(0, -superlative.length) : word;
  if (rest.endsWith("нн") && rest.length - 2 >= from) return rest.slice(0, -1);
  return superlative ? rest : cut(rest, "ь", from);
}
