/** Marks that campaigns and networks put on a link: the page behind it is the same. */
const tracking = /^(utm_\w+|fbclid|gclid|yclid|ysclid|msclkid|dclid|twclid|igshid|mc_[ce]id|_openstat|smv)$/i;

/** Files that are no pages; what an address does not tell, its answer will. */
const files =
  /\.(jpe?g|png|gif|webp|avif|svgz?|ico|bmp|tiff?|mp[34]|m4[av]|webm|og[gv]|wav|mov|avi|pdf|docx?|xlsx?|pptx?|odt|epub|zip|gz|rar|7z|tar|dmg|exe|apk|css|m?js|json|xml|rss|atom|woff2?|ttf)$/i;

const maxLength = 2000;

/** The address of what may be a page, in its one form; undefined for what is none by its name. */
export function pageAddress(address: string, base?: string): string | undefined {
  const clean = cleanAddress(address, base);
  return clean === undefined || files.test(new URL(clean).pathname) ? undefined : clean;
}

/**
 * The one form of an address by which a crawl knows it: without fragment, default port, the dot after the host and
 * tracking parameters. The order of parameters is left: it may mean something. Undefined for what is no web address.
 */
export function cleanAddress(address: string, base?: string): string | undefined {
  const url = URL.parse(address, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  url.hash = "";
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.replace(/\.+$/, "");
  const parameters = url.search.slice(1).split("&");
  const kept = parameters.filter((each) => each !== "" && !tracking.test(each.split("=", 1)[0] ?? ""));
  if (kept.length < parameters.length || url.search === "") url.search = kept.join("&");
  return url.href.length <= maxLength ? url.href : undefined;
}
