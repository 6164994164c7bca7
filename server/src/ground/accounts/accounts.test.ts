import { expect, test } from "vitest";
import { createApp } from "#src/testing/create-app.ts";

test("the first visitor becomes owner, the second is told to sign in", async () => {
  await using app = await createApp();
  const me: unknown = await (await app.owner.get("/api/me")).json();
  expect(me).toMatchObject({ workspaces: [{ name: "Tea house", role: "owner" }] });

  const second = await app.anonymous.post("/api/set-up", {
    name: "Eve",
    email: "eve@samovar.test",
    password: "another password",
    workspaceName: "Mine",
    timeZone: "UTC",
  });
  expect(second.status).toBe(409);
  expect(await second.json()).toEqual({
    code: "conflict",
    title: "This house has an owner already",
    hint: "Sign in, or ask for an invitation",
  });
});
