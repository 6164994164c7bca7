/**
 * A list of what is worth reading next.
 *
 *     <script type="module" src="https://samovar.example/w/list.js"></script>
 *     <samovar-list site="SITE_KEY" list="related" place="end"></samovar-list>
 *
 * Attributes: `list`, `place` (end, sidebar, exit, missing, page), `limit`, `heading` (empty: none), `page`, `site`,
 * `lang`, `theme`. Links of the owner's own inside the element stand there until the list has come, and remain where
 * it can't.
 */
import { define, make, tell, visitNow, whenNear } from "../base/base.ts";

/** What the server answers; see `server/src/smo/lists/schema.ts`. */
interface List {
  readonly title: string | null;
  readonly items: readonly {
    readonly url: string;
    readonly title: string;
    readonly imageUrl: string | null;
    readonly note: string | null;
    /** The title is one of a headline test. */
    readonly headline?: Readonly<Record<"test" | "arm", string>>;
  }[];
  /** What the events of this list say of it: the list, its place, the arm of its trial. */
  readonly props: Readonly<Record<string, string | number>>;
}

const look = `
:host{content-visibility:auto;contain-intrinsic-size:auto 14rem}
ol{display:grid;gap:.8rem 1.2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--samovar-column,18rem)),1fr));margin-block-start:.6rem}
a{display:flex;gap:.7rem;align-items:center;text-decoration:none;border-radius:var(--samovar-radius,.5rem)}
a:hover b{text-decoration:underline}
b{font-weight:600}
img{flex:none;inline-size:4.5rem;block-size:4.5rem;object-fit:cover;border-radius:inherit;background:#8883}
span{display:grid}
`;

const maxRead = 50;

/** What this visit has read, newest last; only of who is measured, and as long as the tab lasts. */
function readSoFar(page: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem("samovar-read") ?? "[]");
    const read = Array.isArray(kept) ? kept.map(String).filter((one) => one !== page) : [];
    sessionStorage.setItem("samovar-read", JSON.stringify([...read, page].slice(-maxRead)));
    return read;
  } catch {
    return [];
  }
}

const draw = ({ url, title, imageUrl, note }: List["items"][number], click: () => void) =>
  make(
    "li",
    { part: "item" },
    make(
      "a",
      { href: url, part: "link", click },
      imageUrl && make("img", { src: imageUrl, alt: "", loading: "lazy", part: "picture" }),
      make("span", {}, make("b", { part: "title" }, title), note && make("small", { part: "note" }, note)),
    ),
  );

define("samovar-list", {
  look,
  words: { en: { title: "Worth reading next" }, ru: { title: "Что почитать дальше" } },
  async start({ host, ask, site, page, words, show }) {
    const visit = await visitNow();
    const said = (name: string) => host.getAttribute(name) ?? undefined;
    const { title, items, props } = await ask<List>(`/lists/${site}/${said("list") ?? "related"}`, {
      body: {
        page,
        place: said("place") ?? "end",
        limit: said("limit"),
        referrer: document.referrer || undefined,
        read: visit && readSoFar(page),
        visit,
      },
    });
    const heading = said("heading") ?? title ?? words.title;
    const drawn = items.map((item, position) =>
      draw(item, () => {
        tell("list.clicked", { ...props, position, url: item.url });
        if (item.headline) tell("headline.clicked", item.headline);
      }),
    );
    // Who is held out sees what he would see without the list; that he came by its place is told all the same.
    if (drawn[0])
      show(
        make(
          "nav",
          { "aria-label": heading || words.title },
          heading && make("h2", { part: "heading" }, heading),
          make("ol", { part: "list" }, ...drawn),
        ),
      );
    const see = () => {
      tell("list.shown", { ...props, count: items.length });
      for (const { headline } of items) if (headline) tell("headline.shown", headline);
    };
    whenNear(host, see, "0px");
  },
});
