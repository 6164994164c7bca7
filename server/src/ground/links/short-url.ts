import type { LinkRow } from "./mint-link.ts";
import type { Link } from "./schema.ts";

/** The address that people are given. */
export function shortUrlOf(publicUrl: string, slug: string): string {
  return `${publicUrl}/l/${slug}`;
}

/** A row as callers see it. */
export function linkOf(row: LinkRow, publicUrl: string): Link {
  return { ...row, shortUrl: shortUrlOf(publicUrl, row.slug) };
}
