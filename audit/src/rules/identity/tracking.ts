/** Parameters that tell one arrival from another; never a part of what the page is. `smv` is Samovar's own. */
const tracking =
  /^(utm_\w+|smv|fbclid|gclid|dclid|gbraid|wbraid|yclid|ysclid|_openstat|twclid|igshid|igsh|mc_[ce]id|msclkid|li_fat_id|share_?id|ref_src)$/i;

/** The first such parameter of an address, by name. */
export const findTracking = (url: URL): string | undefined =>
  [...url.searchParams.keys()].find((name) => tracking.test(name));

/** The address that is left without them, and without a fragment. */
export function withoutTracking(address: string): string {
  const url = new URL(address);
  const named = [...url.searchParams.keys()].filter((name) => tracking.test(name));
  for (const name of named) url.searchParams.delete(name);
  url.hash = "";
  return url.href;
}
