import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

/** What campaigns and networks hang on to an address: it tells where a reader came from, not what he reads. */
const followers =
  /^(utm_.*|smv|fbclid|gclid|gbraid|wbraid|dclid|yclid|ysclid|_openstat|msclkid|twclid|ttclid|igshid|li_fat_id|mc_[ce]id|rb_clickid)$/i;

/** As much as the index of paths takes, and more than browsers' address bars show. */
export const maxPathLength = 2000;

/**
 * The path and query by which a page's talk is kept: without fragment and followers, the rest of the query as it
 * stands. Throws `invalid` for what is no page of the site.
 */
export function pathOfPage(url: string, origins: readonly string[]): string {
  const page = URL.parse(url);
  if (!page || !origins.includes(page.origin)) {
    throw new Problem("invalid", say`url: "${url.slice(0, 200)}" is no page of ${origins[0]}`, {
      hint: say`Give the whole address of the page, as in ${`${origins[0]}/page`}`,
    });
  }
  const kept = new URLSearchParams([...page.searchParams].filter(([name]) => !followers.test(name)));
  const path = kept.size > 0 ? `${page.pathname}?${kept.toString()}` : page.pathname;
  if (path.length <= maxPathLength) return path;
  throw new Problem("invalid", say`url: the path is longer than ${maxPathLength} characters`, {
    hint: say`Give the page's canonical address`,
  });
}
