import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** A status's HTML as plain text: paragraphs become blank lines, addresses come whole. */
export function htmlToText(html: string): string {
  return render(parseFragment(html))
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Every address that a status links to. */
export function linksIn(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ("attrs" in node && node.nodeName === "a") {
      found.push(...node.attrs.filter(({ name }) => name === "href").map(({ value }) => value));
    }
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return found;
}

const blocks = new Set(["p", "div", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"]);

function render(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (node.nodeName === "br") return "\n";
  if (node.nodeName === "script" || node.nodeName === "style" || !("childNodes" in node)) return "";
  const inner = node.childNodes.map(render).join("");
  if (blocks.has(node.nodeName)) return `${inner}\n\n`;
  return node.nodeName === "li" ? `• ${inner}\n` : inner;
}
