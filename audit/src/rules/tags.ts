import type { NetworkId } from "../networks/network.ts";
import type { Meta, Page } from "../page/page.ts";
import type { Finding, Subject } from "./rule.ts";

/** Every meta of that name, in source order. */
export const metasNamed = (page: Page, name: string): Meta[] =>
  page.metas.filter((meta) => meta.name === name);

/** The first meta that says something, by the first of the names under which there is one. */
export function findMeta(page: Page, ...names: readonly string[]): Meta | undefined {
  for (const name of names) {
    const meta = metasNamed(page, name).find(({ content }) => content.trim() !== "");
    if (meta) return meta;
  }
  return undefined;
}

/** What that meta says, trimmed. */
export const findContent = (page: Page, ...names: readonly string[]): string | undefined =>
  findMeta(page, ...names)?.content.trim();

/** The tag that a finding is about, for `excerpt` and `line`. */
export const quote = ({
  source,
  line,
}: Pick<Meta, "source" | "line">): Pick<Finding, "excerpt" | "line"> => ({
  excerpt: source.slice(0, 300),
  line,
});

/** A meta to paste: Open Graph's families stand in `property`, the others in `name`. */
export function writeMeta(name: string, content: string): string {
  const attribute = /^(og|article|product|book|profile|video|music|fb):/.test(name) ? "property" : "name";
  return `<meta ${attribute}="${name}" content="${escapeAttribute(content)}">`;
}

export const escapeAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Those of the networks that are asked about. */
export const among = ({ networks }: Pick<Subject, "networks">, wanted: readonly NetworkId[]): NetworkId[] =>
  wanted.filter((id) => networks.includes(id));

/** The best that the page itself offers for its card's title: what it says of itself, or its heading. */
export function ownTitle(page: Page): string | undefined {
  const heading = page.headings.find(({ level }) => level === 1) ?? page.headings[0];
  const text = findContent(page, "og:title", "twitter:title") ?? page.title?.text.trim();
  return squeeze(text || heading?.text || "") || undefined;
}

export const squeeze = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Code points: near enough to what readers count as characters, and never half of one. */
export const charactersOf = (text: string): string[] => Array.from(text);

export const countCharacters = (text: string): number => charactersOf(text).length;

export const countBytes = (text: string): number => Buffer.byteLength(text);

/** The longest beginning of whole characters within so many bytes of UTF-8. */
export function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) return kept;
    kept += character;
  }
  return kept;
}

/** The longest beginning of whole words within so many characters; of characters, where one word is longer. */
export function cutToWords(text: string, maxCharacters: number): string {
  const characters = charactersOf(text);
  if (characters.length <= maxCharacters) return text;
  const cut = characters.slice(0, maxCharacters + 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  const kept = lastSpace > 0 ? cut.slice(0, lastSpace) : characters.slice(0, maxCharacters).join("");
  return kept.replace(/[\s,;:–—-]+$/u, "");
}
