/**
 * Cuts a word to what its forms have in common: enough to find "eggs" in "egg" and «яйцами» in «яйцо»;
 * vowels that come and go («желток», «желтка») are beyond it.
 * Light stemmers after Snowball's (https://snowballstem.org/algorithms/): endings go, derivation stays. Takes lower
 * case; words in other scripts come back as they are.
 */
export function stem(word: string): string {
  if (/^[а-я]+$/.test(word)) return stemRussian(word);
  if (/^[a-z'’]+$/.test(word)) return stemEnglish(word);
  return word;
}

const vowel = /[аеиоуыэюя]/;
const gerund = /(?:(?<=[ая])(?:в|вши|вшись)|(?:ив|ивши|ившись|ыв|ывши|ывшись))$/;
const reflexive = /(?:ся|сь)$/;
const adjective =
  /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|(?:ивш|ывш|ующ))?(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/;
const verb =
  /(?:(?<=[ая])(?:ете|йте|ешь|нно|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)|(?:ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю))$/;
const noun =
  /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/;

/** Snowball's order of endings, applied behind the first vowel. */
function stemRussian(word: string): string {
  const at = word.search(vowel) + 1;
  const start = word.slice(0, at);
  let rest = word.slice(at);
  if (at === 0 || rest === "") return word;
  if (gerund.test(rest)) rest = rest.replace(gerund, "");
  else {
    rest = rest.replace(reflexive, "");
    const ending = [adjective, verb, noun].find((each) => each.test(rest));
    if (ending) rest = rest.replace(ending, "");
  }
  rest = rest
    .replace(/и$/, "")
    .replace(/ость?$/, "")
    .replace(/(?:ейше|ейш)$/, "");
  return start + rest.replace(/нн$/, "н").replace(/ь$/, "");
}

function stemEnglish(word: string): string {
  let rest = word.replace(/['’]s?$/, "").replaceAll(/['’]/g, "");
  if (rest.length <= 3) return rest;
  rest = rest
    .replace(/sses$/, "ss")
    .replace(/ies$/, "y")
    .replace(/(?<=[^su])s$/, "")
    .replace(/(?<=x|ch|sh|ss)e$/, "");
  for (const ending of [
    /(?<=[aeiouy].*)eed$/,
    /(?<=[aeiouy].*)ing$/,
    /(?<=[aeiouy].*)ed$/,
    /(?<=[aeiouy].{2,})ly$/,
  ]) {
    if (!ending.test(rest)) continue;
    const cut = rest.replace(ending, "");
    rest = cut.length < 3 ? rest : cut.replace(/([bdfgmnprt])\1$/, "$1");
    break;
  }
  return rest.replace(/(?<=.{3})e$/, "").replace(/(?<=[^aeiou])y$/, "i");
}
