import { parse, type DefaultTreeAdapterTypes } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;

/** A whole document as published readers see it: every element in document order. */
export interface Dom {
  readonly elements: readonly Element[];
  readonly url: string;
}

export function readDom(html: string, url: string): Dom {
  const elements: Element[] = [];
  // Without scripting, as all of them parse: what stands in `<noscript>` counts.
  collect(parse(html, { scriptingEnabled: false }), elements);
  return { elements, url };
}

function collect(node: DefaultTreeAdapterTypes.Node, into: Element[]): void {
  if ("tagName" in node) into.push(node);
  for (const child of "childNodes" in node ? node.childNodes : []) collect(child, into);
}

export const attributeOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

/** `textContent` */
export const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string => {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
};

export const find = (dom: Dom, tag: string, isMeant: (element: Element) => boolean): Element | undefined =>
  dom.elements.find((each) => each.tagName === tag && isMeant(each));

export const resolveUrl = (href: string, base: string): string | undefined => {
  const url = URL.parse(href, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};
