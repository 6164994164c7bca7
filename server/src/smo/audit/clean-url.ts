/** Parameters that tell where a visitor came from, and not what page he sees. */
const arrival = /^(utm_\w+|smv|fbclid|gclid|yclid|ysclid|msclkid|igshid|mc_[ce]id|_openstat)$/i;

/** The page's own address: without its fragment and without what campaigns add. Pure. */
export function cleanUrl(address: string): string {
  const url = new URL(address);
  url.hash = "";
  const added = [...url.searchParams.keys()].filter((name) => arrival.test(name));
  for (const name of added) url.searchParams.delete(name);
  return url.href;
}

/** What is no page by its name: a crawl need not open it to know. */
const files =
  /\.(jpe?g|png|gif|webp|avif|svg|ico|css|m?js|json|xml|rss|atom|txt|pdf|zip|gz|rar|7z|mp[34]|m4a|ogg|wav|webm|avi|mov|woff2?|ttf|docx?|xlsx?|pptx?|epub|apk|exe|dmg)$/i;

/** Whether a crawl of these origins follows the link. */
export function isCrawled(address: string, origins: readonly string[]): boolean {
  const url = URL.parse(address);
  return url !== null && origins.includes(url.origin) && !files.test(url.pathname) && address.length <= 2000;
}
