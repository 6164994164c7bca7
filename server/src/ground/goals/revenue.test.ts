import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { keyWith, openWorkspace, read } from "#src/testing/people.ts";
import { readRevenue } from "./read-revenue.ts";

const Answer = z.object({
  rows: z.int(),
  added: z.int(),
  known: z.int(),
  repeated: z.int(),
  faultyCount: z.int(),
  faulty: z.array(z.object({ line: z.int(), value: z.string(), reason: z.string() })),
});

let app: TestApp;
let siteId: string;

beforeAll(async () => {
  app = await createApp();
  const made = app.owner.post("/api/sites", { name: "Shop", origin: "https://shop.example" });
  siteId = (await read(made, z.object({ id: z.uuid() }))).id;
});
afterAll(() => app[Symbol.asyncDispose]());

const importCsv = (csv: string, more: object = {}) =>
  read(app.owner.post(`/api/sites/${siteId}/revenue-imports`, { csv, ...more }), Answer);

async function stored(orders: readonly string[]): Promise<unknown[]> {
  const result = await app.house.events.query({
    query: `select order_id, toString(at) as at, toFloat64(value) as value, currency, name, trusted, s, visitor != 0 as is_known
      from event final where site_id = {siteId: UUID} and order_id in {orders: Array(String)} order by order_id, value desc`,
    query_params: { siteId, orders: [...orders] },
    format: "JSONEachRow",
  });
  return result.json();
}

describe("revenue from a table", () => {
  test("is tried first, then taken as a server's word, refunds beside payments, and a repeat counts once", async () => {
    const csv = [
      "Заказ;Дата;Сумма;Валюта;s;visitor",
      "a-1;2025-03-01T10:00:00+03:00;1 990,50;RUB;mabcdefgh0123456789z;",
      "a-1;2025-03-05;-500;RUB;;",
      "a-2;2012-01-31 23:59:59;20.25;eur;;a-lasting-id-of-one",
      "a-2;2012-01-31;20.25;EUR;;",
      "a 3;2025-01-31;1;EUR;;",
    ].join("\n");
    const expected = { rows: 5, added: 3, known: 0, repeated: 1, faultyCount: 1 };
    const check = app.owner.post(`/api/sites/${siteId}/revenue-import-checks`, { csv });
    expect(await read(check, Answer)).toMatchObject(expected);
    expect(await stored(["a-1", "a-2"])).toEqual([]);
    expect(await importCsv(csv)).toMatchObject(expected);
    const payments = [
      {
        order_id: "a-1",
        at: "2025-03-01 07:00:00.000",
        value: 1990.5,
        currency: "RUB",
        name: "order",
        trusted: 1,
        s: "mabcdefgh0123456789z",
        is_known: 0,
      },
      { order_id: "a-1", at: "2025-03-05 00:00:00.000", value: -500, currency: "RUB" },
      { order_id: "a-2", at: "2012-01-31 23:59:59.000", value: 20.25, currency: "EUR", is_known: 1 },
    ];
    expect(await stored(["a-1", "a-2"])).toMatchObject(payments);
    expect(await importCsv(csv)).toMatchObject({ added: 0, known: 3, faultyCount: 1 });
    expect(await stored(["a-1", "a-2"])).toHaveLength(3);
  });

  test("counts once with what the shop's server has told of the same order already", async () => {
    const key = await read(
      app.owner.post("/api/api-keys", { name: "shop", scopes: ["events.write"] }),
      z.object({ token: z.string() }),
    );
    const { siteKey } = await read(app.owner.get(`/api/sites/${siteId}`), z.object({ siteKey: z.string() }));
    const id = "mabcdefgh0123456789y";
    const url = "https://shop.example/paid";
    const goal = { kind: "goal", id, age: 0, url, name: "order", value: 7, currency: "EUR", orderId: "b-1" };
    const sent = await app.anonymous.request("/e", {
      method: "POST",
      headers: { authorization: `Bearer ${key.token}` },
      body: JSON.stringify({ site: siteKey, events: [goal] }),
    });
    expect(sent.status).toBe(202);
    // Whether the store has it by then or not, one of them stays.
    await importCsv("order_id,at,value\nb-1,2024-02-02,7", { currency: "EUR", goal: "order" });
    expect(await app.eventLog.flush()).toBe(true);
    expect(await stored(["b-1"])).toHaveLength(1);
  });

  test("of many years comes in one go", async () => {
    const lines = Array.from({ length: 120 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, "0");
      return `y-${index},${2000 + Math.floor(index / 12)}-${month}-01,1,USD`;
    });
    expect(await importCsv(["order_id,at,value,currency", ...lines].join("\n"))).toMatchObject({
      added: 120,
      faultyCount: 0,
    });
    expect(await stored(["y-0", "y-119"])).toHaveLength(2);
  });

  test("needs the permission, and a site of the caller's own", async () => {
    const csv = "order_id,at,value,currency\nz,2025-01-01,1,EUR";
    const reader = await keyWith(app.owner, ["read"]);
    expect((await reader.post(`/api/sites/${siteId}/revenue-imports`, { csv })).status).toBe(403);
    const other = await openWorkspace(app.owner, "Next door");
    expect((await other.owner.post(`/api/sites/${siteId}/revenue-imports`, { csv })).status).toBe(404);
  });
});

test("each row of revenue that can't be taken is named with its line, its value and the reason", () => {
  const csv = [
    "order_id,at,value,currency,s,visitor",
    ",2025-01-01,1,EUR,,",
    "a,2025-02-30,1,EUR,,",
    "a,2999-01-01,1,EUR,,",
    "a,01/02/2025,1,EUR,,",
    'a,2025-01-01,"1,234",EUR,,',
    "a,2025-01-01,1e5,EUR,,",
    "a,2025-01-01,99999999999,EUR,,",
    "a,2025-01-01,1,EUX,,",
    "a,2025-01-01,1,,,",
    "a,2025-01-01,1,EUR,click,",
    "a,2025-01-01,1,EUR,,short",
    "a,2025-01-01,1,EUR,,",
  ].join("\n");
  const { rows, faulty } = readRevenue(csv, { currency: undefined, now: new Date("2026-01-01T00:00:00Z") });
  expect(rows).toHaveLength(1);
  expect(faulty.map(({ line, value, reason }) => [line, value, reason.split(":")[0]])).toEqual([
    [2, "", "order_id"],
    [3, "2025-02-30", "at"],
    [4, "2999-01-01", "at"],
    [5, "01/02/2025", "at"],
    [6, "1,234", "value"],
    [7, "1e5", "value"],
    [8, "99999999999", "value"],
    [9, "EUX", "currency"],
    [10, "", "currency"],
    [11, "click", "s"],
    [12, "short", "visitor"],
  ]);
  expect(readRevenue("order,total\n1,2", { currency: "EUR", now: new Date() }).faulty).toMatchObject([
    { line: 1, value: "order,total", reason: expect.stringContaining("column at") },
  ]);
});
