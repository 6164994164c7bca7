import { expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { keyWith, openWorkspace, read } from "#src/testing/people.ts";
import { deleteOldEvents, monthsBefore } from "./delete-old-events.job.ts";

const Retention = z.object({ siteId: z.uuid(), months: z.int().nullable() });

async function siteWithOrders(app: TestApp, name: string): Promise<string> {
  const origin = `https://${name}.example`;
  const { id } = await read(app.owner.post("/api/sites", { name, origin }), z.object({ id: z.uuid() }));
  const csv = `order_id,at,value,currency\nold,${daysAgo(70)},1,EUR\nnew,${daysAgo(20)},1,EUR`;
  expect((await app.owner.post(`/api/sites/${id}/revenue-imports`, { csv })).status).toBe(201);
  return id;
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

async function ordersOf(app: TestApp, siteId: string): Promise<unknown[]> {
  const found = await app.house.events.query({
    query: "select order_id from event final where site_id = {siteId: UUID} order by order_id",
    query_params: { siteId },
    format: "JSONEachRow",
  });
  return found.json();
}

async function runDeletion(app: TestApp): Promise<void> {
  await app.house.database.transact("*", (db) => app.house.inside(db).enqueue(deleteOldEvents, {}));
  await app.work();
}

test("events older than their site keeps them are deleted; younger ones and other sites' stay", async () => {
  await using app = await createApp();
  const [tea, coffee] = [await siteWithOrders(app, "tea"), await siteWithOrders(app, "coffee")];
  const path = `/api/sites/${tea}/event-retention`; // getEventRetention, changeEventRetention
  expect(await read(app.owner.get(path), Retention)).toEqual({ siteId: tea, months: null });
  await read(app.owner.patch(path, { months: 12 }), Retention);
  expect(await read(app.owner.patch(path, { months: 2 }), Retention)).toEqual({ siteId: tea, months: 2 });
  expect(await read(app.owner.get(path), Retention)).toEqual({ siteId: tea, months: 2 });
  await runDeletion(app);
  expect(await ordersOf(app, tea)).toEqual([{ order_id: "new" }]);
  expect(await ordersOf(app, coffee)).toHaveLength(2);
  expect(await read(app.owner.patch(path, { months: null }), Retention)).toEqual({
    siteId: tea,
    months: null,
  });
  await app.advance(400 * 86_400_000);
  await runDeletion(app);
  expect(await ordersOf(app, tea)).toHaveLength(1);
});

test("how long events are kept is for those who manage sites to say, of their own, 1 to 120 months", async () => {
  await using app = await createApp();
  const tea = await siteWithOrders(app, "tea");
  const path = `/api/sites/${tea}/event-retention`;
  expect((await (await keyWith(app.owner, ["reports.write"])).patch(path, { months: 2 })).status).toBe(403);
  const other = await openWorkspace(app.owner, "Next door");
  expect((await other.owner.patch(path, { months: 2 })).status).toBe(404);
  for (const months of [0, 121, 1.5]) {
    const refused = await app.owner.patch(path, { months });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("months")]);
  }
});

const before = (instant: string, months: number) => monthsBefore(new Date(instant), months).toISOString();

test("months are the calendar's, and end with the last day of a short one", () => {
  expect(before("2026-03-31T10:00:00.000Z", 1)).toBe("2026-02-28T10:00:00.000Z");
  expect(before("2026-01-15T00:00:00.000Z", 13)).toBe("2024-12-15T00:00:00.000Z");
});
