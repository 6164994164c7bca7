import { hash } from "node:crypto";
import type { Context } from "hono";
import { escapeHtml } from "#src/ground/mail/index.ts";
import type { Language } from "./letters-schema.ts";

const look = `:root{color-scheme:light dark;--page:#f4f2ee;--sheet:#fff;--text:#1d1b18;--quiet:#5f5a51;--line:#8b857a;--button:#a8430f;--on-button:#fff}
@media (prefers-color-scheme:dark){:root{--page:#17161a;--sheet:#242329;--text:#ece9e4;--quiet:#b3aea5;--line:#827d74;--button:#e2733d;--on-button:#17161a}}
*{box-sizing:border-box}body{margin:0;padding:2rem 1rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.75rem 1.5rem;background:var(--sheet);border-radius:.75rem;overflow-wrap:anywhere}
h1{margin:0 0 1rem;font-size:1.4rem;line-height:1.3}h2{margin:2rem 0 .5rem;font-size:1.1rem}p{margin:0 0 1rem}
form{margin:0 0 1rem;display:grid;gap:1rem;justify-items:start}fieldset{margin:0;padding:0;border:0;display:grid;gap:.4rem}legend,.label{padding:0;font-weight:600}
label{display:flex;gap:.5rem;align-items:center;min-height:1.75rem}label.label{display:grid;gap:.25rem;width:100%}small{color:var(--quiet)}
input:not([type=radio],[type=checkbox]){font:inherit;width:100%;padding:.55rem .7rem;border:1px solid var(--line);border-radius:.4rem;background:transparent;color:inherit}
[type=radio],[type=checkbox]{width:1.15rem;height:1.15rem;accent-color:var(--button)}
button{font:inherit;font-weight:600;padding:.65rem 1.3rem;border:0;border-radius:.5rem;background:var(--button);color:var(--on-button);cursor:pointer}
button.quiet{background:transparent;color:inherit;border:1px solid var(--line)}a{color:inherit}.trap{position:absolute;left:-99rem}`;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash("sha256", look, "base64")}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

interface Page {
  readonly language: Language;
  readonly title: string;
  /** HTML of our own making; values in it are escaped already. */
  readonly body: string;
  readonly status?: 200 | 202 | 400 | 403 | 404 | 429;
}

/** A page of ours that works without scripts, is in no index, and tells its address to nobody. */
export function letterPage(c: Context, { language, title, body, status = 200 }: Page): Response {
  c.header("Content-Security-Policy", policy);
  // The address holds the key of a subscriber; our own forms must still say where they come from.
  c.header("Referrer-Policy", "same-origin");
  c.header("X-Robots-Tag", "noindex");
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Cache-Control", "no-store");
  return c.html(
    `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${look}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>`,
    status,
  );
}

export const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** A form that is one button. */
export const buttonForm = ({
  action = "",
  label,
  isQuiet = false,
}: {
  readonly action?: string;
  readonly label: string;
  readonly isQuiet?: boolean;
}): string =>
  `<form method="post"${action === "" ? "" : ` action="${escapeHtml(action)}"`}><button${isQuiet ? ' class="quiet"' : ""}>${escapeHtml(label)}</button></form>`;

export const linkTo = (url: string, label: string): string =>
  `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;

interface Choice {
  readonly type: "checkbox" | "radio";
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly isChosen: boolean }[];
  readonly note?: string;
}

/** Boxes or buttons to choose from. */
export const choice = ({ type, name, legend, options, note }: Choice): string =>
  `<fieldset><legend>${escapeHtml(legend)}</legend>${options
    .map(
      ({ value, label, isChosen }) =>
        `<label><input type="${type}" name="${name}" value="${escapeHtml(value)}"${isChosen ? " checked" : ""}>${escapeHtml(label)}</label>`,
    )
    .join("")}${note === undefined ? "" : `<small>${escapeHtml(note)}</small>`}</fieldset>`;
