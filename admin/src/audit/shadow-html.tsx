import { type ComponentProps, useLayoutEffect, useRef } from "react";

interface ShadowHtmlProps extends ComponentProps<"div"> {
  /** Drawn by the server, which escapes what came from outside. */
  readonly html: string;
  readonly styles: string;
}

/**
 * HTML in a room of its own: its styles touch nothing outside, the app's none inside. The app's policy lets no script
 * run and no `style` attribute count; the one that cards have, a colour, is set by hand.
 */
export function ShadowHtml({ html, styles, ...props }: ShadowHtmlProps) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = html.replace(/ style="--card-accent:(#[0-9a-f]{6})"/gi, ' data-accent="$1"');
    for (const marked of root.querySelectorAll<HTMLElement>("[data-accent]"))
      marked.style.setProperty("--card-accent", marked.dataset["accent"] ?? "");
  }, [html, styles]);
  return <div ref={host} {...props} />;
}
