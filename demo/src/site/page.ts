/** The magazine's pages. Plain HTML as an owner would write it, with Samovar's two lines in it. */
import { html, raw } from "hono/html";
import { type Article, articles, magazine } from "./articles.ts";
import { pictureAddress } from "./pictures.ts";

/** What Samovar gave the owner to put into the pages. Absent until the site is registered. */
export interface Embedded {
  /** The line of the site script, from the site's settings. */
  readonly embedLine: string;
  readonly proofMeta: string;
  readonly samovarUrl: string;
}

type Html = ReturnType<typeof html>;

const style = `:root{color-scheme:light dark;--ink:light-dark(#2b2118,#efe6da);--paper:light-dark(#fffaf2,#1d1814);--line:light-dark(#e4d6c2,#43382d);--accent:light-dark(#8a3d12,#f0a36b)}
*{box-sizing:border-box}body{margin:0;font:18px/1.65 Georgia,"PT Serif",serif;color:var(--ink);background:var(--paper)}
a{color:var(--accent)}header,main,footer{max-width:46rem;margin:auto;padding:1.25rem}header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;border-bottom:1px solid var(--line)}
header a{font-size:1.5rem;font-weight:700;text-decoration:none}header p{margin:0;font-size:.95rem}h1{font-size:clamp(1.7rem,6vw,2.6rem);line-height:1.15}
img{display:block;width:100%;height:auto;border-radius:.75rem}.lead{font-size:1.2rem}.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.5rem;padding:0;list-style:none}
.cards a{font-weight:700;font-size:1.1rem;line-height:1.3}.pass{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin:2rem 0;padding:1rem;border:1px solid var(--line);border-radius:.75rem}
samovar-pass{display:inline-block;inline-size:11rem;block-size:2.75rem}.pass p{margin:0}button.book{font:inherit;padding:.6rem 1.2rem;border-radius:.6rem;border:1px solid var(--accent);background:none;color:var(--accent);cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}footer{border-top:1px solid var(--line);font-size:.9rem}`;

interface PageParts {
  readonly language: "ru" | "en";
  readonly title: string;
  readonly description: string;
  readonly origin: string;
  readonly path: string;
  /** What the front page shows of itself, an article of its own. */
  readonly shown: Article | undefined;
  /** Absent on the front page, which is no article. */
  readonly article?: Article;
  readonly embedded: Embedded | undefined;
}

function page(parts: PageParts, body: Html | Promise<Html>): Html {
  const { language, title, description, origin, path, shown, article, embedded } = parts;
  const url = `${origin}${path}`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <link rel="canonical" href="${url}" />
        <link rel="alternate" type="application/rss+xml" title="${magazine.name}" href="/feed.xml" />
        <link rel="apple-touch-icon" sizes="180x180" href="/apple-touch-icon.png" />
        <meta name="theme-color" content="#8a3d12" />
        <meta property="og:type" content="${article ? "article" : "website"}" />
        ${
          article &&
          html`<meta property="article:published_time" content="${article.publishedAt}" />
            <meta property="article:author" content="${article.author}" />`
        }
        <meta property="og:site_name" content="${magazine.name}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${description}" />
        <meta property="og:url" content="${url}" />
        <meta name="twitter:card" content="summary_large_image" />
        ${shown && cardImage(shown, origin)}
        <style>
          ${raw(style)}
        </style>
        ${embedded && raw(`${embedded.proofMeta}\n${embedded.embedLine}\n`)}
        ${embedded && html`<script async src="${embedded.samovarUrl}/w/pass.js"></script>`}
      </head>
      <body>
        <header>
          <a href="/">${magazine.name}</a>
          <p>${magazine.tagline}</p>
        </header>
        <main>${body}</main>
        <footer>
          <p>${magazine.name} · <a href="/feed.xml">RSS</a></p>
        </footer>
      </body>
    </html>`;
}

/** The tags of the card's picture, where there is one. */
function cardImage(article: Article, origin: string): Html | undefined {
  const address = pictureAddress(article);
  if (!address || !article.picture) return undefined;
  return html`<meta property="og:image" content="${origin}${address}" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${article.picture.alt}" />`;
}

const image = (article: Article) =>
  article.picture &&
  html`<img src="${pictureAddress(article)}" alt="${article.picture.alt}" width="1200" height="630" />`;

/** The front page: every article with its picture. */
export function frontPage(origin: string, embedded: Embedded | undefined): Html {
  const cards = articles.map(
    (article) =>
      html`<li lang="${article.language}">
        ${image(article)}
        <p><a href="/${article.slug}">${article.title}</a><br />${article.lead}</p>
      </li>`,
  );
  return page(
    {
      language: "ru",
      title: magazine.name,
      description: magazine.about,
      origin,
      path: "/",
      shown: articles[0],
      embedded,
    },
    html`<h1>${magazine.tagline}</h1>
      <ul class="cards">
        ${cards}
      </ul>`,
  );
}

const words = {
  ru: { pass: "Понравилось? Передайте дальше:", book: "Забронировать столик", more: "Читайте ещё" },
  en: { pass: "Enjoyed it? Pass it on:", book: "Book a table", more: "Read on" },
} as const;

/** One article, with the share button and a goal: a booked table. */
export function articlePage(article: Article, origin: string, embedded: Embedded | undefined): Html {
  const say = words[article.language];
  const next = articles[(articles.indexOf(article) + 1) % articles.length];
  const more =
    next && html`<p>${say.more}: <a href="/${next.slug}" lang="${next.language}">${next.title}</a></p>`;
  const pass =
    embedded &&
    html`<div class="pass">
      <p>${say.pass}</p>
      <samovar-pass lang="${article.language}"></samovar-pass>
      <button class="book" type="button" onclick="(window.samovar ||= []).push(['goal', 'book-a-table'])">
        ${say.book}
      </button>
    </div>`;
  return page(
    {
      language: article.language,
      title: article.title,
      description: article.lead,
      origin,
      path: `/${article.slug}`,
      shown: article,
      article,
      embedded,
    },
    html`<article>
      <h1>${article.title}</h1>
      <p class="lead">${article.lead}</p>
      ${image(article)} ${article.paragraphs.map((text) => html`<p>${text}</p>`)} ${pass} ${more}
    </article>`,
  );
}

/** What stands at an address that is not there: the way to what is. */
export function missingPage(origin: string, embedded: Embedded | undefined): Html {
  const title = "Такой страницы нет";
  const description = "Возможно, ссылка обрезалась по дороге. Вот что у нас есть почитать.";
  return page(
    { language: "ru", title, description, origin, path: "/", shown: undefined, embedded },
    html`<h1>${title}</h1>
      <p>${description}</p>
      <ul>
        ${articles.map((each) => html`<li lang="${each.language}"><a href="/${each.slug}">${each.title}</a></li>`)}
      </ul>`,
  );
}
