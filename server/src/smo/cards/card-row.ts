import { cardHeight, cardWidth } from "@samovar/repair";
import type { PageCard } from "./schema.ts";

export const columns = ["id", "siteId", "hash", "pageUrl", "title", "byteLength", "madeAt"] as const;

interface CardRow extends Pick<PageCard, "id" | "siteId" | "pageUrl" | "title" | "byteLength" | "madeAt"> {
  readonly hash: string;
}

/** A row as callers see it. */
export function cardOf({ hash, ...row }: CardRow, publicUrl: string): PageCard {
  const url = `${publicUrl}/card/${row.siteId}/${hash}.jpg`;
  return { ...row, url, width: cardWidth, height: cardHeight };
}
