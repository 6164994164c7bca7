import type { Page, StructuredData } from "../page/page.ts";
import { findContent, findMeta } from "./tags.ts";

/** One node of the page's JSON-LD that says what it is. */
export interface Thing {
  /** Without the vocabulary's address: `["NewsArticle"]`. */
  readonly types: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
  readonly from: StructuredData;
}

/** The nodes that stand for themselves: at the top, in a list there, in `@graph`. Those inside others are not told. */
export function thingsOf(page: Page): Thing[] {
  return page.structuredData.flatMap((from) =>
    nodesOf(from.value).flatMap((value) => {
      const types = typesOf(value);
      return types.length > 0 ? [{ types, value, from }] : [];
    }),
  );
}

/** Whether the page says, in one way or another, that it is somebody's article. */
export function isArticle(page: Page): boolean {
  const type = findContent(page, "og:type")?.toLowerCase();
  if (type === "article" || type === "blog") return true;
  if (findMeta(page, "article:published_time")) return true;
  return thingsOf(page).some(({ types }) => types.some((each) => /(Article|BlogPosting)$/.test(each)));
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function nodesOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => nodesOf(each));
  if (!isRecord(value)) return [];
  const graph = value["@graph"];
  return graph === undefined ? [value] : [value, ...nodesOf(graph)];
}

function typesOf(value: Readonly<Record<string, unknown>>): string[] {
  const said: unknown = value["@type"];
  const list: readonly unknown[] = Array.isArray(said) ? said : [said];
  return list
    .filter((each) => typeof each === "string")
    .map((each) => each.replace(/^(https?:\/\/schema\.org\/|schema:)/, ""));
}
