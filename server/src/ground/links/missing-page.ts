import { html } from "hono/html";

const words = {
  en: {
    title: "This link leads nowhere",
    what: "It may have been typed with a mistake, cut off by a messenger, or taken away by its owner.",
    next: "Check it letter by letter, or ask whoever gave it to you for a new one.",
  },
  ru: {
    title: "Эта ссылка никуда не ведёт",
    what: "Возможно, в ней опечатка, её обрезал мессенджер или её удалил владелец.",
    next: "Проверьте её по буквам или попросите новую у того, кто вам её дал.",
  },
} as const;

/** Friendly, self-contained, light and dark. */
export function missingPage(language: keyof typeof words) {
  const { title, what, next } = words[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          :root {
            color-scheme: light dark;
          }
          body {
            font:
              1.125rem/1.6 system-ui,
              sans-serif;
            max-width: 34rem;
            margin: 18vh auto 0;
            padding: 0 1.5rem;
          }
          h1 {
            font-size: 1.75rem;
            line-height: 1.25;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${what}</p>
          <p>${next}</p>
        </main>
      </body>
    </html>`;
}
