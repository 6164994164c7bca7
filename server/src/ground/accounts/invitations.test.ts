import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join, openWorkspace, read } from "#src/testing/people.ts";
import type { TestClient } from "#src/testing/test-client.ts";

const anna = { name: "Anna", email: "Anna@samovar.test", password: "a long enough password" };
const Members = z.object({
  items: z.array(z.object({ personId: z.string(), name: z.string(), role: z.string() })),
});

async function invite(client: TestClient, input: object): Promise<{ id: string; path: string }> {
  const made = await read(
    client.post("/api/invitations", input),
    z.object({ id: z.string(), link: z.string() }),
  );
  return { id: made.id, path: `/api/invitation-links/${made.link.split("/").at(-1)}` };
}

const membersOf = async (client: TestClient) => (await read(client.get("/api/members"), Members)).items;
const history = async (app: TestApp) => (await app.owner.get("/api/history?limit=5")).json();

describe("an invitation", () => {
  test("shows where it leads, makes a person a member, and the history tells who joined", async () => {
    await using app = await createApp();
    const { path } = await invite(app.owner, { role: "author", note: "for Anna" });
    expect(await (await app.anonymous.get(path)).json()).toMatchObject({
      workspaceName: "Tea house",
      role: "author",
    });
    expect((await app.anonymous.post(`${path}/acceptance`, { person: anna })).status).toBe(201);
    const annasPlace = await app.anonymous.signIn("anna@samovar.test", anna.password);
    expect(await (await annasPlace.get("/api/me")).json()).toMatchObject({
      workspaces: [{ role: "author" }],
    });
    expect(await history(app)).toMatchObject({
      items: [{ operation: "acceptInvitation", actorKind: "person", actorName: "Anna", detail: {} }, {}, {}],
    });
  });

  test("lets a person in who is signed in elsewhere", async () => {
    await using app = await createApp();
    const guest = await join(app, app.owner, "viewer");
    const second = await openWorkspace(app.owner, "Second");
    const { path } = await invite(second.owner, { role: "editor" });
    expect((await guest.post(`${path}/acceptance`)).status).toBe(201);
    const me: unknown = await (await guest.get("/api/me")).json();
    expect(me).toMatchObject({ workspaces: [{ role: "viewer" }, { name: "Second", role: "editor" }] });
  });

  test("works once, also for two who come at the same moment", async () => {
    await using app = await createApp();
    const { path } = await invite(app.owner, { role: "viewer" });
    const answers = await Promise.all(
      ["a", "b", "c"].map((name) =>
        app.anonymous.post(`${path}/acceptance`, { person: { ...anna, email: `${name}@samovar.test` } }),
      ),
    );
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(["201", "404", "404"]);
    expect(await membersOf(app.owner)).toHaveLength(2);
  });

  test("is not used up by somebody who is a member already", async () => {
    await using app = await createApp();
    const { path } = await invite(app.owner, { role: "viewer" });
    const twice = await app.owner.post(`${path}/acceptance`);
    expect(twice.status).toBe(409);
    expect((await app.anonymous.post(`${path}/acceptance`, { person: anna })).status).toBe(201);
    expect((await membersOf(app.owner)).map(({ role }) => role).sort()).toEqual(["owner", "viewer"]);
  });

  test("that has expired or was withdrawn opens nothing, and makes no person", async () => {
    await using app = await createApp();
    const late = await invite(app.owner, { role: "viewer", days: 1 });
    const withdrawn = await invite(app.owner, { role: "viewer" });
    await app.owner.delete(`/api/invitations/${withdrawn.id}`);
    expect((await app.anonymous.get(withdrawn.path)).status).toBe(404);
    await app.advance(86_400_000);
    for (const { path } of [late, withdrawn]) {
      const answer = await app.anonymous.post(`${path}/acceptance`, { person: anna });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ hint: "Ask whoever invited you for a new link" });
    }
    await expect(app.anonymous.signIn(anna.email, anna.password)).rejects.toThrow("Sign-in failed");
  });

  test("asks who one is, and sends the owner of a known address to sign in", async () => {
    await using app = await createApp();
    const { path } = await invite(app.owner, { role: "viewer" });
    const nameless = await app.anonymous.post(`${path}/acceptance`);
    expect(await nameless.json()).toMatchObject({ code: "invalid", fields: [{ path: "person" }] });
    const known = await app.anonymous.post(`${path}/acceptance`, {
      person: { ...anna, email: "OLGA@samovar.test" },
    });
    expect(known.status).toBe(409);
    expect(await known.json()).toMatchObject({ hint: "Sign in, then open the link again" });
  });
});

describe("the last owner", () => {
  test("can neither leave nor take another role; with a second owner he can", async () => {
    await using app = await createApp();
    const [olga] = await membersOf(app.owner);
    const path = `/api/members/${olga?.personId}`;
    expect((await app.owner.delete(path)).status).toBe(409);
    expect((await app.owner.patch(path, { role: "editor" })).status).toBe(409);
    const other = await join(app, app.owner, "owner");
    expect((await app.owner.patch(path, { role: "editor" })).status).toBe(200);
    expect((await other.delete(path)).status).toBe(200);
    expect((await app.owner.get("/api/sites")).status).toBe(404);
  });

  test("stays, also when the last two take each other out at the same moment", async () => {
    await using app = await createApp();
    const other = await join(app, app.owner, "owner");
    const [first, second] = await membersOf(app.owner);
    const answers = await Promise.all([
      app.owner.delete(`/api/members/${second?.personId}`),
      other.delete(`/api/members/${first?.personId}`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

test("of two first visitors one becomes the owner, and a set-up that fails leaves nobody behind", async () => {
  await using app = await createApp();
  const count = () =>
    app.house.database.transact(
      "*",
      async (db) => (await db.selectFrom("person").select("id").execute()).length,
    );
  const before = await count();
  const tries = await Promise.all(
    ["x", "y"].map((name) =>
      app.anonymous.post("/api/set-up", {
        ...anna,
        email: `${name}@samovar.test`,
        workspaceName: "W",
        timeZone: "UTC",
      }),
    ),
  );
  expect(tries.map(({ status }) => status)).toEqual([409, 409]);
  expect(await count()).toBe(before);
});
