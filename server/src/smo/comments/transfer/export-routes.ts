import type { Hono } from "hono";
import { z } from "zod";
import { permissionsOf, roles } from "#src/ground/accounts/index.ts";
import type { Database } from "#src/platform/database/database.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { Caller } from "#src/platform/operation/context.ts";
import type { House } from "#src/platform/operation/house.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { type ExportedSite, readForExport, writeLines, writeWxr } from "./export-comments.ts";

interface ExportParts {
  readonly house: Pick<House, "database">;
  readonly callerOf: (request: Request) => Promise<Caller>;
}

const writers = {
  jsonl: { write: writeLines, type: "application/x-ndjson; charset=utf-8" },
  xml: { write: writeWxr, type: "application/xml; charset=utf-8" },
} as const;

/**
 * `GET /comments-export/:siteId/comments.jsonl` and `comments.xml` (WordPress): all comments of a site as a file,
 * written while it is read, for those who may moderate there. A link can't send the header that picks a workspace, so
 * the site picks it.
 */
export function commentExportRoutes({ house, callerOf }: ExportParts): (app: Hono) => void {
  return (app) => {
    app.get("/comments-export/:siteId/:file{comments\\.(?:jsonl|xml)}", async (c) => {
      const site = await findSite(house.database, await callerOf(c.req.raw), c.req.param("siteId"));
      const { write, type } = c.req.param("file").endsWith("xml") ? writers.xml : writers.jsonl;
      const text = write(readForExport(house.database, site), site.origin);
      return c.body(ReadableStream.from(bytesOf(text)), 200, {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="${c.req.param("file")}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      });
    });
  };
}

async function* bytesOf(text: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of text) yield encoder.encode(piece);
}

async function findSite(database: Database, caller: Caller, siteId: string): Promise<ExportedSite> {
  if (caller.actor.kind === "anonymous")
    throw new Problem("unauthenticated", say`You are not signed in`, {
      hint: say`Sign in, or send an API key as \`Authorization: Bearer smv_…\``,
    });
  const id = z.uuid().safeParse(siteId);
  const site = id.success ? await findOwnSite(database, caller, id.data) : undefined;
  if (site) return site;
  throw new Problem("not_found", say`There is no site ${siteId} here`, {
    hint: say`See listSites for yours`,
  });
}

const moderators: ReadonlySet<string> = new Set(
  roles.filter((role) => permissionsOf[role].includes("comments.moderate")),
);

function findOwnSite(database: Database, { actor, workspace, permissions }: Caller, siteId: string) {
  return database.transact(wholeHouse, async (db) => {
    const site = await db
      .selectFrom("site")
      .select(["id as siteId", "workspaceId", "origin"])
      .where("id", "=", siteId)
      .executeTakeFirst();
    if (!site) return undefined;
    if (actor.kind !== "person")
      return workspace?.id === site.workspaceId && permissions.has("comments.moderate") ? site : undefined;
    const member = await db
      .selectFrom("member")
      .select("role")
      .where("personId", "=", actor.id)
      .where("workspaceId", "=", site.workspaceId)
      .executeTakeFirst();
    return member && moderators.has(member.role) ? site : undefined;
  });
}
