import { z } from "zod";
import { type Database, wholeHouse } from "#src/platform/database/database.ts";
import type { Actor, Caller, Surface, Workspace } from "#src/platform/operation/context.ts";
import { type Permission, permissions } from "#src/platform/operation/permissions.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Identity } from "./identity.ts";
import { permissionsOf } from "./roles.ts";
import { Role } from "./schema.ts";
import { hashToken } from "./tokens.ts";

interface Door {
  readonly database: Database;
  readonly identity: Identity;
  readonly publicUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly now: () => Date;
}

interface Knock {
  readonly request: Request;
  readonly address: string | undefined;
  readonly surface: Surface;
}

/** Resolves who knocks: an API key, a signed-in person, or anybody. Throws `Problem`. */
export async function callerOf(door: Door, knock: Knock): Promise<Caller> {
  const authorization = knock.request.headers.get("Authorization");
  if (authorization !== null) return keyCaller(door, knock, authorization);
  const session = await door.identity.api.getSession({ headers: knock.request.headers });
  if (!session)
    return { ...from(knock), actor: { kind: "anonymous" }, workspace: undefined, permissions: new Set() };
  refuseForeignPages(door, knock.request);
  const { id, name, email } = session.user;
  return personCaller(door, knock, { kind: "person", id, name, email });
}

const from = ({ surface, address }: Knock) => ({ surface, address });

async function keyCaller(door: Door, knock: Knock, authorization: string): Promise<Caller> {
  const token = /^Bearer (smv_[\w-]+)$/.exec(authorization)?.[1];
  const row = token && (await findKey(door, token));
  if (!row) {
    throw new Problem("unauthenticated", say`The API key is not known, was revoked, or has expired`, {
      hint: say`Send \`Authorization: Bearer smv_…\` with a key from Settings → Keys`,
    });
  }
  refuseOtherWorkspace(knock.request, row.workspaceId);
  return {
    ...from(knock),
    actor: { kind: "key", id: row.id, name: row.name },
    workspace: { id: row.workspaceId, name: row.workspaceName, timeZone: row.timeZone },
    permissions: new Set(z.array(z.enum(permissions)).parse(row.scopes)),
  };
}

/** A key opens one workspace: whoever names another with it is mistaken about where he acts. */
function refuseOtherWorkspace(request: Request, own: string): void {
  const wanted = request.headers.get("Samovar-Workspace");
  if (wanted === null || asUuid(wanted) === own) return;
  throw new Problem("not_found", say`The API key does not open the workspace ${wanted}`, {
    hint: say`Leave the header Samovar-Workspace out, or use a key of that workspace`,
  });
}

function findKey(door: Door, token: string) {
  return door.database.transact(wholeHouse, async (db) => {
    const key = await db
      .selectFrom("apiKey")
      .innerJoin("workspace", "workspace.id", "apiKey.workspaceId")
      .select(["apiKey.id", "apiKey.name", "apiKey.scopes", "apiKey.workspaceId", "apiKey.lastUsedAt"])
      .select(["workspace.name as workspaceName", "workspace.timeZone"])
      .where("tokenHash", "=", hashToken(token))
      .where("revokedAt", "is", null)
      .where((where) => where.or([where("expiresAt", "is", null), where("expiresAt", ">", door.now())]))
      .executeTakeFirst();
    if (key && isStale(key.lastUsedAt, door.now())) {
      await db.updateTable("apiKey").set({ lastUsedAt: door.now() }).where("id", "=", key.id).execute();
    }
    return key;
  });
}

/** `lastUsedAt` is kept to the minute, so that a busy key does not write at every call. */
const isStale = (lastUsedAt: Date | null, now: Date) =>
  !lastUsedAt || now.getTime() - lastUsedAt.getTime() > 60_000;

async function personCaller(
  door: Door,
  knock: Knock,
  actor: Actor & { readonly kind: "person" },
): Promise<Caller> {
  const wanted = knock.request.headers.get("Samovar-Workspace");
  const membership = await door.database.transact(wholeHouse, (db) =>
    db
      .selectFrom("member")
      .innerJoin("workspace", "workspace.id", "member.workspaceId")
      .select(["workspace.id", "workspace.name", "workspace.timeZone", "member.role"])
      .where("member.personId", "=", actor.id)
      .$if(wanted !== null, (query) => query.where("workspace.id", "=", asUuid(wanted)))
      .orderBy("workspace.id")
      .limit(1)
      .executeTakeFirst(),
  );
  const workspace: Workspace | undefined = membership;
  const allowed: readonly Permission[] = membership ? permissionsOf[Role.parse(membership.role)] : [];
  return { ...from(knock), actor, workspace, permissions: new Set(allowed) };
}

function asUuid(id: string | null): string {
  const parsed = z.uuid().safeParse(id);
  if (parsed.success) return parsed.data.toLowerCase();
  throw new Problem("invalid", say`Samovar-Workspace: "${id}" is not an id`, {
    hint: say`Name one of \`GET /api/me\``,
  });
}

/** A cookie goes along with requests that other sites make: writes must come from our own pages. */
function refuseForeignPages(door: Door, request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("Origin");
  if (origin === new URL(door.publicUrl).origin || (origin && door.trustedOrigins.includes(origin))) return;
  throw new Problem("forbidden", say`The page at ${origin ?? "an unnamed origin"} may not act for you`, {
    hint: say`Open the app at ${door.publicUrl}, or set PUBLIC_URL to where you reach it`,
  });
}
