import type { PageHead } from "./page-tags.ts";

/** Questions to a head, each answered with the first value that says something. */
export interface HeadReading {
  /** By name, whatever attribute carries it. */
  readonly meta: (name: string) => string | undefined;
  readonly all: (name: string) => string[];
  /** The value that belongs to the first `of`: after it and before the next one. */
  readonly near: (of: string, name: string) => string | undefined;
  /** Address of the first link with this relation. */
  readonly link: (rel: string) => string | undefined;
  /** A field of the first JSON-LD node that describes the page; a field of that field. */
  readonly data: (field: string, within?: string) => string | undefined;
  /** Whether JSON-LD describes the page already. */
  readonly hasStructuredData: boolean;
}

export function readHead(page: PageHead): HeadReading {
  const described = nodesOf(page.structuredData.map(({ value }) => value)).find(isOfAPage);
  const all = (name: string) =>
    page.metas
      .filter((meta) => meta.name === name && meta.content.trim() !== "")
      .map(({ content }) => content);
  return {
    meta: (name) => all(name)[0],
    all,
    near(of, name) {
      const start = page.metas.findIndex((meta) => meta.name === of);
      const next = page.metas.findIndex((meta, index) => index > start && meta.name === of);
      const own = page.metas.slice(start + 1, next < 0 ? undefined : next);
      return own.find((meta) => meta.name === name && meta.content.trim() !== "")?.content;
    },
    link: (rel) =>
      page.links.find((link) => link.rel.includes(rel) && link.href.trim() !== "" && link.url !== undefined)
        ?.url,
    data: (field, within) =>
      textOf(within === undefined ? described?.[field] : fieldOf(described?.[field], within)),
    hasStructuredData: described !== undefined,
  };
}

type Node = Readonly<Record<string, unknown>>;

const nodeOf = (value: unknown): Node | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;

/** The nodes of JSON-LD: a list, one, or those of its `@graph`. */
function nodesOf(values: readonly unknown[]): Node[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return nodesOf(value);
    const node = nodeOf(value);
    if (!node) return [];
    return Array.isArray(node["@graph"]) ? nodesOf(node["@graph"]) : [node];
  });
}

/** The kinds that readers take for the page itself (an organisation or a trail of crumbs is none). */
const isOfAPage = (node: Node) =>
  [node["@type"]].flat().some((type) => typeof type === "string" && /(Article|Posting|WebPage)$/.test(type));

const fieldOf = (value: unknown, field: string): unknown =>
  nodeOf(Array.isArray(value) ? value[0] : value)?.[field];

function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? first : undefined;
}
