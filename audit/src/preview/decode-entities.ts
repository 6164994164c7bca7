import { defaultTreeAdapter, html, parseFragment } from "parse5";

/** `&amp;quot;` of a page that encodes twice becomes `"`: what readers do that decode what was decoded before. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  const textarea = defaultTreeAdapter.createElement("textarea", html.NS.HTML, []);
  const [node] = parseFragment(textarea, text.replaceAll("<", "&lt;"), {}).childNodes;
  return node && "value" in node ? node.value : text;
}
