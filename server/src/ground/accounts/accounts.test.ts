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

test("whoever comes is told whether the house has an owner yet", async () => {
  await using app = await createApp();
  expect(await (await app.anonymous.get("/api/set-up")).json()).toEqual({ needed: false });
});

test("the roles are listed with what each may do, as the table says", async () => {
  await using app = await createApp();
  const { items }: { items: { role: string; permissions: string[] }[] } = Object(
    await (await app.owner.get("/api/roles")).json(),
  );
  expect(items.map(({ role }) => role)).toEqual(["owner", "editor", "author", "moderator", "viewer"]);
  expect(items.at(-1)).toEqual({ role: "viewer", permissions: ["read"] });
});

test("invitations are listed without their links; getInvitation shows no more than where a link leads", async () => {
  await using app = await createApp();
  const { link }: { link: string } = Object(
    await (await app.owner.post("/api/invitations", { role: "viewer", note: "for Vera" })).json(),
  );
  const token = link.split("/").at(-1) ?? "";
  const list = await (await app.owner.get("/api/invitations")).text();
  expect(list).toContain("for Vera");
  expect(list).not.toContain(token);
  expect(
    Object.keys(Object(await (await app.anonymous.get(`/api/invitation-links/${token}`)).json())).sort(),
  ).toEqual(["expiresAt", "role", "workspaceName"]);
});
