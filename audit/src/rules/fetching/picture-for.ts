import type { NetworkId } from "../../networks/network.ts";
import type { Page } from "../../page/page.ts";
import { mainImage } from "../image/card-image.ts";
import { findContent } from "../tags.ts";

/** The address of the picture that the page offers to that network; undefined where it offers none. */
export function pictureFor(page: Page, id: NetworkId): string | undefined {
  const own = id === "x" ? findContent(page, "twitter:image", "twitter:image:src") : undefined;
  return own === undefined ? mainImage(page)?.url : URL.parse(own, page.baseUrl)?.href;
}
