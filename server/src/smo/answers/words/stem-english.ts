/**
 * The English stemmer of Snowball, known as Porter 2 (https://snowballstem.org/algorithms/english/stemmer.html), as
 * Postgres's `english_stem` has it. Takes a word in lower case.
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2) return word;
  const known = irregular.get(word);
  if (known !== undefined) return known;
  const start = markY(word.replace(/^'/, ""));
  const regions = regionsOf(start);
  const plural = cutPlural(start.replace(/'(?:s'?)?$/, ""));
  if (unchanged.has(plural)) return plural;
  const rest = [cutPast, turnY, shortenLong, shortenMore, cutEnding, cutE].reduce(
    (text, step) => step(text, regions),
    plural,
  );
  return rest.replaceAll("Y", "y");
}

interface Regions {
  readonly first: number;
  readonly second: number;
}

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [from = "", to = ""] = pair.split(">");
        return [from, to] as const;
      }),
  );

const irregular = pairs(`
  skis>ski skies>sky dying>die lying>lie tying>tie idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl
  sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes
`);
const unchanged = new Set("inning outing canning herring earring proceed exceed succeed".split(" "));

/** A y that is a consonant: at the beginning, or behind a vowel. */
const markY = (word: string): string => word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");

function regionsOf(word: string): Regions {
  const special = /^(?:gener|commun|arsen)/.exec(word);
  const first = special ? special[0].length : regionAfter(word, 0);
  return { first, second: regionAfter(word, first) };
}

/** Behind the first consonant that follows a vowel. */
function regionAfter(word: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function cutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[sd]$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

function cutPast(word: string, regions: Regions): string {
  const eed = /eed(?:ly)?$/.exec(word);
  if (eed) return eed.index >= regions.first ? `${word.slice(0, eed.index)}ee` : word;
  const ending = /(?:ingly|edly|ing|ed)$/.exec(word);
  const rest = ending ? word.slice(0, ending.index) : "";
  if (!ending || !/[aeiouy]/.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return isShort(rest, regions) ? `${rest}e` : rest;
}

/** Ends in a short syllable, and nothing stands behind it. */
const isShort = (word: string, { first }: Regions): boolean =>
  first >= word.length && /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word);

const turnY = (word: string): string => word.replace(/(?<=.[^aeiouy])[yY]$/, "i");

const longEndings = pairs(`
  ization>ize ational>ate fulness>ful ousness>ous iveness>ive tional>tion biliti>ble lessli>less entli>ent ation>ate
  alism>al aliti>al ousli>ous iviti>ive fulli>ful enci>ence anci>ance abli>able izer>ize ator>ate alli>al bli>ble
  ogi>og li>
`);

function shortenLong(word: string, { first }: Regions): string {
  const ending = longestOf(word, longEndings);
  if (ending === undefined || word.length - ending.length < first) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === "ogi" && !rest.endsWith("l")) return word;
  if (ending === "li" && !/[cdeghkmnrt]$/.test(rest)) return word;
  return rest + (longEndings.get(ending) ?? "");
}

const moreEndings = pairs("ational>ate tional>tion alize>al icate>ic iciti>ic ative> ical>ic ness> ful>");

function shortenMore(word: string, { first, second }: Regions): string {
  const ending = longestOf(word, moreEndings);
  const at = word.length - (ending?.length ?? 0);
  if (ending === undefined || at < first || (ending === "ative" && at < second)) return word;
  return word.slice(0, at) + (moreEndings.get(ending) ?? "");
}

const lastEndings = pairs(
  "ement> ance> ence> able> ible> ment> ant> ent> ism> ate> iti> ous> ive> ize> ion> al> er> ic>",
);

function cutEnding(word: string, { second }: Regions): string {
  const ending = longestOf(word, lastEndings);
  const at = word.length - (ending?.length ?? 0);
  if (ending === undefined || at < second) return word;
  return ending === "ion" && !/[st]$/.test(word.slice(0, at)) ? word : word.slice(0, at);
}

function cutE(word: string, { first, second }: Regions): string {
  const at = word.length - 1;
  if (word.endsWith("l")) return at >= second && word.endsWith("ll") ? word.slice(0, at) : word;
  if (!word.endsWith("e")) return word;
  const endsShort = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word.slice(0, at));
  return at >= second || (at >= first && !endsShort) ? word.slice(0, at) : word;
}

function longestOf(word: string, endings: ReadonlyMap<string, string>): string | undefined {
  for (let length = Math.min(7, word.length); length > 0; length -= 1)
    if (endings.has(word.slice(-length))) return word.slice(-length);
  return undefined;
}
