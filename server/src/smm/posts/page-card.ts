import { describePage, type Page, readPage } from "@samovar/audit";
import { z } from "zod";
import { HttpFailure } from "@samovar/http-client";
import type { Outside } from "#src/smm/channels/index.ts";

/** What a page says of itself to those who link to it. */
export const PageCard = z.object({
  title: z.string(),
  description: z.string(),
  imageUrl: z.string().nullable(),
});
export type PageCard = z.output<typeof PageCard>;

const maxPageBytes = 2 * 1024 * 1024;
const timeoutMs = 8000;
const freshMs = 5 * 60_000;
const maxTitle = 300;
const maxDescription = 1000;

/** Reads a page's card; nothing where it can't be had: a missing card never stops a post. */
export async function findPageCard(outside: Outside, url: string): Promise<PageCard | undefined> {
  const now = outside.now();
  const known = await outside.transact(({ db }) =>
    db
      .selectFrom("postPageCard")
      .select("card")
      .where("url", "=", url)
      .where("fetchedAt", ">", new Date(now.getTime() - freshMs))
      .executeTakeFirst(),
  );
  if (known) return known.card === null ? undefined : PageCard.parse(known.card);
  const card = await fetchCard(outside, url);
  const kept = { card: card ? JSON.stringify(card) : null, fetchedAt: now };
  await outside.transact(async ({ db }) => {
    await db
      .deleteFrom("postPageCard")
      .where("fetchedAt", "<", new Date(now.getTime() - freshMs))
      .execute();
    await db
      .insertInto("postPageCard")
      .values({ url, ...kept })
      .onConflict((same) => same.columns(["workspaceId", "url"]).doUpdateSet(kept))
      .execute();
  });
  return card;
}

async function fetchCard({ http, log }: Outside, url: string): Promise<PageCard | undefined> {
  try {
    const response = await http(url, { timeoutMs, maxBytes: maxPageBytes, headers: { accept: "text/html" } });
    const contentType = response.headers.get("content-type") ?? "";
    if (!response.ok || !/html/i.test(contentType)) return undefined;
    const body = new Uint8Array(await response.arrayBuffer());
    return cardOfPage(readPage({ url: response.url || url, body, contentType, isTruncated: false }));
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    log.info({ url, why: error.message }, "A page's card could not be read");
    return undefined;
  }
}

/** The card that we build ourselves, for networks that leave it to whoever posts. Nothing for a page without a title. */
function cardOfPage(page: Page): PageCard | undefined {
  const { title, description, image } = describePage(page);
  if (!title) return undefined;
  return {
    title: title.slice(0, maxTitle),
    description: (description ?? "").slice(0, maxDescription),
    imageUrl: image ?? null,
  };
}
