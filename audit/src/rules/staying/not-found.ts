import { readPage } from "../../page/read-page.ts";
import type { Answer } from "../../visit/visit.ts";
import type { Finding, Rule, Subject } from "../rule.ts";
import { onwardLinks } from "./links.ts";

/** The same for every page of a site, so that it is asked for once. */
const madeUp = "/samovar-looks-for-a-page-that-is-not-there";

export const notFoundRule: Rule = {
  id: "ST04",
  group: "staying",
  title: { en: "A missing page helps on", ru: "Страница «не найдено» помогает" },
  why: {
    en: "Shared links live long and get cut in passing on. Who lands on a page that is not there needs a way to one that is, and robots need the status 404.",
    ru: "Ссылки в сетях живут долго и при пересылке обрезаются. Попавшему на исчезнувшую страницу нужен путь дальше, а роботам — статус 404.",
  },
  severity: "warning",
  networks: "none",
  grade: "A",
  source:
    "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5; https://developers.google.com/search/docs/crawling-indexing/troubleshoot-crawling-errors#soft-404-errors",
  reach: "web",
  says: {
    "no-404": {
      what: {
        en: "An address that is not there, {path}, answers {status} instead of 404: robots take it for a page.",
        ru: "Несуществующий адрес {path} отвечает {status} вместо 404: роботы сочтут его страницей.",
      },
      remedy: {
        en: "Answer 404 (410 for what is gone for good), with a page that helps on.",
        ru: "Отвечайте 404 (410 — если удалено навсегда) и страницей, которая поможет.",
      },
    },
    redirected: {
      what: {
        en: "An address that is not there leads to {url}: the reader does not learn that his page is gone.",
        ru: "Несуществующий адрес ведёт на {url}: читатель не узнаёт, что его страницы больше нет.",
      },
      remedy: {
        en: "Answer 404 at the address itself; lead on only what has moved.",
        ru: "Отвечайте 404 по самому адресу; перенаправляйте только то, что переехало.",
      },
    },
    failing: {
      what: {
        en: "An address that is not there answers {status}.",
        ru: "Несуществующий адрес отвечает {status}.",
      },
      remedy: {
        en: "Look into the server's log: it breaks where it should say 404.",
        ru: "Посмотрите журнал сервера: он ломается там, где должен ответить 404.",
      },
    },
    "no-way-on": {
      what: {
        en: "The page for what is not found offers no link to go on.",
        ru: "На странице «не найдено» нет ни одной ссылки, чтобы пойти дальше.",
      },
      remedy: {
        en: "Put the front page, the search and the most read texts on it.",
        ru: "Поставьте на неё главную, поиск и самые читаемые тексты.",
      },
    },
  },
  async check({ page, web }: Subject): Promise<Finding[]> {
    const asked = URL.parse(madeUp, page.url)?.href;
    const { answer } = (asked !== undefined && (await web?.visit(asked, "samovar"))) || {};
    if (!answer || asked === undefined) return [];
    const judged = judge(answer, asked);
    return judged ? [{ ...judged, severity: "warning", networks: "none" }] : [];
  },
};

function judge(answer: Answer, asked: string): Pick<Finding, "key" | "values"> | undefined {
  const { status, url } = answer;
  if (status === 404 || status === 410)
    return hasWayOn(answer) ? undefined : { key: "no-way-on", values: {} };
  if (status >= 500) return { key: "failing", values: { status } };
  if (status >= 300) return undefined;
  if (url !== asked) return { key: "redirected", values: { url: url.slice(0, 200) } };
  return { key: "no-404", values: { path: madeUp, status } };
}

function hasWayOn({ url, body, headers, isTruncated }: Answer): boolean {
  const page = readPage({ url, body, contentType: headers.get("content-type"), isTruncated });
  return onwardLinks(page).length > 0;
}
