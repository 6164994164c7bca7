import { createClient } from "@samovar/client";

const samovar = createClient({ baseUrl: "http://localhost:3000", apiKey: "smv_…" });

/** Walks a list to its end, page by page. */
export async function* everyHistoryEntry() {
  for (let after: string | undefined; ;) {
    const page = await samovar.ask("listHistory", { limit: 100, ...(after === undefined ? {} : { after }) });
    yield* page.items;
    if (page.next === null) return;
    after = page.next;
  }
}
