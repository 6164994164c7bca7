import type { Meta, Page } from "../../page/page.ts";

/** The metas that cards are made of, in source order. */
export const socialMetas = (page: Page): Meta[] =>
  page.metas.filter(({ by, name }) => (by === "property" || by === "name") && isSocial(name));

const isSocial = (name: string): boolean => /^(og|article|product|twitter|fediverse):/.test(name);

/** Names without repetition, for a sentence. */
export const namesOfMetas = (metas: readonly Meta[]): string =>
  [...new Set(metas.map(({ name }) => name))].join(", ");

/** The tags as they stand, each once, to be pasted elsewhere. */
export const sourcesOf = (metas: readonly Meta[]): string =>
  [...new Set(metas.map(({ source }) => source))].join("\n");
