import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { mintEventId, postgresSaltStore } from "./index.ts";
import { destroyOldSalts } from "./visitor.ts";

let app: TestApp;
let site: { readonly id: string; readonly siteKey: string };
const origin = "https://shop.example";
const browser = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";

beforeAll(async () => {
  app = await createApp();
  const made = await app.owner.post("/api/sites", { name: "Shop", origin });
  site = z.object({ id: z.string(), siteKey: z.string() }).parse(await made.json());
});
afterAll(() => app[Symbol.asyncDispose]());

const view = (id = mintEventId(new Date())) => ({
  kind: "view",
  id,
  age: 100,
  url: `${origin}/tea`,
  title: "Tea",
});

function send(events: readonly object[], headers: Record<string, string> = { origin }): Promise<Response> {
  return app.anonymous.request("/e", {
    method: "POST",
    headers: { "content-type": "text/plain", "user-agent": browser, ...headers },
    body: JSON.stringify({ site: site.siteKey, events }),
  });
}

async function rowsOf(ids: readonly string[]): Promise<unknown[]> {
  expect(await app.eventLog.flush()).toBe(true);
  const result = await app.house.events.query({
    query: `select id, toString(site_id) as site, reason, trusted, value, browser, title from event final where id in {ids: Array(String)} order by id`,
    query_params: { ids: [...ids] },
    format: "JSONEachRow",
  });
  return result.json();
}

describe("events through the front door", () => {
  test("of a registered site's page reach the store, and a batch that is sent twice counts once", async () => {
    const id = mintEventId(new Date());
    const first = await send([view(id)]);
    expect(first.status).toBe(202);
    expect(first.headers.get("access-control-allow-origin")).toBe(origin);
    expect((await send([view(id)])).status).toBe(202);
    expect(await rowsOf([id])).toEqual([
      { id, site: site.id, reason: "human", trusted: 0, value: 0, browser: "firefox", title: "Tea" },
    ]);
  });

  test("of a page under another origin are refused as a problem that names it", async () => {
    const answer = await send([view()], { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://evil.example");
    expect(await answer.json()).toMatchObject({
      code: "forbidden",
      title: "Pages of https://evil.example don't speak for this site",
    });
  });

  test("of a server with an API key are trusted, and of one without refused", async () => {
    const made = await app.owner.post("/api/api-keys", { name: "shop", scopes: ["events.write"] });
    const { token } = z.object({ token: z.string() }).parse(await made.json());
    const goal = { ...view(), kind: "goal", name: "order", value: 99.5, currency: "EUR" };
    expect((await send([goal], { authorization: `Bearer ${token}` })).status).toBe(202);
    expect(await rowsOf([goal.id])).toMatchObject([{ trusted: 1, value: 99.5 }]);
    expect((await send([view()], { authorization: "Bearer smv_nothing" })).status).toBe(401);
  });
});

describe("the salts of visitors", () => {
  test("are the same for every process of the house, and gone two days later", async () => {
    const store = postgresSaltStore(app.house.database);
    const [one, two] = await Promise.all([store.take("2026-11-20"), store.take("2026-11-20")]);
    expect(one).toEqual(two);
    expect(one).toHaveLength(16);
    const days = () =>
      app.house.database.transact(wholeHouse, async (db) => {
        const { rows } = await sql<{
          day: string;
        }>`select day::text from visitor_salt where day <= '2026-11-23' order by day`.execute(db);
        return rows.map(({ day }) => day);
      });
    const destroyAt = (instant: string) =>
      app.house.database.transact(wholeHouse, (db) => destroyOldSalts(db, new Date(instant)));
    await store.take("2026-11-21");
    await destroyAt("2026-11-21T23:59:59Z");
    expect(await days()).toEqual(["2026-11-20", "2026-11-21"]);
    await destroyAt("2026-11-22T00:00:01Z");
    expect(await days()).toEqual(["2026-11-21"]);
  });
});

describe("a visitor who agreed to a lasting id", () => {
  test("is shown all that is kept of him, and is erased with nothing left; others stay", async () => {
    const ask = (path: string, visitor: string) => app.owner.post(path, { siteId: site.id, visitor });
    const [mine, other] = ["a-lasting-id-of-mine", "a-lasting-id-of-another"];
    for (const visitor of [mine, other]) {
      const body = JSON.stringify({ site: site.siteKey, visitor, events: [view(), view()] });
      const headers = { origin, "user-agent": browser };
      expect((await app.anonymous.request("/e", { method: "POST", headers, body })).status).toBe(202);
    }
    expect(await app.eventLog.flush()).toBe(true);
    const shown = await ask("/api/visitor-exports", mine);
    expect(await shown.json()).toMatchObject({
      items: [{ kind: "view", page: "shop.example/tea" }, { kind: "view" }],
      next: null,
    });
    const erased = await ask("/api/visitor-erasures", mine);
    expect(await erased.json()).toEqual({ erasedEvents: 2 });
    expect(await (await ask("/api/visitor-exports", mine)).json()).toMatchObject({ items: [] });
    const left = await ask("/api/visitor-exports", other);
    expect(z.object({ items: z.array(z.unknown()) }).parse(await left.json()).items).toHaveLength(2);
  });
});
