/**
 * What readers say of a page without words.
 *
 *     <script type="module" src="https://samovar.example/w/reactions.js"></script>
 *     <samovar-reactions site="SITE_KEY"></samovar-reactions>
 *
 * Attributes: `kinds` (which, in which order), `page`, `site`, `lang`, `theme`.
 */
import { define, make, visitNow } from "../base/base.ts";
import { faceButton } from "../base/faces.ts";

/** See `server/src/smo/comments/talk-schema.ts`. */
interface Said {
  readonly kinds: readonly string[];
  readonly reactions: Readonly<Record<string, number>>;
  readonly mine: readonly string[];
}

define("samovar-reactions", {
  look: `:host{min-block-size:2.5rem}div{display:flex;flex-wrap:wrap;gap:.4rem}[aria-pressed=true]{border-color:currentColor;font-weight:700}`,
  words: { en: { title: "What do you say?" }, ru: { title: "Что скажете?" } },
  async start({ host, ask, site, page, language, words, show }) {
    const path = `/talk/${site}/reactions`;
    const group = make("div", { role: "group", "aria-label": words.title, part: "reactions" });
    const draw = (said: Said) => {
      const kinds = host.getAttribute("kinds")?.match(/[\w-]+/g) ?? said.kinds;
      group.replaceChildren(
        ...kinds.map((kind) =>
          faceButton(kind, { language, ...said }, async (method) => {
            const body = { url: page, title: document.title.slice(0, 300), visit: await visitNow() };
            draw({ ...said, ...(await ask<Said>(`${path}/${kind}`, { method, body })) });
            group.querySelector<HTMLElement>(`[data-kind=${kind}]`)?.focus();
          }),
        ),
      );
    };
    draw(await ask<Said>(`${path}?${new URLSearchParams({ url: page })}`));
    show(group);
  },
});
