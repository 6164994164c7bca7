import { z } from "zod";

const maxPageSize = 100;

/** Fields that every list takes. Newest first; `after` is the id of the last row that the caller has. */
export const PageRequest = z.object({
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(50).describe("How many rows, 1 to 100"),
  after: z.uuid().optional().describe("`next` of the page before; leave it out for the first page"),
});
export type PageRequest = z.output<typeof PageRequest>;

/** What every list answers. `next` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.uuid().nullable() });
}

/** Cuts rows that were read with `limit + 1` into a page. */
export function cutPage<Row extends { readonly id: string }>(rows: readonly Row[], limit: number) {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
