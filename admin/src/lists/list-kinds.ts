import type { Row } from "#src/api/operations.ts";

export type ListKind = Row<"listLists">["kind"];

export const listKinds = [
  "popular",
  "rising",
  "related",
  "next",
  "discussed",
  "for-you",
  "from-source",
] as const satisfies readonly ListKind[];

export const kindOf = (text: string): ListKind => listKinds.find((kind) => kind === text) ?? "popular";
