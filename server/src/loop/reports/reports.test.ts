import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { z } from "zod";
import { mintEventId } from "#src/ground/events/index.ts";
import { createApp } from "#src/testing/create-app.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

const Overview = z.object({
  rows: z.array(
    z.object({
      row: z.string(),
      smm: z.array(z.object({ id: z.string(), value: z.number() })),
      smo: z.array(z.object({ id: z.string(), value: z.number() })),
    }),
  ),
});

test("the overview of a new house is whole, and says nothing that is not so", async () => {
  await using app = await createApp();
  const response = await app.owner.get("/api/reports/overview");
  const { rows } = Overview.parse(await response.json());
  expect(rows.map(({ row }) => row)).toEqual([
    "goal",
    "actions",
    "tools",
    "metrics",
    "interaction",
    "result",
  ]);
  expect(rows.flatMap(({ smm, smo }) => [...smm, ...smo]).every(({ value }) => value === 0)).toBe(true);
});

test("what visitors do on the site shows in the overview", async () => {
  await using app = await createApp();
  const origin = "https://tea.example";
  const site = z
    .object({ siteKey: z.string() })
    .parse(await (await app.owner.post("/api/sites", { name: "Tea", origin })).json());
  const view = { kind: "view", id: mintEventId(new Date()), age: 0, url: `${origin}/pu-erh` };
  const engage = {
    kind: "engage",
    id: mintEventId(new Date()),
    age: 0,
    url: view.url,
    parent: view.id,
    visibleMs: 20_000,
    scrollPercent: 10,
  };
  const sent = await app.anonymous.request("/e", {
    method: "POST",
    headers: { Origin: origin, "User-Agent": phone, "Content-Type": "text/plain" },
    body: JSON.stringify({ site: site.siteKey, events: [view, engage] }),
  });
  expect([sent.status, await sent.text()]).toEqual([202, expect.anything()]);
  await app.eventLog.flush();
  const { rows } = Overview.parse(await (await app.owner.get("/api/reports/overview")).json());
  expect(rows[0]?.smo).toEqual([
    { id: "visits", value: 1 },
    { id: "reads", value: 1 },
  ]);
});

test("the loop report of a house without publications is empty, and a period that runs backwards is refused", async () => {
  await using app = await createApp();
  expect(await (await app.owner.get("/api/reports/loop")).json()).toEqual({ items: [], next: null });
  const backwards = await app.owner.get(
    "/api/reports/loop?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
  );
  expect(backwards.status).toBe(400);
  expect(await backwards.json()).toMatchObject({
    code: "invalid",
    title: "from: 2026-02-01T00:00:00.000Z is not before 2026-01-01T00:00:00.000Z",
  });
  expect((await app.owner.get(`/api/reports/loop?after=${uuidv7()}`)).status).toBe(200);
});
