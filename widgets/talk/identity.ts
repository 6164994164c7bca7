import type { Place } from "../base/base.ts";
import type { Words } from "./words.ts";

/** The mail with the link, and the provider of accounts, lead back to the page with this in its fragment. */
const arrival = /#samovar-code=([\w.~-]+)/;
export const keyOf = (site: string): string => `samovar-talk-${site}`;

export function tokenOf(site: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(site)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Kept only of who has written or signed in: it is what lets him edit and be known again. */
export function keepToken(site: string, token: string): void {
  try {
    localStorage[token ? "setItem" : "removeItem"](keyOf(site), token);
  } catch {
    // A page may be forbidden to store anything: then he is a guest on the next page.
  }
}

/** Whoever comes back with a code, or is signed in at the site itself, is known from now on. */
export async function arrive({ host, site, ask }: Place<Words>): Promise<void> {
  const code = arrival.exec(location.hash)?.[1];
  const sso = code || tokenOf(site) ? undefined : await ownUser(host);
  if (!code && !sso) return;
  if (code) history.replaceState(history.state, "", location.href.replace(arrival, ""));
  const { token } = await ask<{ token: string }>(`/talk/${site}/tokens`, { body: code ? { code } : { sso } });
  keepToken(site, token);
  // Signed in by a window of its own: the one that it was opened from hears of the token by itself.
  if (code && window.opener) window.close();
}

/** The site's own user: an attribute, or a function that the page gives when its token takes time to get. */
async function ownUser(host: HTMLElement): Promise<string | undefined> {
  const give: unknown = Reflect.get(host, "ssoToken");
  const given: unknown = typeof give === "function" ? await give.call(host) : host.getAttribute("sso");
  return typeof given === "string" && given ? given : undefined;
}
