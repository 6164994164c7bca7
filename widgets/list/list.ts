/**
 * A list of what is worth reading next.
 *
 *     <script type="module" src="https://samovar.example/w/list.js"></script>
 *     <samovar-list site="SITE_KEY" list="related" place="end"></samovar-list>
 *
 * Attributes: `list`, `place`, `limit`, `heading` (empty: none), `site`, `page`, `lang`, `theme`. Links of the owner's
 * own inside the element stand there until the list has come, and remain where it can't.
 */
import { define, make, tell, whenNear } from "../base/base.ts";

interface Item {
  readonly url: string;
  readonly title: string;
  readonly imageUrl?: string | null;
  readonly note?: string | null;
}

interface List {
  readonly items: readonly Item[];
  /** What the events of this list say of it: the list, its place, the arm of its trial. */
  readonly props: Readonly<Record<string, string | number | boolean>>;
}

const look = `
:host{content-visibility:auto;contain-intrinsic-size:auto 14rem}
ol{display:grid;gap:.8rem 1.2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--samovar-column,18rem)),1fr));margin-block-start:.6rem}
a{display:grid;grid-template-columns:auto 1fr;gap:.7rem;align-items:center;text-decoration:none;border-radius:var(--samovar-radius,.5rem)}
a:hover b{text-decoration:underline}
b{font-weight:600}
img{inline-size:4.5rem;block-size:4.5rem;object-fit:cover;border-radius:inherit;background:#8883}
span{display:grid;grid-column:2}
img:first-child~span{grid-column:auto}
`;

const words = { en: { title: "Worth reading next" }, ru: { title: "Что почитать дальше" } };

define("samovar-list", {
  look,
  words,
  async start({ host, ask, site, page, words: { title }, show }) {
    const heading = host.getAttribute("heading") ?? title;
    const query = new URLSearchParams({
      page,
      list: host.getAttribute("list") ?? "popular",
      place: host.getAttribute("place") ?? "end",
      limit: host.getAttribute("limit") ?? "5",
    });
    const { items, props } = await ask<List>(`/lists/${site}/items?${query}`);
    const drawn = items.map(({ url, title: name, imageUrl, note }, position) =>
      make(
        "li",
        { part: "item" },
        make(
          "a",
          { href: url, part: "link", click: () => tell("list.clicked", { ...props, position, url }) },
          imageUrl && make("img", { src: imageUrl, alt: "", loading: "lazy", part: "picture" }),
          make("span", {}, make("b", { part: "title" }, name), note && make("small", { part: "note" }, note)),
        ),
      ),
    );
    if (drawn[0])
      show(
        make(
          "nav",
          { "aria-label": heading || title },
          heading && make("h2", { part: "heading" }, heading),
          make("ol", { part: "list" }, ...drawn),
        ),
      );
    whenNear(host, () => tell("list.shown", { ...props, count: items.length }), "0px");
  },
});
