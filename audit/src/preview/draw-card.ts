import type { NetworkId } from "../networks/network.ts";
import type { Language } from "../rules/rule.ts";
import type { Card } from "./card.ts";
import { baseStyles } from "./styles/base.ts";
import { chatStyles } from "./styles/chats.ts";
import { feedStyles } from "./styles/feeds.ts";
import { messengerStyles } from "./styles/messengers.ts";
import { newerFeedStyles } from "./styles/newer-feeds.ts";

export interface DrawingOptions {
  readonly theme: "light" | "dark";
  readonly language: Language;
  /** Where the picture is loaded from: a proxy, or a `data:` address. Default: from where the page has it. */
  readonly imageSource?: ((url: string) => string) | undefined;
}

/** The style sheet of all cards; once on a page. It touches nothing outside `.samovar-card`. */
export const cardStyles: string = [baseStyles, feedStyles, newerFeedStyles, messengerStyles, chatStyles].join(
  "\n",
);

/**
 * The card as its network would show it: HTML without scripts and without outside resources but the picture. It needs
 * `cardStyles`. All that comes from the page is escaped.
 */
export function drawCard(card: Card, options: DrawingOptions): string {
  const classes = `samovar-card card-${card.network} is-${card.layout} is-${options.theme}`;
  return `<div class="${classes}" lang="${options.language}">${draw(card, options)}</div>`;
}

function draw(card: Card, options: DrawingOptions): string {
  if (card.layout === "none") return `<span class="card-link" dir="auto">${escapeHtml(card.domain)}</span>`;
  if (card.network === "x" && card.layout === "large") return drawOverlaid(card, options);
  const picture = drawPicture(card, options);
  const text = `<div class="card-text">${shapes[card.network].map((part) => parts[part](card, options)).join("")}</div>`;
  const isPictureLast = card.layout === "large" && pictureLast.has(card.network);
  return `<div class="card-frame"${stripe(card)}>${isPictureLast ? text + picture : picture + text}</div>`;
}

/** X writes the title upon the picture, and the source below the frame. */
function drawOverlaid(card: Card, options: DrawingOptions): string {
  const from = options.language === "ru" ? "Источник:" : "From";
  const title = `<div class="card-overlay">${parts.title(card, options)}</div>`;
  return (
    `<div class="card-frame">${drawPicture(card, options)}${title}</div>` +
    `<div class="card-caption">${from} ${escapeHtml(card.domain)}</div>`
  );
}

const pictureLast: ReadonlySet<NetworkId> = new Set(["telegram", "slack", "discord"]);

/** Networks that put a page's sign where a picture is missing. */
const withSign: ReadonlySet<NetworkId> = new Set(["x", "mastodon"]);

const pageSign =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8zm2 16H8v-2h8zm0-4H8v-2h8zm-3-5V3.5L18.5 9z"/></svg>';

function drawPicture({ image, layout, network }: Card, { imageSource }: DrawingOptions): string {
  const source =
    image && layout !== "text" ? safeSource(imageSource ? imageSource(image.url) : image.url) : undefined;
  if (source !== undefined) {
    const alt = escapeHtml(image?.alt ?? "");
    return `<div class="card-picture"><img src="${escapeHtml(source)}" alt="${alt}" loading="lazy" referrerpolicy="no-referrer"></div>`;
  }
  if (layout !== "text" && image) return '<div class="card-picture"></div>';
  return withSign.has(network) ? `<div class="card-picture card-sign">${pageSign}</div>` : "";
}

/** Only what can be nothing but a picture: an address of the web, or the picture itself. */
function safeSource(source: string): string | undefined {
  if (/^data:image\/[a-z0-9.+-]+[;,]/i.test(source)) return source;
  const { protocol, href } = URL.parse(source) ?? {};
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

type Part = "domain" | "site" | "author" | "title" | "description" | "byline";

/** What stands in the card's text, from above. */
const shapes: Readonly<Record<NetworkId, readonly Part[]>> = {
  facebook: ["domain", "title", "description"],
  x: ["domain", "title", "description"],
  linkedin: ["title", "domain"],
  vk: ["title", "domain"],
  ok: ["title", "description", "domain"],
  telegram: ["site", "title", "description"],
  whatsapp: ["title", "description", "domain"],
  viber: ["title", "description", "domain"],
  pinterest: ["title", "site"],
  slack: ["site", "author", "title", "description"],
  discord: ["site", "author", "title", "description"],
  mastodon: ["site", "title", "byline"],
  bluesky: ["title", "description", "domain"],
  reddit: ["title", "domain"],
  threads: ["domain", "title"],
  imessage: ["title", "domain"],
  signal: ["title", "description", "domain"],
  misskey: ["title", "description", "site"],
};

const parts: Readonly<Record<Part, (card: Card, options: DrawingOptions) => string>> = {
  domain: (card) => line("domain", card.domain),
  site: (card) => line("site", card.siteName?.shown ?? card.domain),
  author: (card) => line("author", card.author?.shown),
  title: (card) => line("title", card.title?.shown),
  description: (card) => line("description", card.description?.shown),
  /** Who wrote it, in the place of the description where an author is named. */
  byline(card, { language }) {
    if (!card.author) return line("description", card.description?.shown);
    const by = language === "ru" ? "Автор:" : "By";
    return `<div class="card-byline" dir="auto">${by} <b>${escapeHtml(card.author.shown)}</b></div>`;
  },
};

const line = (part: string, text: string | undefined): string =>
  text === undefined || text === "" ? "" : `<div class="card-${part}" dir="auto">${escapeHtml(text)}</div>`;

function stripe({ accent }: Card): string {
  return accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? ` style="--card-accent:${accent}"` : "";
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
