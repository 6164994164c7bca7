import type { StructuredData } from "./page.ts";

/** An object of JSON-LD. */
export type DataNode = Readonly<Record<string, unknown>>;

/**
 * The objects that describe this page: the top ones, those of `@graph`, and what a page says is its main entity.
 * Leniently read, as the networks that use JSON-LD do: comments and CDATA around it and bare line ends in it are
 * looked through.
 */
export function readDataNodes(structuredData: readonly StructuredData[]): DataNode[] {
  return structuredData.flatMap(({ source, value, error }) =>
    flatten(error === undefined ? value : parseLeniently(source), 0),
  );
}

/** Whether the last part of one of its types matches: `schema:NewsArticle`, `https://schema.org/NewsArticle`. */
export function isOfType(node: DataNode, pattern: RegExp): boolean {
  return listOf(node["@type"]).some((type) => typeof type === "string" && pattern.test(type));
}

/** One text of the property, if it has any: a list's first, an object's `name`. */
export function textOf(value: unknown): string | undefined {
  for (const each of listOf(value)) {
    const text = isNode(each) ? (each["name"] ?? each["@value"]) : each;
    if (typeof text === "string" && text.trim() !== "") return text;
  }
  return undefined;
}

/** Every text of the property. */
export const textsOf = (value: unknown): string[] => listOf(value).flatMap((each) => textOf(each) ?? []);

/** An address: the text itself, or an object's `url`, `contentUrl` or `@id`. */
export function addressOf(value: unknown): string | undefined {
  for (const each of listOf(value)) {
    const address = isNode(each) ? (each["url"] ?? each["contentUrl"] ?? each["@id"]) : each;
    const text = textOf(address);
    if (text !== undefined) return text;
  }
  return undefined;
}

export function isNode(value: unknown): value is DataNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nesting beyond that is a mistake, or an attack. */
const maxDepth = 5;

function flatten(value: unknown, depth: number): DataNode[] {
  if (depth > maxDepth) return [];
  if (Array.isArray(value)) return value.flatMap((each) => flatten(each, depth + 1));
  if (!isNode(value)) return [];
  const within = [value["@graph"], value["mainEntity"], value["mainEntityOfPage"]];
  return [value, ...within.flatMap((each) => flatten(each, depth + 1))];
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function parseLeniently(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\*\s*|\/\/\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*|\/\/\s*)?\]\]>(?:\s*\*\/)?\s*$/g, "")
    .replace(/^\s*<!--|-->\s*$/g, "")
    .replace(/;\s*$/, "")
    .replace(/[\t\n\f\r]+/g, " ");
  try {
    return JSON.parse(bare);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
