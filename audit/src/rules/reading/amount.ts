import { wordsOf } from "../relevance/score-relevance.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { isArticle } from "../things.ts";

const common = { networks: "none" } as const;

/** No source counts these for readers; they are ours to advise. */
const limits = {
  leastShare: 0.25,
  mostLinked: 0.5,
  clutterFrom: 600,
  paragraphWords: 150,
  leastWords: 50,
  unpartedWords: 600,
};

export const clutterRule: Rule = {
  id: "RD05",
  group: "reading",
  title: { en: "More text than furniture", ru: "Текста больше, чем обвязки" },
  why: {
    en: "Menus, lists of links and notices around a text make it hard to see where the text is.",
    ru: "За меню, списками ссылок и плашками не видно, где сам текст.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own figure: a quarter of the visible text",
  reach: "page",
  says: {
    cluttered: {
      what: {
        en: "Of the page's visible text {share} % is the text itself; the rest is furniture.",
        ru: "Сам текст — {share} % всего, что написано на странице; остальное — обвязка.",
      },
      remedy: {
        en: "Put the text into <main> or <article>, menus into <nav>, and leave out what nobody needs here.",
        ru: "Поместите текст в <main> или <article>, меню — в <nav>, а лишнее уберите.",
      },
    },
    linked: {
      what: {
        en: "{share} % of the page's visible text is links.",
        ru: "Ссылки занимают {share} % всего, что написано на странице.",
      },
      remedy: {
        en: "Fewer links beside the text; those that remain, after it.",
        ru: "Сократите ссылки вокруг текста, а оставшиеся поставьте после него.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const { main, visibleLength, linkedLength } = page.text;
    if (visibleLength < limits.clutterFrom || main === "") return [];
    const share = main.length / visibleLength;
    const linked = linkedLength / visibleLength;
    if (share < limits.leastShare)
      return [{ ...common, key: "cluttered", severity: "warning", values: { share: percent(share) } }];
    if (linked <= limits.mostLinked) return [];
    return [{ ...common, key: "linked", severity: "warning", values: { share: percent(linked) } }];
  },
};

export const paragraphRule: Rule = {
  id: "RD06",
  group: "reading",
  title: { en: "Paragraphs that fit a screen", ru: "Абзацы не больше экрана" },
  why: {
    en: "A paragraph of more than 150 words fills a phone's screen with a grey wall.",
    ru: "Абзац длиннее 150 слов закрывает экран телефона серой стеной.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own figure: what a phone's screen holds",
  reach: "page",
  says: {
    long: {
      what: {
        en: "Paragraphs of more than 150 words: {count}. The longest has {longest} and begins “{beginning}…”.",
        ru: "Абзацев длиннее 150 слов: {count}. Самый длинный — {longest}, он начинается так: «{beginning}…».",
      },
      remedy: {
        en: "Part them where the thought turns.",
        ru: "Разделите их там, где мысль поворачивает.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const long = page.text.main
      .split("\n")
      .map((text) => ({ text, words: wordsOf(text).length }))
      .filter(({ words }) => words > limits.paragraphWords)
      .toSorted((a, b) => b.words - a.words);
    const [longest] = long;
    if (!longest) return [];
    const beginning = longest.text.trim().split(/\s+/).slice(0, 6).join(" ").slice(0, 80);
    const values = { count: long.length, longest: longest.words, beginning };
    return [{ ...common, key: "long", severity: "warning", values }];
  },
};

export const amountRule: Rule = {
  id: "RD07",
  group: "reading",
  title: { en: "Something to read", ru: "Есть что читать" },
  why: {
    en: "Who came for a text and finds a sentence goes back at once; readers' modes and search find nothing either.",
    ru: "Кто пришёл за текстом и нашёл одну фразу, тут же уходит; режиму чтения и поиску здесь тоже нечего взять.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own figure: fifty words",
  reach: "page",
  says: {
    nothing: {
      what: {
        en: "The page holds no running text that can be read without scripts.",
        ru: "На странице нет связного текста, который можно прочесть без скриптов.",
      },
      remedy: {
        en: "Write the text into paragraphs (<p>) of the HTML itself.",
        ru: "Напишите текст абзацами (<p>) в самом HTML.",
      },
    },
    little: {
      what: { en: "The text has few words: {words}.", ru: "Слов в тексте мало: {words}." },
      remedy: {
        en: "Say in a few paragraphs what the title promises.",
        ru: "Скажите в нескольких абзацах то, что обещает заголовок.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const words = wordsOf(page.text.main).length;
    if (words >= limits.leastWords) return [];
    // A front page or a gallery may do with few words; an article may not.
    const severity = isArticle(page) ? "warning" : "info";
    if (words === 0) return [{ ...common, key: "nothing", severity: "warning", values: {} }];
    return [{ ...common, key: "little", severity, values: { words } }];
  },
};

export const partsRule: Rule = {
  id: "RD08",
  group: "reading",
  title: { en: "A long text in parts", ru: "Длинный текст разделён" },
  why: {
    en: "Most readers run over a long text by its headings before they read it, or instead.",
    ru: "Большинство сначала пробегает длинный текст по подзаголовкам — или только их и читает.",
  },
  severity: "info",
  networks: "none",
  grade: "C",
  source: "Our own figure: six hundred words",
  reach: "page",
  says: {
    unparted: {
      what: {
        en: "The text has {words} words and no heading within.",
        ru: "Слов в тексте — {words}, и ни одного подзаголовка.",
      },
      remedy: {
        en: "Put an <h2> wherever a new question begins, with an id so that one can link to it.",
        ru: "Поставьте <h2> там, где начинается новый вопрос, и дайте ему id, чтобы на него можно было сослаться.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const words = wordsOf(page.text.main).length;
    const isParted = page.headings.some(({ level }) => level > 1);
    if (isParted || words <= limits.unpartedWords) return [];
    return [{ ...common, key: "unparted", severity: "info", values: { words } }];
  },
};

const percent = (share: number): number => Math.round(share * 100);
