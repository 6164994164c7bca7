import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Actor, Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Name, TimeZone } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { addPerson, type Identity } from "./identity.ts";
import { NewPerson, Workspace } from "./schema.ts";

export const getSetUp = operation({
  id: "getSetUp",
  summary: "Tell whether the house has an owner yet",
  http: "GET /set-up",
  access: "public",
  input: z.object({}),
  output: z.object({ needed: z.boolean().describe("The next visitor becomes the owner") }),
  run: async (ctx) => ({ needed: !(await hasPeople(ctx)) }),
});

/** The first visitor becomes the owner of a first workspace. */
export const setUpWith = (identity: Identity) =>
  operation({
    id: "setUp",
    summary: "Make the house's first person the owner of its first workspace",
    http: "POST /set-up",
    access: "public",
    input: NewPerson.extend({ workspaceName: Name, timeZone: TimeZone }),
    output: Workspace,
    async run(ctx, { workspaceName, timeZone, ...person }) {
      // One at a time: of two first visitors only one becomes the owner.
      await sql`select pg_advisory_xact_lock(hashtext('samovar.set-up'))`.execute(ctx.db);
      if (await hasPeople(ctx)) {
        throw new Problem("conflict", say`This house has an owner already`, {
          hint: say`Sign in, or ask for an invitation`,
        });
      }
      const owner = await addPerson(ctx.db, identity, person);
      return addWorkspace(ctx, { name: workspaceName, timeZone }, owner);
    },
  });

export const createWorkspace = operation({
  id: "createWorkspace",
  summary: "Open a further workspace and become its owner",
  http: "POST /workspaces",
  access: "signed-in",
  input: Workspace.omit({ id: true }),
  output: Workspace,
  async run(ctx, { name, timeZone }) {
    if (ctx.actor.kind !== "person") throw new Problem("forbidden", say`Only a person can own a workspace`);
    return addWorkspace(ctx, { name, timeZone }, ctx.actor);
  },
});

async function addWorkspace(
  ctx: Pick<Context, "db" | "now" | "recordIn">,
  workspace: { readonly name: string; readonly timeZone: string },
  owner: Actor & { readonly kind: "person" },
) {
  const id = uuidv7();
  const createdAt = ctx.now();
  await ctx.db
    .insertInto("workspace")
    .values({ id, ...workspace, createdAt })
    .execute();
  await ctx.db
    .insertInto("member")
    .values({ workspaceId: id, personId: owner.id, role: "owner", createdAt })
    .execute();
  ctx.recordIn(id, owner);
  return { id, ...workspace };
}

async function hasPeople({ db }: Pick<Context, "db">): Promise<boolean> {
  return (await db.selectFrom("person").select("id").limit(1).executeTakeFirst()) !== undefined;
}
