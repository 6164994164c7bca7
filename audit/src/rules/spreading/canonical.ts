import type { Finding, Rule, Subject } from "../rule.ts";
import { escapeAttribute } from "../tags.ts";

export const canonicalRule: Rule = {
  id: "SP03",
  group: "spreading",
  title: { en: "One canonical address", ru: "Один канонический адрес" },
  why: {
    en: "A page is shared with marks, with and without www, from print views. The canonical address brings likes and links together again.",
    ru: "Страницей делятся с метками, с www и без, из версии для печати. Канонический адрес собирает отметки и ссылки в одно место.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source: "https://www.rfc-editor.org/rfc/rfc6596",
  reach: "page",
  says: {
    none: {
      what: { en: "No canonical address is named.", ru: "Канонический адрес не назван." },
      remedy: { en: "Name it on every page.", ru: "Назовите его на каждой странице." },
    },
    several: {
      what: {
        en: "Canonical addresses that contradict each other: {first} and {second}.",
        ru: "Канонические адреса противоречат друг другу: {first} и {second}.",
      },
      remedy: {
        en: "Leave one. Often theme and plug-in write one each.",
        ru: "Оставьте один. Часто по одному пишут тема и плагин.",
      },
    },
    misplaced: {
      what: {
        en: "The canonical link stands outside the head, where nobody heeds it.",
        ru: "Каноническая ссылка стоит вне head, где её не учитывают.",
      },
      remedy: { en: "Move it into the head.", ru: "Перенесите её в head." },
    },
  },
  check({ page }: Subject): Finding[] {
    const all = page.links.filter(({ rel }) => rel.includes("canonical"));
    const inHead = all.filter(({ isInHead }) => isInHead);
    const common = { severity: "warning", networks: "none" } as const;
    const paste = `<link rel="canonical" href="${escapeAttribute(withoutMarks(page.url))}">`;
    if (all.length === 0) return [{ ...common, key: "none", values: {}, paste, repair: "tags" }];
    if (inHead.length === 0) return [{ ...common, key: "misplaced", values: {}, line: all[0]?.line }];
    const [first, second] = [...new Set(inHead.map(({ url, href }) => url ?? href))];
    if (first === undefined || second === undefined) return [];
    const values = { first: first.slice(0, 150), second: second.slice(0, 150) };
    return [{ ...common, key: "several", values, line: inHead[1]?.line }];
  },
};

function withoutMarks(address: string): string {
  const url = new URL(address);
  url.hash = "";
  for (const name of Array.from(url.searchParams.keys()))
    if (/^(utm_.*|fbclid|gclid|yclid|smv)$/i.test(name)) url.searchParams.delete(name);
  return url.href;
}
