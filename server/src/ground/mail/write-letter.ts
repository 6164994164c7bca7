/** What a letter says; all of it is text, never HTML. */
export interface LetterWords {
  readonly language: "ru" | "en";
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Another's words, set off from ours. */
  readonly quotes?: readonly { readonly from: string; readonly text: string; readonly url?: string }[];
  readonly button?: { readonly label: string; readonly url: string };
  /** Small print: why this letter came, and how to get no more of them. */
  readonly footer?: readonly (string | { readonly label: string; readonly url: string })[];
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * A letter as plain text and as HTML that says the same: one column, the reader's own light or dark, no picture, no
 * font or pixel from anywhere, so that opening it tells nobody anything.
 */
export function writeLetter(words: LetterWords): WrittenLetter {
  return { subject: words.subject, text: textOf(words), html: htmlOf(words) };
}

function textOf({ heading, paragraphs, quotes = [], button, footer = [] }: LetterWords): string {
  const parts = [
    heading,
    ...paragraphs,
    ...quotes.map(({ from, text, url }) =>
      [`${from}:`, ...text.split("\n").map((line) => `> ${line}`), ...(url === undefined ? [] : [url])].join(
        "\n",
      ),
    ),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...(footer.length === 0
      ? []
      : [
          `-- \n${footer
            .map((line) => (typeof line === "string" ? line : `${line.label}:\n${line.url}`))
            .join("\n")}`,
        ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function htmlOf(words: LetterWords): string {
  const { language, subject, heading, paragraphs, quotes = [], button, footer = [] } = words;
  const rows = [
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 16px">${linesOf(text)}</p>`),
    ...quotes.map(quoteOf),
    ...(button ? [buttonOf(button)] : []),
    ...(footer.length === 0 ? [] : [footerOf(footer)]),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${look}</style></head>
<body class="page" style="margin:0;padding:24px 12px;background:#f4f2ee;color:#1d1b18">
<div class="sheet" role="article" lang="${language}" style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border-radius:10px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
${rows.join("\n")}
</div></body></html>
`;
}

const look = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#17161a !important;color:#ece9e4 !important}
.sheet{background:#242329 !important}
.quote{border-color:#5a5750 !important}
.small,.small a{color:#a9a49b !important}
.button{background:#e2733d !important;color:#17161a !important}}`;

function quoteOf({ from, text, url }: { from: string; text: string; url?: string }): string {
  const name = url === undefined ? escapeHtml(from) : linkTo({ label: from, url });
  return `<blockquote class="quote" style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #d8d3c8"><p style="margin:0 0 4px;font-weight:600">${name}</p><p style="margin:0;overflow-wrap:anywhere">${linesOf(text)}</p></blockquote>`;
}

const buttonOf = ({ label, url }: { label: string; url: string }): string =>
  `<p style="margin:24px 0"><a class="button" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#a8430f;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>
<p class="small" style="margin:0 0 16px;font-size:13px;color:#6b665d;overflow-wrap:anywhere">${linkTo({ label: url, url })}</p>`;

const footerOf = (footer: NonNullable<LetterWords["footer"]>): string =>
  `<div class="small" style="margin-top:28px;font-size:13px;color:#6b665d">${footer
    .map((line) => `<p style="margin:0 0 6px">${typeof line === "string" ? linesOf(line) : linkTo(line)}</p>`)
    .join("")}</div>`;

const linkTo = ({ label, url }: { label: string; url: string }): string =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(url)}" style="color:inherit">${escapeHtml(label)}</a>`
    : escapeHtml(label);

const linesOf = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");

/** As text, in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);
