/** Letters of one script that pass for letters of the other: spammers mix them to hide a word from filters. */
const cyrillicOf: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  r: "г",
  t: "т",
  u: "и",
  x: "х",
  y: "у",
  "3": "з",
  "0": "о",
};

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};

/** What a scorer reads of a text: more says nothing new, and a megabyte must not cost more than a page. */
const maxRead = 5000;

export interface Reading {
  /** As the author wrote it, without markup and invisible characters, cut. */
  readonly text: string;
  /** In small letters, disguises taken off. Links are words such as `url:example.com`. */
  readonly words: readonly string[];
  readonly hosts: readonly string[];
  /** Words that mix Cyrillic and Latin letters. */
  readonly disguised: number;
}

/** Reads a text as a scorer does: words, links, disguises. Linear in what is read, and at most 5,000 characters are. */
export function readText(raw: string): Reading {
  const text = raw
    .slice(0, maxRead)
    .normalize("NFKC")
    .replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/<a\s[^>]{0,300}href="?([^"\s>]{1,300})[^>]{0,300}>/gi, " $1 ")
    .replaceAll(/<\/?[a-z][^>]{0,200}>/gi, " ")
    .replaceAll(/[\p{Cf}\u0300-\u0305\u0307-\u036f]/gu, "");
  const hosts: string[] = [];
  const words: string[] = [];
  let disguised = 0;
  for (const [token] of text.toLowerCase().matchAll(tokens)) {
    const host = hostOf(token);
    if (host !== undefined) {
      hosts.push(host);
      words.push(`url:${host}`);
    } else {
      const plain = unmask(token);
      if (plain !== token) disguised += 1;
      words.push(shorten(plain));
    }
  }
  return { text, words, hosts, disguised };
}

const tokens =
  /(?:https?:\/\/|www\.)[^\s<>"']{1,500}|[a-zа-я0-9-]{1,63}\.(?:com|ru|net|org|info|biz|me|io|xyz|top|club|online|site|shop|рф)(?:\/[^\s<>"']{0,300})?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}_'’]+|\p{Extended_Pictographic}|[!?$€₽%@#]+|:\)|:\(/gu;

function hostOf(token: string): string | undefined {
  if (!/^(?:https?:|www\.)|[a-zа-я0-9-]\.[a-zа-я]{2,6}(?:\/|$)/.test(token)) return undefined;
  const host = token.replace(/^https?:\/\//, "").match(/^[^/?#:]+/)?.[0] ?? "";
  return host.replace(/^www\./, "") || undefined;
}

function unmask(word: string): string {
  if (!/[а-я]/.test(word) || !/[a-z03]/.test(word)) return word.replaceAll("ё", "е");
  return word.replaceAll(/[a-z03]/g, (letter) => cyrillicOf[letter] ?? letter);
}

/** `cooool` and `coool` are one word; so is every long number. */
const shorten = (word: string) =>
  word
    .replaceAll(/(.)\1{2,}/gu, "$1$1")
    .replaceAll(/\d{2,}/g, (digits) => "0".repeat(Math.min(digits.length, 7)))
    .slice(0, 40);
