import { z } from "zod";
import type { Role } from "#src/ground/accounts/index.ts";
import type { Permission } from "#src/platform/operation/permissions.ts";
import type { TestApp } from "./create-app.ts";
import type { TestClient } from "./test-client.ts";

type House = Pick<TestApp, "anonymous">;

const password = "a long enough password";

/** A new person who joined the inviter's workspace with this role, signed in there. */
export async function join(app: House, inviter: TestClient, role: Role): Promise<TestClient> {
  const link = await read(inviter.post("/api/invitations", { role }), z.object({ link: z.string() }));
  const token = link.link.split("/").at(-1);
  const email = `${role}-${crypto.randomUUID()}@samovar.test`;
  await read(
    app.anonymous.post(`/api/invitation-links/${token}/acceptance`, {
      person: { name: `The ${role}`, email, password },
    }),
    z.object({ id: z.string() }),
  );
  return app.anonymous.signIn(email, password);
}

/** A program with a key that has these scopes. */
export async function keyWith(owner: TestClient, scopes: readonly Permission[]): Promise<TestClient> {
  const key = await read(
    owner.post("/api/api-keys", { name: scopes.join(" "), scopes }),
    z.object({ token: z.string() }),
  );
  return owner.withKey(key.token);
}

/** A further workspace of the same person, and the person in it. */
export async function openWorkspace(owner: TestClient, name: string) {
  const { id } = await read(
    owner.post("/api/workspaces", { name, timeZone: "UTC" }),
    z.object({ id: z.uuid() }),
  );
  return { id, owner: owner.inWorkspace(id) };
}

/** The answer, which must be a good one and of this shape. */
export async function read<Output>(answer: Promise<Response>, shape: z.ZodType<Output>): Promise<Output> {
  const response = await answer;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return shape.parse(JSON.parse(text));
}
