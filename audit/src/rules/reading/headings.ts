import type { Heading } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";

const common = { severity: "warning", networks: "none" } as const;

export const mainHeadingRule: Rule = {
  id: "RD02",
  group: "reading",
  title: { en: "One main heading", ru: "Один главный заголовок" },
  why: {
    en: "The first-level heading tells who has come that he is in the right place; several of them leave it open.",
    ru: "Заголовок первого уровня говорит пришедшему, что он попал куда надо; если их несколько, непонятно, какой из них.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://html.spec.whatwg.org/multipage/sections.html#headings-and-outlines",
  reach: "page",
  says: {
    none: {
      what: { en: "The page has no <h1>.", ru: "На странице нет <h1>." },
      remedy: {
        en: "Put the title of the text into one <h1> above it.",
        ru: "Поставьте название текста над ним в один <h1>.",
      },
    },
    empty: {
      what: { en: "The <h1> is empty.", ru: "<h1> пустой." },
      remedy: {
        en: "Write the title into it; for a picture, into its alt.",
        ru: "Напишите в нём название; если это картинка — в её alt.",
      },
    },
    several: {
      what: {
        en: "The page has several <h1>: “{first}”, “{second}” and so on, {count} in all.",
        ru: "На странице несколько <h1>: «{first}», «{second}» и так далее, всего {count}.",
      },
      remedy: {
        en: "Keep it for the title of the text; the others become <h2>.",
        ru: "Оставьте его названию текста, остальные сделайте <h2>.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const main = page.headings.filter(({ level }) => level === 1);
    const [first, second] = main;
    if (!first) return [{ ...common, key: "none", values: {} }];
    if (second) {
      const values = { first: brief(first), second: brief(second), count: main.length };
      return [{ ...common, key: "several", values, line: second.line }];
    }
    return first.text.trim() === "" ? [{ ...common, key: "empty", values: {}, line: first.line }] : [];
  },
};

export const headingOrderRule: Rule = {
  id: "RD03",
  group: "reading",
  title: { en: "Headings in order", ru: "Заголовки по порядку" },
  why: {
    en: "Readers and screen readers go by the headings as by a table of contents; a level that is left out breaks it.",
    ru: "По заголовкам ходят, как по оглавлению, — и читатели, и программы чтения; пропущенный уровень его ломает.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://www.w3.org/WAI/tutorials/page-structure/headings/",
  reach: "page",
  says: {
    skips: {
      what: {
        en: "After <h{from}> “{before}” comes <h{to}> “{after}”: a level is left out.",
        ru: "После <h{from}> «{before}» идёт <h{to}> «{after}»: уровень пропущен.",
      },
      remedy: {
        en: "Make it <h{wanted}>; its size is a matter of style.",
        ru: "Сделайте его <h{wanted}>; размер — дело стилей.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    return page.headings
      .flatMap((heading, at): Finding[] => {
        const before = page.headings[at - 1];
        if (!before || heading.level <= before.level + 1) return [];
        const levels = { from: before.level, to: heading.level, wanted: before.level + 1 };
        const values = { ...levels, before: brief(before), after: brief(heading) };
        return [{ ...common, key: "skips", values, line: heading.line }];
      })
      .slice(0, 5);
  },
};

const brief = ({ text }: Heading): string => text.trim().slice(0, 60);
