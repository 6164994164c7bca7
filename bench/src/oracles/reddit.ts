/**
 * Written after what Reddit's `_find_thumbnail_image` does: r2/r2/lib/media.py of reddit-archive/reddit at 006add6a
 * (reddit Inc., CPAL-1.0; none of its text is here). Where it fetched each picture to learn its size, this takes the size that
 * the page declares: nothing is fetched here.
 */
import { attributeOf, find, type Dom, type Element } from "./dom.ts";
import type { OracleCard } from "./oracle.ts";

export function redditOracle(dom: Dom): OracleCard {
  const meta =
    find(dom, "meta", (each) => attributeOf(each, "property") === "og:image") ??
    find(dom, "meta", (each) => attributeOf(each, "name") === "og:image");
  const named = meta && attributeOf(meta, "content");
  if (named) return { image: fetchable(named) };
  const link = find(dom, "link", (each) => attributeOf(each, "rel") === "image_src");
  const linked = link && attributeOf(link, "href");
  if (linked) return { image: fetchable(linked) };
  return { image: biggest(dom) };
}

/** `_initialize_request`: what does not begin with a web scheme is not fetched. */
const fetchable = (url: string): string | undefined =>
  /^https?:\/\//.test(url) ? URL.parse(url)?.href : undefined;

function biggest(dom: Dom): string | undefined {
  let maxArea = 0;
  let maxUrl: string | undefined;
  for (const element of dom.elements) {
    const url =
      element.tagName === "img" ? URL.parse(attributeOf(element, "src") ?? "", dom.url)?.href : undefined;
    const area = url === undefined || attributeOf(element, "src") === undefined ? 0 : areaOf(element, url);
    if (area > maxArea) [maxArea, maxUrl] = [area, url];
  }
  return maxUrl;
}

function areaOf(element: Element, url: string): number {
  const size = ["width", "height"].map((name) => Number.parseInt(attributeOf(element, name) ?? "", 10) || 0);
  const area = Math.max(...size) * Math.min(...size);
  if (area < 5000 || Math.floor(Math.max(...size) / Math.min(...size)) > 1.5) return 0;
  return url.toLowerCase().includes("sprite") ? Math.floor(area / 10) : area;
}
