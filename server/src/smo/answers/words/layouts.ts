const english = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = "ёйцукенгшщзхъфывапролджэячсмитьбю";

const toRussian = new Map(Array.from(english, (key, at) => [key, russian[at] ?? key]));
const toEnglish = new Map(Array.from(russian, (key, at) => [key, english[at] ?? key]));

/**
 * What the same keys give in the other layout: «ыфьщмфк» → `samovar`, `cfvjdfh` → «самовар». Undefined for a text that
 * is of both alphabets, or of neither: nobody forgot to switch there.
 */
export function inOtherLayout(text: string): string | undefined {
  const lower = text.toLowerCase();
  const isRussian = /[а-яё]/.test(lower);
  if (isRussian === /[a-z]/.test(lower)) return undefined;
  const keys = isRussian ? toEnglish : toRussian;
  return Array.from(lower, (letter) => keys.get(letter) ?? letter).join("");
}
