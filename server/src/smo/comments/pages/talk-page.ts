import { hash } from "node:crypto";
import { html, raw } from "hono/html";
import { maxCommentLength, maxNameLength } from "../schema.ts";
import { type PageLanguage, wordsIn } from "./page-words.ts";
import { type Markup, type TalkPiece, talkPiece } from "./talk-piece.ts";

/** What somebody has written into the form, as strings. */
export type Written = Readonly<Record<string, string>>;

export interface TalkPage {
  readonly piece: TalkPiece;
  /** Signed, good for one sending. */
  readonly form: string;
  /** Whose words the site takes; see `whoMayPost` of the settings. */
  readonly whoMayPost: string;
  readonly answered: { readonly id: string; readonly name: string } | undefined;
  readonly notice: { readonly isGood: boolean; readonly text: string } | undefined;
  /** Stands in the form again after a refusal. */
  readonly written: Written;
  /** The language that was asked for in the address. */
  readonly asked: PageLanguage | undefined;
  readonly action: string;
}

const look = `:root{color-scheme:light dark;--page:#f4f2ee;--sheet:#fff;--text:#1d1b18;--quiet:#5f5a51;--line:#8b857a;--button:#a8430f;--on-button:#fff}
@media (prefers-color-scheme:dark){:root{--page:#17161a;--sheet:#242329;--text:#ece9e4;--quiet:#b3aea5;--line:#827d74;--button:#e2733d;--on-button:#17161a}}
*{box-sizing:border-box}body{margin:0;padding:2rem 1rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1.75rem 1.5rem;background:var(--sheet);border-radius:.75rem;overflow-wrap:anywhere}
h1{margin:0 0 1rem;font-size:1.4rem;line-height:1.3}h2{margin:1.5rem 0 .75rem;font-size:1.15rem}p{margin:0 0 .6rem}a{color:inherit}
form{display:grid;gap:.8rem}label{display:grid;gap:.25rem;font-weight:600}.check{display:flex;gap:.5rem;align-items:center;font-weight:400}
input,textarea,select{font:inherit;width:100%;padding:.55rem .7rem;border:1px solid var(--line);border-radius:.4rem;background:transparent;color:inherit}
option{background:var(--sheet);color:var(--text)}[type=checkbox]{width:auto}textarea{resize:vertical}
button{justify-self:start;font:inherit;font-weight:600;padding:.6rem 1.2rem;border:0;border-radius:.5rem;background:var(--button);color:var(--on-button);cursor:pointer}
.samovar-talk ol{list-style:none;margin:0;padding:0}.samovar-talk li{margin:1rem 0 0;padding:1rem 0 0;border-top:1px solid var(--line)}
.samovar-talk li li{margin-inline-start:1rem}.samovar-talk li div :is(ul,ol){padding-inline-start:1.5rem;list-style:revert}.samovar-talk li div li{margin:0;padding:0;border:0}
blockquote{margin:0 0 .6rem;padding-inline-start:.8rem;border-inline-start:3px solid var(--line)}pre{overflow:auto;margin:0 0 .6rem}
mark{background:none;color:inherit;font-size:.8rem;border:1px solid var(--line);border-radius:1rem;padding:0 .6em}.quiet,small,time{color:var(--quiet);font-size:.9rem}
.notice{padding:.75rem 1rem;border:1px solid var(--line);border-radius:.5rem}.trap{position:absolute;left:-99rem}`;

/** Nothing but this page's own style and form: whatever a stranger should get into it does nothing. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash("sha256", look, "base64")}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** The talk of one page as a page of ours that needs no script. */
export function talkPage(page: TalkPage): Markup {
  const { piece, notice } = page;
  const { language, site, thread, pageUrl, feedUrl } = piece;
  const words = wordsIn[language];
  const name = thread.title ?? site.name;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}: ${name}</title>
        <link rel="canonical" href="${pageUrl}" />
        <link rel="alternate" type="application/rss+xml" href="${feedUrl}" />
        ${raw(`<style>${look}</style>`)}
      </head>
      <body>
        <main>
          <p class="quiet"><a href="${pageUrl}">${name}</a></p>
          <h1>${words.title}</h1>
          ${
            notice
              ? html`<p class="notice" role="${notice.isGood ? "status" : "alert"}">${notice.text}</p>`
              : ""
          }
          ${talkPiece(piece)} ${writeOf(page)}
        </main>
      </body>
    </html>`;
}

function writeOf(page: TalkPage): Markup {
  const { piece, whoMayPost, answered } = page;
  const words = wordsIn[piece.language];
  if (!piece.canWrite) {
    const isOver = piece.thread.isClosed || whoMayPost === "nobody";
    return html`<p class="quiet">${isOver ? words.closed : words.members}</p>`;
  }
  return html`<section id="write">
    <h2>${answered ? words.answerTo(answered.name) : words.write}</h2>
    ${formOf(page)}
  </section>`;
}

function formOf({ piece, form, answered, written, asked, action }: TalkPage): Markup {
  const words = wordsIn[piece.language];
  const wantsReplies = written["wantsReplies"] === "on";
  return html`<form method="post" action="${action}">
    <input type="hidden" name="url" value="${piece.pageUrl}" />
    <input type="hidden" name="form" value="${form}" />
    ${asked ? html`<input type="hidden" name="lang" value="${asked}" />` : ""}
    ${answered ? html`<input type="hidden" name="parentId" value="${answered.id}" />` : ""}
    <label
      >${words.name}<input
        name="name"
        required
        maxlength="${maxNameLength}"
        autocomplete="name"
        value="${written["name"] ?? ""}"
    /></label>
    <label
      >${words.email}<input
        name="email"
        type="email"
        maxlength="320"
        autocomplete="email"
        value="${written["email"] ?? ""}"
    /></label>
    <label class="check"
      ><input
        type="checkbox"
        name="wantsReplies"
        ${wantsReplies ? "checked" : ""}
      />${words.wantsReplies}</label
    >
    ${piece.thread.hasRatings && !answered ? starsOf(piece.language, written["rating"] ?? "") : ""}
    <label
      >${words.yours}<textarea name="body" rows="6" required maxlength="${maxCommentLength}">
${written["body"] ?? ""}</textarea>
    </label>
    <span class="trap" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off" /></span>
    <button>${words.send}</button>
  </form>`;
}

function starsOf(language: PageLanguage, chosen: string): Markup {
  const words = wordsIn[language];
  return html`<label
    >${words.rating}<select name="rating">
      <option value="">${words.noRating}</option>
      ${[5, 4, 3, 2, 1].map(
        (stars) =>
          html`<option value="${stars}" ${String(stars) === chosen ? "selected" : ""}>
            ${words.rated(stars)}
          </option>`,
      )}
    </select></label
  >`;
}
