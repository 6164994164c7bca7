import { html } from "hono/html";
import type { ListAnswer } from "./schema.ts";

const headings = { en: "Worth reading next", ru: "Что почитать дальше" };

/** A list as a piece of HTML to be put into a page; nothing where it has no entries. */
export function listPiece({ title, items }: ListAnswer, language: "en" | "ru") {
  const heading = title ?? headings[language];
  if (items.length === 0) return html``;
  const entries = items.map(
    ({ url, title: name, description, note }) =>
      html` <li>
        <a href="${url}">${name}</a>${note === null ? "" : html` <small>${note}</small>`}
        ${description === null ? "" : html`<p>${description}</p>`}
      </li>`,
  );
  return html`<nav aria-label="${heading}">
    <h2>${heading}</h2>
    <ol>
      ${entries}
    </ol>
  </nav> `;
}
