import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { refuseGivingMore } from "./refuse-giving-more.ts";
import { permissionsOf, roles } from "./roles.ts";
import { Member, Role } from "./schema.ts";

export const listRoles = operation({
  id: "listRoles",
  summary: "List the roles and what each may do",
  http: "GET /roles",
  access: "read",
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ role: Role, permissions: z.array(z.string()) })) }),
  run: async () => ({ items: roles.map((role) => ({ role, permissions: [...permissionsOf[role]] })) }),
});

export const listMembers = operation({
  id: "listMembers",
  summary: "List the people of the workspace",
  http: "GET /members",
  access: "read",
  input: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50).describe("How many rows, 1 to 100"),
    after: z.string().max(64).optional().describe("`next` of the page before"),
  }),
  output: z.object({ items: z.array(Member), next: z.string().nullable() }),
  async run(ctx, { limit, after }) {
    const rows = await members(ctx.db)
      .$if(after !== undefined, (query) => query.where("member.personId", ">", String(after)))
      .orderBy("member.personId")
      .limit(limit + 1)
      .execute();
    const items = rows.slice(0, limit).map((row) => ({ ...row, role: Role.parse(row.role) }));
    return { items, next: rows.length > limit ? (items.at(-1)?.personId ?? null) : null };
  },
});

export const changeMember = operation({
  id: "changeMember",
  summary: "Give a member another role",
  http: "PATCH /members/:personId",
  access: "people.manage",
  input: z.object({ personId: z.string().max(64), role: Role }),
  output: Member,
  async run(ctx, { personId, role }) {
    refuseGivingMore(ctx, permissionsOf[role]);
    if (role !== "owner") await keepAnOwner(ctx.db, personId);
    await ctx.db.updateTable("member").set({ role }).where("personId", "=", personId).execute();
    return getMember(ctx.db, personId);
  },
});

export const removeMember = operation({
  id: "removeMember",
  summary: "Take a person out of the workspace",
  http: "DELETE /members/:personId",
  access: "people.manage",
  input: z.object({ personId: z.string().max(64) }),
  output: Member,
  async run(ctx, { personId }) {
    const member = await getMember(ctx.db, personId);
    await keepAnOwner(ctx.db, personId);
    await ctx.db.deleteFrom("member").where("personId", "=", personId).execute();
    return member;
  },
});

async function getMember(db: Context["db"], personId: string) {
  const row = await members(db).where("member.personId", "=", personId).executeTakeFirst();
  if (!row) {
    throw new Problem("not_found", say`There is no member "${personId}" here`, {
      hint: say`See listMembers for who there is`,
    });
  }
  return { ...row, role: Role.parse(row.role) };
}

function members(db: Context["db"]) {
  return db
    .selectFrom("member")
    .innerJoin("person", "person.id", "member.personId")
    .select(["member.personId", "person.name", "person.email", "member.role", "member.createdAt"]);
}

/** Locks the owners, so that the last two can't leave at the same moment. */
async function keepAnOwner(db: Context["db"], leaving: string): Promise<void> {
  const owners = await db
    .selectFrom("member")
    .select("personId")
    .where("role", "=", "owner")
    .forUpdate()
    .execute();
  if (owners.some((owner) => owner.personId !== leaving)) return;
  throw new Problem("conflict", say`The workspace would be left without an owner`, {
    hint: say`Make somebody else an owner first`,
  });
}
