import { describePage } from "@samovar/audit";
import type { Http } from "@samovar/http-client";
import { readLivePage } from "#src/ground/sites/index.ts";
import { say } from "#src/platform/say.ts";
import { CardContent } from "./schema.ts";

/** What a card is made of: words, and where the page's picture is. */
export interface PageWords {
  readonly content: CardContent;
  readonly imageUrl: string | null;
}

/** Reads a page and takes what it says of itself. Throws `unavailable` where it can't be had. */
export async function describeForCard(http: Http, pageUrl: string): Promise<PageWords> {
  const page = await readLivePage(
    http,
    pageUrl,
    say`See that the page opens, or say yourself what the card shall show`,
  );
  const { title = "", author = "", publishedAt, lang, image } = describePage(page);
  return {
    content: CardContent.parse({
      title: title.slice(0, 1000),
      author: author.slice(0, 300),
      publishedOn: dayOf(publishedAt),
      language: lang?.slice(0, 35),
    }),
    imageUrl: image ?? null,
  };
}

/** The day of an instant or of a day. */
const dayOf = (publishedAt: string | undefined) =>
  publishedAt !== undefined && /^\d{4}-\d{2}-\d{2}/.test(publishedAt) ? publishedAt.slice(0, 10) : null;
