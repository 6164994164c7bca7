import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { keyWith, read } from "#src/testing/people.ts";

const Site = z.object({ id: z.uuid() });
const site = { name: "Tea", origin: "https://tea.example" };
const key = (name: string) => ({ "Idempotency-Key": name });

async function countSites(app: TestApp): Promise<number> {
  const { items } = await read(app.owner.get("/api/sites"), z.object({ items: z.array(Site) }));
  return items.length;
}

describe("a write with an Idempotency-Key", () => {
  test("is done once and answered the same, also when both come at once", async () => {
    await using app = await createApp();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => app.owner.post("/api/sites", site, key("one"))),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(texts).size).toBe(1);
    expect(await countSites(app)).toBe(1);
    const history = await read(
      app.owner.get("/api/history"),
      z.object({ items: z.array(z.object({ operation: z.string() })) }),
    );
    expect(history.items.filter(({ operation }) => operation === "createSite")).toHaveLength(1);
  });

  test("with another body is a conflict", async () => {
    await using app = await createApp();
    await read(app.owner.post("/api/sites", site, key("one")), Site);
    const other = await app.owner.post("/api/sites", { ...site, name: "Coffee" }, key("one"));
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: "conflict", hint: "Use a new key" });
  });

  test("that was refused leaves the key free for the mended request", async () => {
    await using app = await createApp();
    expect((await app.owner.post("/api/sites", { ...site, origin: "?" }, key("one"))).status).toBe(400);
    const { id } = await read(app.owner.post("/api/sites", site, key("one")), Site);
    // An operation that talks to the outside claims its key before it does; a refusal frees it.
    const proof = `/api/sites/${id}/proof`;
    const first = await app.owner.post(proof, { method: "dns" }, key("two"));
    expect(first.status).toBe(404);
    const second = await app.owner.post(proof, { method: "dns" }, key("two"));
    expect(await second.json()).toEqual(await first.json());
  });

  test("is its caller's own: the same key of another program is another request", async () => {
    await using app = await createApp();
    const program = await keyWith(app.owner, ["sites.manage"]);
    const [mine, its] = await Promise.all([
      read(app.owner.post("/api/sites", site, key("one")), Site),
      read(program.post("/api/sites", { ...site, origin: "https://b.example" }, key("one")), Site),
    ]);
    expect(mine.id).not.toBe(its.id);
  });

  test("works outside any workspace too", async () => {
    await using app = await createApp();
    const Workspace = z.object({ id: z.uuid() });
    const wanted = { name: "Second", timeZone: "UTC" };
    const first = await read(app.owner.post("/api/workspaces", wanted, key("one")), Workspace);
    const again = await read(app.owner.post("/api/workspaces", wanted, key("one")), Workspace);
    expect(again.id).toBe(first.id);

    const { link } = await read(
      app.owner.post("/api/invitations", { role: "viewer" }),
      z.object({ link: z.string() }),
    );
    const path = `/api/invitation-links/${link.split("/").at(-1)}/acceptance`;
    const person = { name: "Vera", email: "vera@samovar.test", password: "a long enough password" };
    const joined = await read(app.anonymous.post(path, { person }, key("join")), Workspace);
    expect(await read(app.anonymous.post(path, { person }, key("join")), Workspace)).toEqual(joined);
    const stranger = await app.anonymous.post(path, { person: { ...person, name: "Eve" } }, key("join"));
    expect(stranger.status).toBe(404);
  });

  test("keeps no secret readable in the database, and is forgotten after a week", async () => {
    await using app = await createApp();
    const made = await read(
      app.owner.post("/api/api-keys", { name: "CI", scopes: ["read"] }, key("one")),
      z.object({ token: z.string() }),
    );
    const rows = () =>
      app.house.database.transact("*", (db) => db.selectFrom("idempotency").selectAll().execute());
    expect(JSON.stringify(await rows())).not.toContain(made.token.slice(4));
    const again = await app.owner.post("/api/api-keys", { name: "CI", scopes: ["read"] }, key("one"));
    expect(await again.json()).toMatchObject({ token: made.token });
    await app.advance(8 * 86_400_000);
    const forget = app.features.flatMap(({ jobs }) => jobs).find(({ id }) => id === "operations.forgetKeys");
    await app.house.database.transact("*", (db) =>
      app.house
        .inside(db)
        .enqueue(
          { ...forget, id: "operations.forgetKeys", payload: z.object({}), run: async () => undefined },
          {},
        ),
    );
    await app.work();
    expect(await rows()).toEqual([]);
  });

  test("whose key is no key is refused with the remedy", async () => {
    await using app = await createApp();
    for (const bad of ["with space", "x".repeat(256)]) {
      const answer = await app.owner.post("/api/sites", site, key(bad));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "invalid", hint: "Use a UUID" });
    }
  });
});
