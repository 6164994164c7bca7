import type { Page, TextPlace } from "../../page/page.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { findMeta, quote } from "../tags.ts";
import { findDoubt } from "./judge-relevance.ts";

export const promiseRule: Rule = {
  id: "RL01",
  group: "relevance",
  title: { en: "The text keeps the title's promise", ru: "Текст держит обещание заголовка" },
  why: {
    en: "Who follows a link for its title and finds something else leaves, and does not come by that name again.",
    ru: "Кто пришёл по заголовку и нашёл другое, уходит — и по этой ссылке больше не придёт.",
  },
  severity: "warning",
  networks: "none",
  grade: "C",
  source:
    "Our own measurement on FNC-1 (https://github.com/FakeNewsChallenge/fnc-1): `npm run bench -- relevance`",
  reach: "page",
  says: {
    unkept: {
      what: {
        en: "The title “{title}” and the text have little in common: {score} of 100. The text lacks: {missing}. A guess: of 1,000 good titles about {in1000} look like this.",
        ru: "У заголовка «{title}» и текста мало общего: {score} из 100. В тексте нет: {missing}. Это догадка: так выглядят и хорошие заголовки — около {in1000} из 1000.",
      },
      remedy: {
        en: "Name in the title what the text is about, in its own words; or say in the first lines what the title promises.",
        ru: "Назовите в заголовке то, о чём текст, его же словами, или скажите обещанное в первых строках.",
      },
    },
  },
  check({ page }: Subject): Finding[] {
    const title = promise(page);
    const doubt = title && findDoubt(title.text, page.text.main);
    if (!title || !doubt) return [];
    return [
      {
        key: "unkept",
        severity: "warning",
        networks: "none",
        values: {
          title: title.text.slice(0, 150),
          score: Math.round(doubt.score * 100),
          missing: doubt.missing.slice(0, 6).join(", "),
          in1000: doubt.in1000,
        },
        line: title.line,
        excerpt: title.excerpt,
      },
    ];
  },
};

/** What the reader was told before he came: the card's title, else the heading, else the window's without the site. */
function promise(page: Page): (Pick<Finding, "line" | "excerpt"> & { readonly text: string }) | undefined {
  const meta = findMeta(page, "og:title", "twitter:title");
  if (meta) return { ...quote(meta), text: meta.content.trim() };
  const heading = page.headings.find(({ level, text }) => level === 1 && text.trim() !== "");
  const place: TextPlace | undefined = heading ?? page.title;
  const text = place?.text.trim().replace(heading ? /$^/ : /\s+[|–—·•-]\s+[^|–—·•]+$/u, "");
  return place && text ? { text, line: place.line } : undefined;
}
