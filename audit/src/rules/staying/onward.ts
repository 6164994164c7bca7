import type { Finding, Rule, Subject } from "../rule.ts";
import { onwardLinks } from "./links.ts";

const common = { severity: "warning", networks: "none" } as const;

export const furtherRule: Rule = {
  id: "ST01",
  group: "staying",
  title: { en: "The text leads further", ru: "Текст ведёт дальше" },
  why: {
    en: "Who has read to the end of a text that he came to from a network knows nothing else of the site: a link in the text is the only one he sees.",
    ru: "Дочитавший пришёл из сети и ничего больше о сайте не знает: ссылка в тексте — единственная, которую он увидит.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own advice",
  reach: "page",
  says: {
    none: {
      what: {
        en: "The text itself links to no other page of the site; only menus do.",
        ru: "Из самого текста нет ссылок на другие страницы сайта, они есть только в меню.",
      },
      remedy: {
        en: "Link two or three texts on the same matter where they are spoken of, and after the last line.",
        ru: "Сошлитесь на два-три текста о том же — там, где о них речь, и после последней строки.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const links = onwardLinks(page);
    if (links.length === 0 || links.some(({ isFurniture }) => !isFurniture)) return [];
    return [{ ...common, key: "none", values: {} }];
  },
};

export const deadEndRule: Rule = {
  id: "ST02",
  group: "staying",
  title: { en: "No dead end", ru: "Не тупик" },
  why: {
    en: "From a page without links there is only one way: back to the network.",
    ru: "Со страницы без ссылок один путь — назад в сеть.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source: "Our own advice",
  reach: "page",
  says: {
    "dead-end": {
      what: {
        en: "The page links to no other page of the site.",
        ru: "Со страницы нет ни одной ссылки на другие страницы сайта.",
      },
      remedy: {
        en: "Link at least the site's front page and two texts on the same matter, as <a href> in the HTML itself.",
        ru: "Поставьте ссылки хотя бы на главную и на два текста о том же — как <a href> в самом HTML.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    if (onwardLinks(page).length > 0) return [];
    return [{ ...common, key: "dead-end", values: {} }];
  },
};
