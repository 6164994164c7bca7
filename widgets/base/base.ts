/**
 * What the elements share, in one file that a page loads once, however many of them stand on it. Its exports are an
 * interface between releases: a page may hold an older element in its cache.
 */
import { ask, type Question } from "./ask.ts";
import { look } from "./look.ts";
import { type Child, make, shown } from "./make.ts";
import { languageOf, wordsFor } from "./words.ts";

export { addressOf, isRefusal, tell, visitNow } from "./ask.ts";
export { button, make } from "./make.ts";
export { count } from "./words.ts";

/** An element that stands on a page, ready to be filled. */
export interface Place<Words> {
  readonly host: HTMLElement;
  readonly words: Words;
  readonly language: string;
  /** The site's public key. */
  readonly site: string;
  /** The page's address, without its fragment: the canonical one, where the page names it. */
  readonly page: string;
  readonly ask: <Answer>(path: string, question?: Question) => Promise<Answer>;
  /** Puts these in the place of whatever was shown. Until then the owner's own content stands there. */
  readonly show: (...children: readonly Child[]) => void;
}

interface Kind<Words extends object> {
  readonly look: string;
  readonly words: { readonly en: Words; readonly ru: Words };
  /** Called once, when the element comes near to what is on the screen. */
  readonly start: (place: Place<Words>) => unknown;
  /** Starts at once where this is true: somebody looks for something inside. */
  readonly isWanted?: () => boolean;
}

const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
const shared = sheetOf(look);

export function define<Words extends object>(tag: string, kind: Kind<Words>): void {
  if (customElements.get(tag)) return;
  const sheet = sheetOf(kind.look);
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback(): void {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [shared, sheet];
        root.append(make("slot"));
        // What the owner has put inside remains where the element can't begin; why is there to be looked up.
        const start = async () => {
          try {
            await kind.start(placeOf(this, root, kind));
          } catch (error) {
            this.setAttribute("failed", String(error));
          }
        };
        if (kind.isWanted?.()) void start();
        else whenNear(this, start);
      }
    },
  );
}

function placeOf<Words extends object>(host: HTMLElement, root: ShadowRoot, kind: Kind<Words>): Place<Words> {
  const language = languageOf(host);
  const page = new URL(
    host.getAttribute("page") ?? document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? "",
    location.href,
  );
  page.hash = "";
  return {
    host,
    language,
    words: wordsFor(host, kind.words),
    site:
      host.getAttribute("site") ??
      document.querySelector<HTMLScriptElement>("script[data-site]")?.dataset["site"] ??
      "",
    page: page.href,
    ask: (path, question) => ask(path, { language, ...question }),
    show: (...children) => root.replaceChildren(...shown(children)),
  };
}

/** Calls once the element is within a screen of what is seen, or as near as `rootMargin` says. */
export function whenNear(element: Element, act: () => unknown, rootMargin = "100%"): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      // Each in a task of its own, so that many elements on a page never hold it up together.
      setTimeout(act);
    },
    { rootMargin },
  );
  observer.observe(element);
}
