import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Card } from "../card/template.ts";
import type { PageTags, TagImage } from "../tags/page-tags.ts";
import { FreshCache } from "./fresh-cache.ts";
import type { CardOptions } from "./options.ts";

/** What one card shows. */
export interface CardWords {
  readonly title: string;
  readonly author: string;
  readonly publishedOn: string | null;
  readonly language: string;
  readonly siteName: string;
}

/**
 * Cards for pages without a picture. A card's address holds the hash of what it shows and the path of its page: so a
 * proxy that has just started can draw it again, and nobody can have words drawn that no page says.
 */
export interface Cards {
  readonly imageFor: (wish: PageTags) => TagImage;
  readonly isCard: (request: IncomingMessage) => boolean;
  /** The page whose card it is, and the hash that is asked for. */
  readonly read: (url: string) => { readonly hash: string; readonly path: string } | undefined;
  readonly addressOf: (words: CardWords, pageUrl: string) => string;
  /** The words of this hash, if they were met. */
  readonly findWords: (hash: string) => CardWords | undefined;
  readonly draw: (words: CardWords) => Promise<Uint8Array>;
}

const mostWords = 10_000;
const longest = { title: 300, author: 100, path: 1000 };

export function createCards(options: CardOptions, tell: (message: string, error: unknown) => void): Cards {
  const { path = "/card/", template = {}, assets = {}, maxBytes = 32 * 1024 * 1024 } = options;
  const drawn = new FreshCache<Uint8Array>(maxBytes);
  const met = new Map<string, CardWords>();
  let draw: Promise<Draw> | undefined;
  const hashOf = (words: CardWords) =>
    createHash("sha256")
      .update(JSON.stringify([words, template]))
      .digest("hex")
      .slice(0, 16);
  const pattern = new RegExp(`^${RegExp.escape(path)}([0-9a-f]{16})\\.jpg\\?of=([^&]+)$`);
  const addressOf = (words: CardWords, pageUrl: string): string => {
    const hash = hashOf(words);
    if (met.size >= mostWords) met.delete(String(met.keys().next().value));
    met.set(hash, words);
    const { origin, pathname, search } = new URL(pageUrl);
    return `${origin}${path}${hash}.jpg?of=${encodeURIComponent((pathname + search).slice(0, longest.path))}`;
  };
  return {
    addressOf,
    imageFor: (wish) => ({
      url: addressOf(wordsOf(wish), wish.url),
      width: 1200,
      height: 630,
      type: "image/jpeg",
    }),
    isCard: ({ url = "", method }) => (method === "GET" || method === "HEAD") && pattern.test(url),
    read(url) {
      const [, hash, of] = pattern.exec(url) ?? [];
      const page = of === undefined ? undefined : decoded(of);
      return hash === undefined || !page?.startsWith("/") ? undefined : { hash, path: page };
    },
    findWords: (hash) => met.get(hash),
    draw: (words) =>
      drawn.get(hashOf(words), async () => {
        const card = await (await (draw ??= loadDrawing(template, assets)))(words);
        for (const note of card.notes) tell(`A card was drawn, but: ${note}`, words.title);
        return { value: card.jpeg, bytes: card.jpeg.length, ttlMs: Infinity, staleMs: 0 };
      }),
  };
}

type Draw = (words: CardWords) => Promise<Card>;

/** Loaded with the first card: the drawing library and its fonts are large, and most sites need neither at once. */
async function loadDrawing(
  template: NonNullable<CardOptions["template"]>,
  assets: NonNullable<CardOptions["assets"]>,
): Promise<Draw> {
  const { createCardRenderer } = await import("../card/render-card.ts");
  const { CardContent, CardTemplate } = await import("../card/template.ts");
  const { renderCard } = createCardRenderer();
  return (words) => {
    const look = CardTemplate.parse({ siteName: words.siteName, ...template });
    return renderCard(look, CardContent.parse(words), assets);
  };
}

export const wordsOf = ({ title, siteName, article, locale }: PageTags): CardWords => ({
  title: title.slice(0, longest.title),
  author: nameOf(article?.author ?? ""),
  publishedOn: /^\d{4}-\d\d-\d\d/.exec(article?.publishedTime ?? "")?.[0] ?? null,
  language: (locale ?? "").replace("_", "-"),
  siteName: (siteName ?? "").slice(0, longest.author),
});

/** An author may be given by an address, which nobody wants to read on a card. */
const nameOf = (author: string) => (/^https?:/i.test(author) ? "" : author.slice(0, longest.author));

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
