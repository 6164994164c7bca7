import { describePage, readPage } from "@samovar/audit";
import { type Http, HttpFailure } from "@samovar/http-client";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { CardContent } from "./schema.ts";

/** What a card is made of: words, and where the page's picture is. */
export interface PageWords {
  readonly content: CardContent;
  readonly imageUrl: string | null;
}

const maxPageBytes = 3 * 1024 * 1024;

/** Reads a page and takes what it says of itself. Throws `unavailable` where it can't be had. */
export async function describeForCard(http: Http, pageUrl: string): Promise<PageWords> {
  const response = await fetchPage(http, pageUrl);
  const page = readPage({
    url: response.url === "" ? pageUrl : response.url,
    contentType: response.headers.get("Content-Type") ?? undefined,
    body: new Uint8Array(await response.arrayBuffer()),
    isTruncated: false,
  });
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

async function fetchPage(http: Http, pageUrl: string): Promise<Response> {
  try {
    const response = await http(pageUrl, { maxBytes: maxPageBytes, headers: { Accept: "text/html" } });
    if (response.ok) return response;
    throw cannotRead(pageUrl, `${response.status}`);
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause;
    throw cannotRead(pageUrl, cause.message, cause);
  }
}

const cannotRead = (pageUrl: string, why: string, cause?: unknown) =>
  new Problem("unavailable", say`${pageUrl} can't be read: ${why}`, {
    hint: say`See that the page opens, or say yourself what the card shall show`,
    cause,
  });

/** The day of an instant or of a day. */
const dayOf = (publishedAt: string | undefined) =>
  publishedAt !== undefined && /^\d{4}-\d{2}-\d{2}/.test(publishedAt) ? publishedAt.slice(0, 10) : null;
