import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Content = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of ours on the way of a sign-in: small, without scripts, light and dark. */
export function signInPage(page: {
  readonly language: "en" | "ru";
  readonly title: string;
  readonly content: Content;
}): Content {
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title}</title>
        <style>
          :root {
            color-scheme: light dark;
          }
          body {
            font:
              1.125rem/1.6 system-ui,
              sans-serif;
            max-width: 34rem;
            margin: 14vh auto 0;
            padding: 0 1.5rem;
            overflow-wrap: anywhere;
          }
          button {
            font: inherit;
            padding: 0.6rem 1.2rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${page.title}</h1>
          ${page.content}
        </main>
      </body>
    </html>`;
}

const words = {
  en: {
    title: "Sign in",
    ask: (name: string, email: string) => `Do you want to write on ${name} as ${email}?`,
    yes: "Yes, sign me in",
    ignore: "If you did not ask for it, close this page: nothing happens.",
    subject: (name: string) => `Sign in to write on ${name}`,
    mail: (name: string) =>
      `Somebody, probably you, wants to write on ${name} under this address. This link signs in; it is good for an hour:`,
    mailIgnore: "If it was not you, do nothing: without the link nobody can write in your name.",
  },
  ru: {
    title: "Вход",
    ask: (name: string, email: string) => `Хотите писать на сайте «${name}» под адресом ${email}?`,
    yes: "Да, войти",
    ignore: "Если вы об этом не просили, закройте страницу: ничего не произойдёт.",
    subject: (name: string) => `Вход, чтобы писать на сайте «${name}»`,
    mail: (name: string) =>
      `Кто-то, скорее всего вы, хочет писать на сайте «${name}» под этим адресом. Эта ссылка выполняет вход; она действует час:`,
    mailIgnore: "Если это были не вы, ничего не делайте: без ссылки никто не сможет писать от вашего имени.",
  },
} as const;

export const signInWords = (language: "en" | "ru") => words[language];
