import { documentWith, type Example } from "../example.ts";

const english =
  "The egg is put into boiling water with a spoon. Count six minutes for a soft yolk, and ten for a firm one. Cold water stops it at once. The shell comes off in one piece. Salt is not for the yolk, but it keeps a cracked egg whole. An old egg is better than a fresh one for this.";
const russian =
  "Опустите яйцо в кипящую воду ложкой. Считайте шесть минут, и желток будет жидким, а за десять он станет твёрдым. Холодная вода сразу остановит варку. Скорлупа снимется целиком. Соль не для желтка, но с ней треснувшее яйцо не вытечет. Старое яйцо для этого лучше, чем свежее.";
const heavyEnglish =
  "The administration of institutional responsibilities necessitates the continual reconsideration of organisational priorities, and the implementation of comprehensive methodological recommendations presupposes the availability of sufficiently differentiated informational infrastructure for the participating representatives of the municipal authorities.";
const heavyRussian =
  "Осуществление институциональных обязанностей предполагает и непрерывное переосмысление организационных приоритетов, так как реализация всеобъемлющих методологических рекомендаций обусловливается не только наличием достаточно дифференцированной информационной инфраструктуры, но и предоставлением её представителям муниципальных органов для согласования на всех уровнях.";
/** Long words as they stand in offices, but short sentences. */
const middling =
  "The committee discussed the question of public transport. It published several recommendations for local companies. Most of the members supported the proposal, and the city will consider it in October.";

const paragraphs = (text: string, times: number) => `<h1>Egg</h1>${`<p>${text}</p>`.repeat(times)}`;
const inLanguage = (lang: string, text: string) =>
  documentWith("", paragraphs(text, 2)).replace(' lang="en"', lang === "" ? "" : ` lang="${lang}"`);
const menu = `<nav>${'<a href="/x">Another page of this great site</a> '.repeat(60)}</nav>`;

export const readingExamples: readonly Example[] = [
  {
    ruleId: "RD01",
    failing: {
      missing: { html: inLanguage("", russian), finds: { paste: '<html lang="ru">' } },
      malformed: { html: inLanguage("en_US", english), finds: { values: { lang: "en_US" } } },
      differs: {
        html: inLanguage("en", russian),
        finds: { values: { lang: "en", seen: "ru" }, paste: '<html lang="ru">' },
      },
    },
    passing: {
      "an English page": inLanguage("en-GB", english),
      "a Russian page": inLanguage("ru", russian),
      "a language that we do not know": inLanguage("eo", english),
    },
  },
  {
    ruleId: "RD02",
    failing: {
      none: documentWith("", "<h2>Egg</h2><p>Six minutes.</p>"),
      empty: documentWith("", "<h1> </h1><p>Six minutes.</p>"),
      several: {
        html: documentWith("", "<h1>Egg</h1><h1>Spoon</h1><p>Six minutes.</p>"),
        finds: { values: { first: "Egg", second: "Spoon", count: 2 } },
      },
    },
    passing: { "one h1": documentWith("", "<h1>Egg</h1><h2>Spoon</h2>") },
  },
  {
    ruleId: "RD03",
    failing: {
      skips: {
        html: documentWith("", "<h1>Egg</h1><h3>Spoon</h3>"),
        finds: { values: { from: 1, to: 3, wanted: 2, before: "Egg", after: "Spoon" } },
      },
    },
    passing: { "down by one, up by any": documentWith("", "<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>") },
  },
  {
    ruleId: "RD04",
    failing: {
      "very-difficult": {
        html: documentWith("", paragraphs(heavyRussian, 6)),
        finds: { severity: "warning" },
      },
      difficult: { html: documentWith("", paragraphs(middling, 5)), finds: { severity: "info" } },
    },
    passing: {
      "short English sentences": documentWith("", paragraphs(english, 3)),
      "short Russian sentences": documentWith("", paragraphs(russian, 3)),
      "too little to be measured": documentWith("", paragraphs(heavyEnglish, 1)),
    },
  },
  {
    ruleId: "RD05",
    failing: {
      cluttered: documentWith("", `${menu}<h1>Egg</h1><p>Six minutes for a soft yolk.</p>`),
      linked: documentWith(
        "",
        `${paragraphs(english, 2)}<ul>${'<li><a href="/x">Another page of this great site</a></li>'.repeat(30)}</ul>`,
      ),
    },
    passing: {
      "a text with a small menu": documentWith(
        "",
        `<nav><a href="/">Home</a></nav>${paragraphs(english, 4)}`,
      ),
    },
  },
  {
    ruleId: "RD06",
    failing: {
      long: {
        html: documentWith("", paragraphs(`${english} `.repeat(3), 2)),
        finds: { values: { count: 2, longest: 180, beginning: "The egg is put into boiling" } },
      },
    },
    passing: { "paragraphs of a few lines": documentWith("", paragraphs(english, 6)) },
  },
  {
    ruleId: "RD07",
    failing: {
      nothing: documentWith("", "<h1>Egg</h1>"),
      little: {
        html: documentWith('<meta property="og:type" content="article">', "<h1>Egg</h1><p>Six minutes.</p>"),
        finds: { severity: "warning", values: { words: 2 } },
      },
    },
    passing: { "a few paragraphs": documentWith("", paragraphs(english, 2)) },
  },
  {
    ruleId: "RD08",
    failing: { unparted: { html: documentWith("", paragraphs(english, 12)), finds: { severity: "info" } } },
    passing: {
      "a long text with headings": documentWith("", `${paragraphs(english, 12)}<h2>Salt</h2>`),
      "a short text": documentWith("", paragraphs(english, 2)),
    },
  },
];
