/**
 * A greeting for who came by a link that is followed: by where he came from, in the page's own voice. It stands where
 * the owner has put it, never over anything, and goes away for good when it is closed.
 *
 *     <script type="module" src="https://samovar.example/w/welcome.js"></script>
 *     <samovar-welcome site="SITE_KEY"></samovar-welcome>
 */
import { button, define, make, tell, visitNow } from "../base/base.ts";

/** See `server/src/smo/welcome`. Nothing for who is not greeted, or is in the hold-out. */
interface Greeting {
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly title: string }[];
}

const look = `
aside{display:grid;grid-template-columns:1fr auto;gap:.5rem 1rem;align-items:start;padding:.8rem 1rem;border:1px solid #8888;border-radius:var(--samovar-radius,.5rem);background:var(--samovar-background,none)}
.row{display:flex;flex-wrap:wrap;gap:.3rem 1rem;grid-row:2}
button{border:0;padding:0 .5rem;min-block-size:1.8rem}
`;

const words = {
  en: { title: "Welcome", close: "Close" },
  ru: { title: "Добро пожаловать", close: "Закрыть" },
};

define("samovar-welcome", {
  look,
  words,
  async start({ host, ask, site, page, words: { title, close }, show }) {
    const greeting = await ask<Greeting | undefined>(`/welcome/${site}`, {
      body: { page, visit: await visitNow() },
    });
    if (!greeting) return;
    show(
      make(
        "aside",
        { "aria-label": title, part: "box" },
        make("p", { part: "text" }, greeting.text),
        button("✕", () => (host.hidden = true), { "aria-label": close, part: "close" }),
        make(
          "div",
          { class: "row" },
          ...greeting.links.map((link) =>
            make(
              "a",
              { href: link.url, part: "link", click: () => tell("welcome.clicked", { url: link.url }) },
              link.title,
            ),
          ),
        ),
      ),
    );
  },
});
