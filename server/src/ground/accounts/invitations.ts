import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { addPerson, type Identity } from "./identity.ts";
import { refuseGivingMore } from "./refuse-giving-more.ts";
import { permissionsOf } from "./roles.ts";
import { Invitation, NewPerson, Role, Workspace } from "./schema.ts";
import { hashToken, mintToken } from "./tokens.ts";

const dayMs = 86_400_000;
const columns = ["id", "role", "note", "createdAt", "expiresAt", "acceptedAt"] as const;

export const createInvitation = operation({
  id: "createInvitation",
  summary: "Make a link by which one person can join the workspace",
  http: "POST /invitations",
  access: "people.manage",
  input: z.object({
    role: Role,
    note: z.string().trim().max(200).default("").describe("Whom it is for; only you see it"),
    days: z.int().min(1).max(90).default(7).describe("How long the link works"),
  }),
  output: Invitation.extend({ link: z.url().describe("Shown this once") }),
  async run(ctx, { role, note, days }) {
    refuseGivingMore(ctx, permissionsOf[role]);
    const token = mintToken("");
    const row = await ctx.db
      .insertInto("invitation")
      .values({
        id: uuidv7(),
        tokenHash: hashToken(token),
        role,
        note,
        createdBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.id,
        createdAt: ctx.now(),
        expiresAt: new Date(ctx.now().getTime() + days * dayMs),
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return { ...row, role, link: `${ctx.publicUrl}/admin/join/${token}` };
  },
});

export const listInvitations = operation({
  id: "listInvitations",
  summary: "List invitations, newest first",
  http: "GET /invitations",
  access: "people.manage",
  input: PageRequest,
  output: pageOf(Invitation),
  async run(ctx, { limit, after }) {
    const rows = await ctx.db
      .selectFrom("invitation")
      .select(columns)
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => ({ ...row, role: Role.parse(row.role) })),
      limit,
    );
  },
});

export const deleteInvitation = operation({
  id: "deleteInvitation",
  summary: "Make an invitation's link useless",
  http: "DELETE /invitations/:id",
  access: "people.manage",
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const gone = await ctx.db
      .deleteFrom("invitation")
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (!gone) {
      throw new Problem("not_found", say`There is no invitation ${id} here`, {
        hint: say`See listInvitations`,
      });
    }
    return gone;
  },
});

export const getInvitation = operation({
  id: "getInvitation",
  summary: "Show what an invitation's link leads to",
  http: "GET /invitation-links/:token",
  access: "public",
  input: z.object({ token: z.string().max(100).meta({ secret: true }) }),
  output: z.object({ workspaceName: z.string(), role: Role, expiresAt: Instant }),
  async run(ctx, { token }) {
    const invitation = await findOpen(ctx, token);
    return {
      workspaceName: invitation.workspaceName,
      role: invitation.role,
      expiresAt: invitation.expiresAt,
    };
  },
});

/** Joins as the person who is signed in, or as a new one. */
export const acceptInvitationWith = (identity: Identity) =>
  operation({
    id: "acceptInvitation",
    summary: "Join a workspace by an invitation's link",
    http: "POST /invitation-links/:token/acceptance",
    access: "public",
    input: z.object({
      token: z.string().max(100).meta({ secret: true }),
      person: NewPerson.optional().meta({ secret: true }).describe("Who you are, unless you are signed in"),
    }),
    output: Workspace,
    async run(ctx, { token, person }) {
      const invitation = await findOpen(ctx, token);
      const { workspaceId, workspaceName, timeZone, role } = invitation;
      const joining =
        ctx.actor.kind === "person" ? ctx.actor : await addPerson(ctx.db, identity, named(person));
      const joined = await ctx.db
        .insertInto("member")
        .values({ workspaceId, personId: joining.id, role, createdAt: ctx.now() })
        .onConflict((taken) => taken.columns(["workspaceId", "personId"]).doNothing())
        .returning("personId")
        .executeTakeFirst();
      if (!joined) {
        throw new Problem("conflict", say`You are in ${workspaceName} already`, {
          hint: say`The link is still good for somebody else; an owner can change your role`,
        });
      }
      await ctx.db
        .updateTable("invitation")
        .set({ acceptedBy: joining.id, acceptedAt: ctx.now() })
        .where("id", "=", invitation.id)
        .execute();
      ctx.recordIn(workspaceId, joining);
      return { id: workspaceId, name: workspaceName, timeZone };
    },
  });

function named(person: z.output<typeof NewPerson> | undefined): z.output<typeof NewPerson> {
  if (person) return person;
  throw new Problem("invalid", say`person: who are you?`, {
    fields: [{ path: "person", message: say`is missing` }],
    hint: say`Sign in first, or give name, email and password`,
  });
}

async function findOpen(ctx: Pick<Context, "db" | "now">, token: string) {
  const row = await ctx.db
    .selectFrom("invitation")
    .innerJoin("workspace", "workspace.id", "invitation.workspaceId")
    .select([
      "invitation.id",
      "invitation.role",
      "invitation.expiresAt",
      "invitation.acceptedAt",
      "invitation.workspaceId",
    ])
    .select(["workspace.name as workspaceName", "workspace.timeZone"])
    .where("tokenHash", "=", hashToken(token))
    .forUpdate("invitation")
    .executeTakeFirst();
  if (!row || row.acceptedAt || row.expiresAt <= ctx.now()) {
    throw new Problem("not_found", say`This invitation was used, withdrawn, or has expired`, {
      hint: say`Ask whoever invited you for a new link`,
    });
  }
  return { ...row, role: Role.parse(row.role) };
}
