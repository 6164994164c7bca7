import { describe, expect, test } from "vitest";
import { permissionsOf, roles } from "#src/ground/accounts/index.ts";
import type { AnyOperation } from "#src/platform/operation/operation.ts";
import { permissions } from "#src/platform/operation/permissions.ts";
import { ask } from "#src/testing/ask.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { join, keyWith } from "#src/testing/people.ts";
import type { TestClient } from "#src/testing/test-client.ts";

const nobody = "0192f0c1-0000-7000-8000-000000000000";

/** Names nothing that exists and leaves out what is needed: whoever may ask is told that, the others are refused. */
function knock(client: TestClient, asked: AnyOperation): Promise<Response> {
  const names = Object.keys(asked.input.shape).filter((name) => /(^id|Id)$/.test(name) || name === "token");
  return ask(client, asked, { input: Object.fromEntries(names.map((name) => [name, nobody])) });
}

async function tryAll(app: TestApp, client: TestClient, may: (asked: AnyOperation) => boolean) {
  const wrong: string[] = [];
  let tried = 0;
  for (const asked of app.features.flatMap(({ operations }) => operations)) {
    const { status } = await knock(client, asked);
    tried += 1;
    if (status >= 500 && status !== 503) wrong.push(`${asked.id} fails with ${status}`);
    if ((status === 403) === may(asked)) wrong.push(`${asked.id} answers ${status}`);
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(20);
}

const isOpen = ({ access }: AnyOperation) => access === "public" || access === "signed-in";

describe("each role may ask what the table says, and nothing else", () => {
  test.each(roles)("%s", async (role) => {
    await using app = await createApp();
    const person = await join(app, app.owner, role);
    const allowed: ReadonlySet<string> = new Set(permissionsOf[role]);
    await tryAll(app, person, (asked) => isOpen(asked) || allowed.has(asked.access));
  });
});

test("each scope of a key opens what needs it, and nothing else", async () => {
  await using app = await createApp();
  for (const scope of permissions) {
    const program = await keyWith(app.owner, [scope]);
    await tryAll(app, program, ({ access }) => access === "public" || access === scope);
  }
});

test("who is not signed in is told to sign in, whatever he asks", async () => {
  await using app = await createApp();
  for (const asked of app.features.flatMap(({ operations }) => operations)) {
    const answer = await knock(app.anonymous, asked);
    const isRefused = answer.status === 401;
    expect(isRefused, asked.id).toBe(asked.access !== "public");
    expect(answer.headers.get("Content-Type"), asked.id).toMatch(
      answer.ok ? /^application\/json/ : /^application\/problem\+json/,
    );
  }
});

test("nobody hands on what he does not have: not by a key, not by an invitation, not by a role", async () => {
  await using app = await createApp();
  const keeper = await keyWith(app.owner, ["keys.manage", "people.manage", "read"]);
  expect((await keeper.post("/api/api-keys", { name: "more", scopes: ["workspace.manage"] })).status).toBe(
    403,
  );
  expect((await keeper.post("/api/api-keys", { name: "same", scopes: ["read", "keys.manage"] })).status).toBe(
    201,
  );
  expect((await keeper.post("/api/invitations", { role: "owner" })).status).toBe(403);
  expect((await keeper.post("/api/invitations", { role: "viewer" })).status).toBe(201);
  await join(app, app.owner, "viewer");
  const members: { items: { personId: string; role: string }[] } = Object(
    await (await app.owner.get("/api/members")).json(),
  );
  const viewer = members.items.find(({ role }) => role === "viewer");
  expect((await keeper.patch(`/api/members/${viewer?.personId}`, { role: "owner" })).status).toBe(403);
});
