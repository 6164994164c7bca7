import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { permissionsOf } from "./roles.ts";
import { Me, Role, Workspace } from "./schema.ts";

export const getMe = operation({
  id: "getMe",
  summary: "Tell who you are and which workspaces are yours",
  http: "GET /me",
  access: "signed-in",
  input: z.object({}),
  output: Me,
  async run(ctx) {
    if (ctx.actor.kind !== "person") throw new Problem("forbidden", say`Only a person has workspaces`);
    const person = await ctx.db
      .selectFrom("person")
      .select(["id", "name", "email", "twoFactorEnabled"])
      .where("id", "=", ctx.actor.id)
      .executeTakeFirstOrThrow();
    const rows = await ctx.db
      .selectFrom("member")
      .innerJoin("workspace", "workspace.id", "member.workspaceId")
      .select(["workspace.id", "workspace.name", "workspace.timeZone", "member.role"])
      .where("member.personId", "=", person.id)
      .orderBy("workspace.id")
      .execute();
    return {
      person: { ...person, twoFactorEnabled: person.twoFactorEnabled ?? false },
      workspaces: rows.map((row) => {
        const role = Role.parse(row.role);
        return { ...row, role, permissions: [...permissionsOf[role]] };
      }),
    };
  },
});

export const changeWorkspace = operation({
  id: "changeWorkspace",
  summary: "Rename the workspace or change its time zone",
  http: "PATCH /workspace",
  access: "workspace.manage",
  input: Workspace.omit({ id: true }).partial(),
  output: Workspace,
  async run(ctx, change) {
    const { name = ctx.workspace.name, timeZone = ctx.workspace.timeZone } = change;
    return ctx.db
      .updateTable("workspace")
      .set({ name, timeZone })
      .where("id", "=", ctx.workspace.id)
      .returning(["id", "name", "timeZone"])
      .executeTakeFirstOrThrow();
  },
});
