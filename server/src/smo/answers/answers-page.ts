import { hash } from "node:crypto";
import type { Context } from "hono";
import type { z } from "zod";
import { escapeHtml } from "#src/ground/mail/index.ts";
import { faqPiece } from "./faq-piece.ts";
import type { AnswerLanguage, PublicFaq } from "./schema.ts";
import type { SiteSearch } from "./search-site.ts";

interface Page {
  readonly language: AnswerLanguage;
  readonly site: { readonly name: string; readonly origin: string };
  /** Path of this page, without a query. */
  readonly path: string;
  readonly query: string;
  readonly result: SiteSearch | undefined;
  readonly faq: z.output<typeof PublicFaq>;
  /** What became of a question that was sent from here, or why it was not taken. */
  readonly notice?: { readonly isGood: boolean; readonly text: string };
  readonly status?: 200 | 400 | 429;
}

const look = `:root{color-scheme:light dark;--page:#f4f2ee;--sheet:#fff;--text:#1d1b18;--quiet:#5f5a51;--line:#8b857a;--button:#a8430f;--on-button:#fff;--mark:#ffe9b8}
@media (prefers-color-scheme:dark){:root{--page:#17161a;--sheet:#242329;--text:#ece9e4;--quiet:#b3aea5;--line:#827d74;--button:#e2733d;--on-button:#17161a;--mark:#5a4310}}
*{box-sizing:border-box}body{margin:0;padding:2rem 1rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1.75rem 1.5rem;background:var(--sheet);border-radius:.75rem;overflow-wrap:anywhere}
h1{margin:0 0 1rem;font-size:1.4rem;line-height:1.3}h2{margin:2rem 0 .75rem;font-size:1.15rem}p{margin:0 0 1rem}a{color:inherit}
form{margin:0 0 1.5rem;display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}label{display:grid;gap:.25rem;flex:1 1 14rem;font-weight:600}
input{font:inherit;width:100%;padding:.55rem .7rem;border:1px solid var(--line);border-radius:.4rem;background:transparent;color:inherit}
button{font:inherit;font-weight:600;padding:.6rem 1.2rem;border:0;border-radius:.5rem;background:var(--button);color:var(--on-button);cursor:pointer}
ol{list-style:none;margin:0;padding:0;display:grid;gap:1.25rem}ol p{margin:.25rem 0 0}.quiet{color:var(--quiet);font-size:.9rem}
mark{background:var(--mark);color:inherit;border-radius:.2rem;padding:0 .1em}.answer{font-weight:600}
details{border-top:1px solid var(--line);padding:.7rem 0}summary{cursor:pointer;font-weight:600}details>div{padding-top:.5rem}
.notice{padding:.75rem 1rem;border:1px solid var(--line);border-radius:.5rem}.trap{position:absolute;left:-99rem}`;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash("sha256", look, "base64")}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** The search as a whole page that needs no script; without a query it is the site's FAQ. */
export function answersPage(c: Context, page: Page): Response {
  const words = wordsIn[page.language];
  c.header("Content-Security-Policy", policy);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "same-origin");
  // The FAQ by itself may be found; pages of results are endless.
  if (page.query !== "") c.header("X-Robots-Tag", "noindex");
  const title = `${page.query === "" ? words.title : page.query} — ${page.site.name}`;
  return c.html(
    `<!doctype html>
<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${look}</style></head>
<body><main><p class="quiet"><a href="${escapeHtml(page.site.origin)}">${escapeHtml(page.site.name)}</a></p><h1>${words.title}</h1>
${noticeOf(page)}<form method="get" action="${escapeHtml(page.path)}" role="search"><input type="hidden" name="lang" value="${page.language}"><label>${words.ask}<input type="search" name="q" maxlength="200" value="${escapeHtml(page.query)}"></label><button>${words.find}</button></form>
${resultOf(page)}${faqOf(page)}
</main></body></html>`,
    page.status ?? 200,
  );
}

function noticeOf({ notice }: Page): string {
  return notice
    ? `<p class="notice" role="${notice.isGood ? "status" : "alert"}">${escapeHtml(notice.text)}</p>\n`
    : "";
}

function resultOf({ result, language, query, path }: Page): string {
  if (!result) return "";
  const words = wordsIn[language];
  const corrected =
    result.corrected === null ? "" : `<p>${words.corrected} <b>${escapeHtml(result.corrected)}</b></p>`;
  const found =
    result.answers.length === 0
      ? `<p>${words.nothing}</p>`
      : `${result.isFound ? "" : `<p>${words.nearest}</p>`}<ol>${result.answers
          .map(
            ({ titleHtml, heading, html, url }) =>
              `<li><a class="answer" href="${escapeHtml(url)}">${titleHtml}</a>${heading === null ? "" : `<span class="quiet"> · ${escapeHtml(heading)}</span>`}<p>${html}</p></li>`,
          )
          .join("")}</ol>`;
  return `<section aria-label="${words.results}">${corrected}${found}</section>
<h2>${words.notIt}</h2><form method="post" action="${escapeHtml(path)}"><input type="hidden" name="lang" value="${language}"><label>${words.question}<input name="q" required minlength="3" maxlength="300" value="${escapeHtml(query)}"></label><label>${words.email}<input type="email" name="email" maxlength="320" autocomplete="email"></label><span class="trap" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off"></span><button>${words.send}</button></form>
`;
}

function faqOf({ faq, query, language }: Page): string {
  if (query !== "" || faq.entries.length === 0) return "";
  return `<h2>${wordsIn[language].faq}</h2>${faqPiece(faq.entries)}`;
}

export const wordsIn = {
  en: {
    title: "Questions and answers",
    ask: "What are you looking for?",
    find: "Find",
    results: "What was found",
    corrected: "Shown for",
    nothing: "Nothing was found.",
    nearest: "Nothing answers it outright. This comes nearest:",
    notIt: "Not what you were looking for?",
    question: "Your question",
    email: "E-mail, to be told the answer (not required)",
    send: "Ask the editor",
    faq: "Asked often",
    taken: "Your question has been passed on. The answer will appear here.",
    takenMail: "Your question has been passed on. You will get one letter with the answer.",
  },
  ru: {
    title: "Вопросы и ответы",
    ask: "Что вы ищете?",
    find: "Найти",
    results: "Что нашлось",
    corrected: "Показано по запросу",
    nothing: "Ничего не нашлось.",
    nearest: "Прямого ответа нет. Ближе всего — это:",
    notIt: "Не то, что вы искали?",
    question: "Ваш вопрос",
    email: "Почта, чтобы узнать ответ (необязательно)",
    send: "Спросить редакцию",
    faq: "Часто спрашивают",
    taken: "Вопрос передан. Ответ появится здесь.",
    takenMail: "Вопрос передан. Вам придёт одно письмо с ответом.",
  },
} as const;
