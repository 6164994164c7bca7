import type { Anchor, Page } from "../../page/page.ts";

/** Links from this page to others of its site, each address once, those in the text first. */
export function onwardLinks(page: Page): Anchor[] {
  const here = new Set([bare(page.url), ...canonicalOf(page)]);
  const found = new Map<string, Anchor>();
  const ordered = [
    ...page.anchors.filter(({ isFurniture }) => !isFurniture),
    ...page.anchors.filter(({ isFurniture }) => isFurniture),
  ];
  for (const anchor of ordered) {
    const url = bare(anchor.url);
    if (url === undefined || here.has(url) || found.has(url) || !isOwn(url, page)) continue;
    found.set(url, { ...anchor, url });
  }
  return [...found.values()];
}

function canonicalOf({ links }: Page): (string | undefined)[] {
  return links.filter(({ rel }) => rel.includes("canonical")).map(({ url }) => bare(url));
}

/** Without the place within the page. */
function bare(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  url.hash = "";
  return url.href;
}

/** The same host, with or without `www`. */
const isOwn = (url: string, page: Page): boolean => hostOf(url) === hostOf(page.url);

const hostOf = (address: string): string | undefined => URL.parse(address)?.host.replace(/^www\./, "");
