/**
 * A greeting for who came by a link that is followed: by where he came from, in the owner's own voice. It stands where
 * the owner has put it, never over anything, and moves nothing that is being read.
 *
 *     <script type="module" src="https://samovar.example/w/welcome.js"></script>
 *     <samovar-welcome site="SITE_KEY"></samovar-welcome>
 */
import { button, define, make, tell, visitNow } from "../base/base.ts";

/** See `server/src/smo/welcome/schema.ts`. Nothing for who is not greeted, or is in the hold-out. */
interface Greeting {
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly title: string }[];
  readonly props: Readonly<Record<string, string>>;
}

const look = `
aside{display:grid;grid-template-columns:1fr auto;gap:.4rem 1rem;align-items:start;padding:.8rem 1rem;border:1px solid #8888;border-radius:var(--samovar-radius,.5rem)}
div{display:flex;flex-wrap:wrap;gap:.3rem 1rem}
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
    const visit = await visitNow();
    // Only those are greeted who came by a link; all others cost the server nothing.
    if (!visit?.s) return;
    await whenRoom(host);
    const greeting = await ask<Greeting | "">(`/welcome/${site}`, { body: { page, visit } });
    if (!greeting) return;
    const { text, links, props } = greeting;
    show(
      make(
        "aside",
        { "aria-label": title, part: "box" },
        make("p", { part: "text" }, text),
        button("✕", () => (host.hidden = true), { "aria-label": close, part: "close" }),
        make(
          "div",
          {},
          ...links.map((link) =>
            make(
              "a",
              {
                href: link.url,
                part: "link",
                click: () => tell("welcome.clicked", { ...props, url: link.url }),
              },
              link.title,
            ),
          ),
        ),
      ),
    );
  },
});

const keptRoom = 40;

/** Where the page keeps no room for it, it waits until its place is out of sight: then nothing moves under his eyes. */
function whenRoom(host: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    if (host.offsetHeight > keptRoom) return resolve();
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(host);
  });
}
