import { Readable } from "node:stream";
import type { Hono } from "hono";
import { z } from "zod";
import { type Database, wholeHouse } from "#src/platform/database/database.ts";
import type { Caller, Workspace } from "#src/platform/operation/context.ts";
import type { House } from "#src/platform/operation/house.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { Question } from "../filter.ts";
import { openScope } from "../questions/scope.ts";
import type { Transact } from "../visits/cutting-lease.ts";
import { readVisitFile, visitFormats } from "./visit-file.ts";

interface ExportParts {
  readonly house: Pick<House, "database" | "events" | "now">;
  readonly callerOf: (request: Request) => Promise<Caller>;
}

const VisitFormat = z.enum(["csv", "jsonl", "parquet"]);

/**
 * `GET /export/visits.csv`, `.jsonl` and `.parquet`: visits as a file, narrowed by the same fields as `listVisits`. A
 * link can't send the header that picks a workspace, so people name it as `workspaceId`; a key has its own.
 */
export function visitExportRoutes({ house, callerOf }: ExportParts): (app: Hono) => void {
  return (app) => {
    app.get("/export/:file{visits\\.(?:csv|jsonl|parquet)}", async (c) => {
      const { workspaceId, ...fields } = c.req.query();
      const workspace = await findWorkspace(house.database, await callerOf(c.req.raw), workspaceId);
      const format = VisitFormat.parse(c.req.param("file").split(".")[1]);
      const asker = {
        events: house.events,
        now: house.now,
        workspace,
        transact: transactIn(house.database, workspace.id),
      };
      const file = await readVisitFile(house.events, await openScope(asker, readQuestion(fields)), format);
      return c.body(Readable.toWeb(file), 200, {
        "Content-Type": visitFormats[format].type,
        "Content-Disposition": `attachment; filename="${c.req.param("file")}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      });
    });
  };
}

const transactIn =
  (database: Database, workspaceId: string): Transact =>
  (work) =>
    database.transact(workspaceId, (db) => work({ db }));

/** A field that nobody knows is refused: silently left out, it would give more visits than were asked for. */
function readQuestion(fields: Readonly<Record<string, string>>) {
  const asked = z.strictObject(Question.shape).safeParse(fields);
  if (asked.success) return asked.data;
  throw new Problem(
    "invalid",
    say`The visits can't be told by these fields: ${z.prettifyError(asked.error)}`,
    {
      hint: say`Give the fields of listVisits, without limit and after`,
    },
  );
}

async function findWorkspace(
  database: Database,
  caller: Caller,
  asked: string | undefined,
): Promise<Workspace> {
  if (caller.actor.kind === "anonymous")
    throw new Problem("unauthenticated", say`You are not signed in`, {
      hint: say`Sign in, or send an API key as \`Authorization: Bearer smv_…\``,
    });
  const id = z.uuid().safeParse(asked ?? caller.workspace?.id);
  const workspace = id.success ? await findOwn(database, caller, id.data) : undefined;
  if (workspace) return workspace;
  throw new Problem("not_found", say`There is no workspace ${asked ?? ""} of yours`, {
    hint: say`Give the id of one of yours as workspaceId, or a key that may read`,
  });
}

function findOwn(database: Database, { actor, workspace, permissions }: Caller, id: string) {
  return database.transact(wholeHouse, async (db) => {
    if (actor.kind !== "person" && !(workspace?.id === id && permissions.has("read"))) return undefined;
    const found = db.selectFrom("workspace").select(["id", "name", "timeZone"]).where("id", "=", id);
    if (actor.kind !== "person") return found.executeTakeFirst();
    const memberships = db
      .selectFrom("member")
      .select("workspaceId")
      .where("personId", "=", actor.id)
      .where("workspaceId", "=", id);
    return found.where("id", "in", memberships).executeTakeFirst();
  });
}
