/**
 * The talk of a page: comments, reviews, answers.
 *
 *     <script type="module" src="https://samovar.example/w/talk.js"></script>
 *     <samovar-talk site="SITE_KEY"></samovar-talk>
 *
 * Attributes: `page` (else the canonical address), `heading`, `sso` (a token for the site's own user; or a function
 * `ssoToken` on the element), `site`, `lang`, `theme`. What the owner's server has put inside (the same talk as HTML,
 * for readers without scripts and for search engines) stands there until the element has loaded its own.
 */
import { define, isRefusal, make, type Place } from "../base/base.ts";
import { draft, formLook, reasonOf } from "../base/forms.ts";
import { arrive, keepToken, keyOf, tokenOf } from "./identity.ts";
import { look } from "./look.ts";
import type { Talk, Thread } from "./shapes.ts";
import { showThread } from "./thread.ts";
import { spoken, type Words } from "./words.ts";

const permalink = /^#talk-([\w-]{36})$/;

define("samovar-talk", {
  look: formLook + look,
  words: spoken,
  isWanted: () => /^#(talk-|samovar-code=)/.test(location.hash),
  start: begin,
});

async function begin(place: Place<Words>): Promise<void> {
  const { site, page, words } = place;
  const ask: Talk["ask"] = async (rest, question) => {
    const token = tokenOf(site);
    try {
      return await place.ask(`/talk/${site}/${rest}`, { ...question, token });
    } catch (error) {
      // A token that is not good any more: as a guest, then.
      if (!token || question || !isRefusal(error) || error.status !== 401) throw error;
      keepToken(site, "");
      return place.ask(`/talk/${site}/${rest}`);
    }
  };
  let stop: (() => void) | undefined;
  const reload = async (sort = draft.read("sort")) => {
    stop?.();
    const around = permalink.exec(location.hash)?.[1];
    const query = new URLSearchParams({ url: page, ...(sort && { sort }), ...(around && { around }) });
    const thread = await ask<Thread>(`thread?${query}`);
    draft.keep("sort", sort);
    stop = showThread(thread, { place, ask, reload });
    if (around) place.host.shadowRoot?.getElementById(`talk-${around}`)?.focus();
  };
  // He may sign in while another window is open.
  addEventListener("storage", ({ key }) => key === keyOf(site) && void reload());
  addEventListener("hashchange", () => permalink.test(location.hash) && void reload());
  try {
    await arrive(place).catch(() => undefined);
    await reload();
  } catch (error) {
    place.show(make("slot"), make("p", { role: "status", part: "status" }, reasonOf(error, words.offline)));
  }
}
