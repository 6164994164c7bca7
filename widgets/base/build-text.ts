/** The few elements that a text may have, as the server writes them; anything else is not taken for markup. */
const grammar =
  /<(\/?)(p|br|strong|em|mark|code|pre|a|blockquote|ul|ol|li)(?: href="(https?:[^"]*)")?[^<>]*>|[^<]+|</g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * Builds a stranger's text piece by piece. No HTML is handed to the browser to parse, so that whatever a text
 * holds can't become code on the owner's page, and a policy with `require-trusted-types-for` is kept.
 */
export function buildText(html: string): DocumentFragment {
  const fragment = new DocumentFragment();
  let inside: Node & ParentNode = fragment;
  for (const [text, end, tag, href] of html.matchAll(grammar)) {
    if (!tag) inside.append(decode(text));
    else if (end) inside = inside.parentElement ?? fragment;
    else {
      const element: HTMLElement = document.createElement(tag);
      inside.append(element);
      if (href) {
        element.setAttribute("href", decode(href));
        element.setAttribute("rel", "ugc nofollow noopener");
      }
      if (tag !== "br") inside = element;
    }
  }
  return fragment;
}

const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? all),
  );
