import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isWrite } from "#src/platform/operation/operation.ts";
import { createApp } from "#src/testing/create-app.ts";
import { openWorkspace, read } from "#src/testing/people.ts";

const Key = z.object({ id: z.string(), token: z.string() });
const Entry = z.object({
  operation: z.string(),
  actorKind: z.string(),
  actorName: z.string(),
  surface: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
const History = z.object({ items: z.array(Entry) });

describe("a key", () => {
  test("works until it expires, tells when it was used, and is dead once revoked", async () => {
    await using app = await createApp();
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const lasting = await read(app.owner.post("/api/api-keys", { name: "a", scopes: ["read"] }), Key);
    const brief = await read(
      app.owner.post("/api/api-keys", { name: "b", scopes: ["read"], expiresAt: inAnHour }),
      Key,
    );
    for (const { token } of [lasting, brief])
      expect((await app.owner.withKey(token).get("/api/sites")).status).toBe(200);
    expect(await (await app.owner.get("/api/api-keys")).json()).toMatchObject({
      items: [
        { name: "b", lastUsedAt: expect.any(String) },
        { name: "a", tokenStart: lasting.token.slice(0, 8) },
      ],
    });
    await app.advance(3_600_001);
    expect((await app.owner.withKey(brief.token).get("/api/sites")).status).toBe(401);
    expect((await app.owner.withKey(lasting.token).get("/api/sites")).status).toBe(200);
    await app.owner.delete(`/api/api-keys/${lasting.id}`);
    const refused = await app.owner.withKey(lasting.token).get("/api/sites");
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({
      code: "unauthenticated",
      hint: expect.stringContaining("Settings"),
    });
  });

  test("is shown once: neither lists nor the database hold it", async () => {
    await using app = await createApp();
    const { token } = await read(app.owner.post("/api/api-keys", { name: "a", scopes: ["read"] }), Key);
    expect(await (await app.owner.get("/api/api-keys")).text()).not.toContain(token);
    expect(await (await app.owner.get("/api/history")).text()).not.toContain(token);
    const rows = await app.house.database.transact("*", (db) =>
      db.selectFrom("apiKey").selectAll().execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("that would expire in the past, or could do nothing, is not made", async () => {
    await using app = await createApp();
    const past = { name: "a", scopes: ["read"], expiresAt: "2020-01-01T00:00:00Z" };
    for (const bad of [past, { name: "a", scopes: [] }, { name: "a", scopes: ["everything"] }]) {
      const answer = await app.owner.post("/api/api-keys", bad);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ fields: [{}], hint: expect.any(String) });
    }
  });
});

describe("the history", () => {
  test("tells of every change who made it, to which thing, through which door; of reading it tells nothing", async () => {
    await using app = await createApp();
    const second = await openWorkspace(app.owner, "Second");
    const site = await read(
      second.owner.post("/api/sites", { name: "Tea", origin: "https://tea.example" }),
      z.object({ id: z.string() }),
    );
    await second.owner.get(`/api/sites/${site.id}`);
    await second.owner.patch(`/api/sites/${site.id}`, { name: "Black tea" });
    const { items } = await read(second.owner.get("/api/history"), History);
    expect(items.map(({ operation }) => operation)).toEqual(["changeSite", "createSite", "createWorkspace"]);
    for (const entry of items)
      expect(entry).toMatchObject({ actorKind: "person", actorName: "Olga Owner", surface: "http" });
    expect(items[0]).toMatchObject({ subject: site.id, detail: { name: "Black tea" } });
    expect(await read(second.owner.get(`/api/history?subject=${site.id}`), History)).toMatchObject({
      items: [{}, {}],
    });
  });

  test("begins with the house's set-up, by the person who became its owner", async () => {
    await using app = await createApp();
    const { items } = await read(app.owner.get("/api/history"), History);
    expect(items).toMatchObject([{ operation: "setUp", actorKind: "person", actorName: "Olga Owner" }]);
    expect(JSON.stringify(items)).not.toContain("correct horse");
  });

  test("tells nothing of what was refused", async () => {
    await using app = await createApp();
    await app.owner.post("/api/sites", { name: "", origin: "?" });
    await app.owner.delete("/api/sites/0192f0c1-0000-7000-8000-000000000000");
    expect((await read(app.owner.get("/api/history"), History)).items).toHaveLength(1);
  });

  test("can hold no field that is named like a secret: its schema says secret", async () => {
    await using app = await createApp();
    const leaks = app.features
      .flatMap(({ operations }) => operations)
      .filter(isWrite)
      .flatMap(({ id, input }) => Object.entries(input.shape).map(([name, schema]) => ({ id, name, schema })))
      .filter(({ name }) => /password|token|secret|credential|^values$/i.test(name))
      .filter(
        ({ schema }) =>
          z.globalRegistry.get(schema)?.["secret"] !== true && Object(schema).meta()?.secret !== true,
      );
    expect(leaks.map(({ id, name }) => `${id}.${name}`)).toEqual([]);
  });
});
