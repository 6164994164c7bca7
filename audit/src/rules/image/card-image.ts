import type { Meta, Page } from "../../page/page.ts";
import type { ImageFacts, Visitors } from "../../visit/visit.ts";
import { findMeta, metasNamed } from "../tags.ts";

/** A picture that the page offers for its card. */
export interface CardImage {
  readonly meta: Meta;
  readonly url: string;
}

/** The pictures of og:image in source order, each address once; its forms `:url` and `:secure_url` say the same. */
export function cardImages(page: Page): CardImage[] {
  const own = metasNamed(page, "og:image");
  const metas = own.length > 0 ? own : metasNamed(page, "og:image:url");
  const found = new Map<string, CardImage>();
  for (const meta of metas) {
    const url = absolute(meta, page);
    if (url !== undefined && !found.has(url)) found.set(url, { meta, url });
  }
  return [...found.values()];
}

/** The one that most networks show. */
export function mainImage(page: Page): CardImage | undefined {
  const [first] = cardImages(page);
  if (first) return first;
  const meta = findMeta(page, "og:image:secure_url", "twitter:image", "twitter:image:src");
  const url = meta && absolute(meta, page);
  return meta && url !== undefined ? { meta, url } : undefined;
}

/** The main picture, measured; undefined where there is none to measure: that is another rule's finding. */
export async function measureMain(
  page: Page,
  web: Visitors | undefined,
): Promise<{ readonly image: CardImage; readonly facts: ImageFacts } | undefined> {
  const image = mainImage(page);
  if (!image || !web) return undefined;
  const facts = await web.image(image.url, "samovar");
  return facts.visit.answer?.status === 200 && facts.type !== undefined ? { image, facts } : undefined;
}

/** Width and height that the tags after a picture declare for it, as the protocol's arrays mean them. */
export function declaredSize(
  page: Page,
  { meta }: CardImage,
): { readonly width: number | undefined; readonly height: number | undefined } {
  const from = page.metas.indexOf(meta) + 1;
  const next = page.metas.findIndex(({ name }, at) => at >= from && name === "og:image");
  const own = page.metas.slice(from, next < 0 ? undefined : next);
  const read = (name: string): number | undefined => {
    const text = own.find((each) => each.name === name)?.content.trim() ?? "";
    return /^\d+$/.test(text) ? Number(text) : undefined;
  };
  return { width: read("og:image:width"), height: read("og:image:height") };
}

function absolute(meta: Meta, page: Page): string | undefined {
  const text = meta.content.trim();
  return text === "" ? undefined : URL.parse(text, page.baseUrl)?.href;
}

export const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
