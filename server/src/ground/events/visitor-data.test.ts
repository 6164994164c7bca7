import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { mintEventId } from "#src/ground/events/index.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";

let app: TestApp;
let site: { readonly id: string; readonly siteKey: string };
const origin = "https://tea.example";
beforeAll(async () => {
  app = await createApp();
  site = await read(
    app.owner.post("/api/sites", { name: "Tea", origin }),
    z.object({ id: z.string(), siteKey: z.string() }),
  );
});
afterAll(() => app[Symbol.asyncDispose]());

async function look(visitor: string, path: string): Promise<void> {
  const sent = await app.anonymous.request("/e", {
    method: "POST",
    headers: { Origin: origin, "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0" },
    body: JSON.stringify({
      site: site.siteKey,
      visitor,
      events: [{ kind: "view", id: mintEventId(new Date()), age: 0, url: `${origin}${path}` }],
    }),
  });
  expect([sent.status, await sent.text()]).toEqual([202, expect.anything()]);
}

const Export = z.object({ items: z.array(z.looseObject({ page: z.string() })), next: z.string().nullable() });
const exportOf = (visitor: string) =>
  read(app.owner.post("/api/visitor-exports", { siteId: site.id, visitor }), Export); // exportVisitor

test("who agreed to be known is shown all that is kept of him, and it goes when he asks; the others' stays", async () => {
  const [anna, boris] = ["anna-agreed-to-this", "boris-agreed-to-this"] as const;
  await look(anna, "/green");
  await look(anna, "/black");
  await look(boris, "/green");
  await app.eventLog.flush();
  expect((await exportOf(anna)).items.map(({ page }) => page)).toEqual([
    "tea.example/green",
    "tea.example/black",
  ]);
  const erased = await app.owner.post("/api/visitor-erasures", { siteId: site.id, visitor: anna }); // eraseVisitor
  expect(await erased.json()).toEqual({ erasedEvents: 2 });
  expect((await exportOf(anna)).items).toEqual([]);
  expect((await exportOf(boris)).items).toHaveLength(1);
});
