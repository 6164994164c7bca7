/**
 * A button that passes the page on, so that what the share brings can be followed.
 *
 *     <script async src="https://samovar.example/w/pass.js"></script>
 *     <samovar-pass></samovar-pass>
 *
 * Attributes: `url`, `text`, `image` (else the page's own), `networks` (which, in which order), `label`, `lang`,
 * `theme`. Nothing is asked of anybody else before a click.
 */
import { addressFor, destinations } from "./destinations.ts";
import { look } from "./look.ts";
import { wordsFor } from "./words.ts";

const script =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const serverKey = "samovar-server";
const sheet = new CSSStyleSheet();
sheet.replaceSync(look);

class SamovarPass extends HTMLElement {
  #isBuilt = false;

  connectedCallback(): void {
    if (this.#isBuilt) return;
    this.#isBuilt = true;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(...build(this));
  }
}

/** The button and its dialog. The browser itself keeps focus inside, closes on Escape, and gives focus back. */
function build(host: HTMLElement): readonly Element[] {
  const words = wordsFor(host);
  const title = host.getAttribute("label") ?? words.pass;
  const opener = make(
    "button",
    { part: "button", type: "button", "aria-haspopup": "dialog", "aria-expanded": "false" },
    title,
  );
  const close = make("button", { part: "close", type: "button", "aria-label": words.close }, "✕");
  const list = make("ul", { part: "list" });
  const status = make("p", { role: "status", part: "status" });
  const server = make("input", {
    id: "server",
    part: "input",
    autocomplete: "off",
    autocapitalize: "none",
    placeholder: "mastodon.social",
    required: "",
    pattern: ".+\\..+",
  });
  const serverForm = make(
    "form",
    { hidden: "" },
    make("label", { for: "server" }, words.server),
    server,
    make("button", { part: "item" }, words.go),
  );
  const dialog = make(
    "dialog",
    { part: "dialog", "aria-labelledby": "title" },
    make("h2", { id: "title", part: "title" }, title),
    list,
    serverForm,
    status,
    close,
  );

  const pageFor = (network: string) => ({
    // Minted here and now: a window that opens after waiting for anything would be blocked.
    url: mintFor(host, network),
    title: host.getAttribute("text") ?? document.title,
    image:
      host.getAttribute("image") ??
      document.querySelector('meta[property="og:image"]')?.getAttribute("content") ??
      "",
    host: server.value,
  });
  const offer = (item: HTMLElement, act: (event: Event) => void) => {
    item.setAttribute("part", "item");
    item.addEventListener("click", act);
    list.append(make("li", {}, item));
  };

  offer(make("button", { type: "button" }, words.copy), () => {
    const { url } = pageFor("copy");
    const copied = navigator.clipboard?.writeText(url) ?? Promise.reject(new Error());
    // Where the clipboard is out of reach, the address is there to be copied by hand.
    copied.then(
      () => (status.textContent = words.copied),
      () => (status.textContent = url),
    );
  });
  if ("share" in navigator) {
    offer(make("button", { type: "button" }, words.device), () => {
      const { url, title: text } = pageFor("device");
      // Whoever closes the system's sheet has changed their mind, which is no fault.
      navigator.share({ url, title: text }).catch(() => undefined);
    });
  }
  for (const network of host.getAttribute("networks")?.split(/[\s,]+/) ?? Object.keys(destinations)) {
    const destination = destinations[network];
    if (!destination) continue;
    if (network === "mastodon") {
      offer(
        make("button", { type: "button", "aria-expanded": "false" }, destination[0]),
        ({ currentTarget }) => {
          serverForm.hidden = !serverForm.hidden;
          if (currentTarget instanceof Element)
            currentTarget.setAttribute("aria-expanded", String(!serverForm.hidden));
          server.value ||= recallServer();
          server.focus();
        },
      );
      continue;
    }
    const isWeb = destination[1].startsWith("https");
    const link = make(
      "a",
      {
        href: addressFor(network, { url: pageAddress(host), title: "", image: "", host: "" }),
        ...(isWeb && { target: "_blank", rel: "noopener" }),
      },
      destination[0] || words.email,
    );
    offer(link, () => (link.href = addressFor(network, pageFor(network))));
  }
  offer(make("button", { type: "button" }, words.code), () => {
    const { url } = pageFor("qr");
    const module = new URL("pass-code.js", script).href;
    import(/* @vite-ignore */ module).then(
      ({ drawCode }) => status.replaceChildren(drawCode(url, words.code)),
      () => (status.textContent = url),
    );
  });

  // People paste what they have: the server's address, or their own.
  server.addEventListener("change", () => (server.value = server.value.replace(/^.*(@|:\/\/)|\/.*|\s/g, "")));
  serverForm.addEventListener("submit", (event) => {
    event.preventDefault();
    rememberServer(server.value);
    open(addressFor("mastodon", pageFor("mastodon")), "_blank", "noopener");
  });
  opener.addEventListener("click", () => {
    status.textContent = "";
    dialog.showModal();
    opener.setAttribute("aria-expanded", "true");
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => opener.setAttribute("aria-expanded", "false"));
  return [opener, dialog];
}

function pageAddress(host: Element): string {
  return (
    host.getAttribute("url") ??
    document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ??
    location.href
  );
}

/** Without the site script, or where the visitor is not to be measured, the plain address. */
function mintFor(host: Element, network: string): string {
  const { samovar } = window;
  const address = pageAddress(host);
  return samovar && !Array.isArray(samovar) ? samovar.mint(network, address) : address;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? "");
  element.append(...children);
  return element;
}

function recallServer(): string {
  try {
    return localStorage.getItem(serverKey) ?? "";
  } catch {
    return "";
  }
}

function rememberServer(server: string): void {
  try {
    localStorage.setItem(serverKey, server);
  } catch {
    // A page may be forbidden to store anything: then the server is asked for again.
  }
}

if (!customElements.get("samovar-pass")) customElements.define("samovar-pass", SamovarPass);
