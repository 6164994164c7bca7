/** What campaigns and networks hang on to an address: it tells where a reader came from, not what he reads. */
const followers =
  /^(utm_.*|smv|fbclid|gclid|gbraid|wbraid|dclid|yclid|ysclid|_openstat|msclkid|twclid|ttclid|igshid|li_fat_id|mc_[ce]id|rb_clickid)$/i;

const maxLength = 2000;

/** The path and query that a page of the site is known by; undefined for what is none. */
export function pathOf(address: string, origins: readonly string[]): string | undefined {
  const page = URL.parse(address, origins[0]);
  if (!page || !origins.includes(page.origin)) return undefined;
  const kept = new URLSearchParams([...page.searchParams].filter(([name]) => !followers.test(name)));
  const path = kept.size > 0 ? `${page.pathname}?${kept.toString()}` : page.pathname;
  return path.length > maxLength ? undefined : path;
}
