import type { Client, OperationId } from "@samovar/client";

/** Every row of a list, page after page. */
export async function askAll(
  client: Client,
  id: OperationId,
  input: Readonly<Record<string, unknown>>,
): Promise<{ readonly items: readonly unknown[]; readonly next: null }> {
  const items: unknown[] = [];
  for (let after: unknown = input["after"]; ;) {
    const page: unknown = await client.ask(id, { ...input, after }); // a list takes `after`
    const { items: rows, next }: { items?: unknown; next?: unknown } = Object(page);
    if (Array.isArray(rows)) items.push(...rows);
    if (typeof next !== "string") return { items, next: null };
    after = next;
  }
}
