import { parse, type DefaultTreeAdapterTypes } from "parse5";
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
    const isPage = response.ok && /html/i.test(response.headers.get("content-type") ?? "");
    return isPage ? readCard(await response.text(), response.url || url) : undefined;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    log.info({ url, why: error.message }, "A page's card could not be read");
    return undefined;
  }
}

/** Pure. */
export function readCard(html: string, url: string): PageCard | undefined {
  const found = new Map<string, string>();
  collect(parse(html), found);
  const first = (...names: string[]) => names.map((name) => found.get(name)?.trim()).find((value) => value);
  const title = first("og:title", "twitter:title", "title");
  if (!title) return undefined;
  const image = first("og:image:secure_url", "og:image", "og:image:url", "twitter:image");
  return {
    title: title.slice(0, maxTitle),
    description: (first("og:description", "twitter:description", "description") ?? "").slice(
      0,
      maxDescription,
    ),
    imageUrl: (image && URL.parse(image, url)?.href) ?? null,
  };
}

type Node = DefaultTreeAdapterTypes.Node;

/** The first value of each name counts. */
function collect(node: Node, found: Map<string, string>): void {
  const [name, value] = factOf(node);
  if (name && value !== undefined && !found.has(name)) found.set(name, value);
  if ("childNodes" in node) for (const child of node.childNodes) collect(child, found);
}

/** What one element says: a `meta` by its property or name, the page's title by its text. */
function factOf(node: Node): readonly (string | undefined)[] {
  if (node.nodeName === "title" && "childNodes" in node)
    return ["title", node.childNodes.map(textOf).join("")];
  if (node.nodeName !== "meta" || !("attrs" in node)) return [];
  const attrs = new Map(node.attrs.map((each) => [each.name, each.value]));
  return [(attrs.get("property") ?? attrs.get("name"))?.toLowerCase(), attrs.get("content")];
}

const textOf = (node: Node) => ("value" in node ? node.value : "");
