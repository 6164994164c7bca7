import type { Page, StructuredData } from "../../page/page.ts";

/** One thing that JSON-LD describes. */
export interface Item {
  readonly types: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
  readonly data: StructuredData;
  /** It stands by itself, or in an array of the script; not in an `@graph`. */
  readonly isTop: boolean;
}

/** Everything with an @type at the top of the page's JSON-LD or in an @graph, in source order. */
export function findItems(page: Page): Item[] {
  return page.structuredData.flatMap((data) =>
    listOf(data.value).flatMap((top) => [
      ...itemOf(top, data, true),
      ...(isRecord(top) ? listOf(top["@graph"]).flatMap((inner) => itemOf(inner, data, false)) : []),
    ]),
  );
}

function itemOf(value: unknown, data: StructuredData, isTop: boolean): Item[] {
  if (!isRecord(value)) return [];
  const types = listOf(value["@type"]).filter((type) => typeof type === "string");
  return types.length > 0 ? [{ types, value, data, isTop }] : [];
}

export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

/** A person's name: by itself, or of the first of them. */
export function nameOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  return textOf(isRecord(first) ? first.name : first);
}

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
