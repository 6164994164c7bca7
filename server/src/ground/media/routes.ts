import type { Hono } from "hono";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { Caller } from "#src/platform/operation/context.ts";
import type { House } from "#src/platform/operation/house.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { getStoredMedia, originalKey, thumbnailKey } from "./stored-media.ts";

interface MediaRoutes {
  readonly house: Pick<House, "database" | "files">;
  readonly callerOf: (request: Request) => Promise<Caller>;
}

/**
 * The files, for people of the picture's own workspace. An `<img>` can't send the header that picks a workspace, so
 * the workspaces that the caller belongs to are all looked through.
 */
export function mediaRoutes({ house, callerOf }: MediaRoutes): (app: Hono) => void {
  return (app) => {
    app.get("/media/:id/:rendition{original|thumbnail}", async (c) => {
      const id = z.uuid().safeParse(c.req.param("id"));
      const caller = await callerOf(c.req.raw);
      const row = id.success ? await findFor(house, caller, id.data) : undefined;
      if (!row)
        throw new Problem("not_found", say`There is no picture ${c.req.param("id")} for you`, {
          hint: say`Sign in, or see listMedia`,
        });
      const isThumbnail = c.req.param("rendition") === "thumbnail";
      const bytes = await house.files.read(isThumbnail ? thumbnailKey(row) : originalKey(row));
      return c.body(bytes, 200, {
        "Content-Type": isThumbnail ? "image/webp" : row.mimeType,
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, max-age=31536000, immutable",
      });
    });
  };
}

function findFor({ database }: MediaRoutes["house"], { actor, workspace, permissions }: Caller, id: string) {
  if (actor.kind === "anonymous")
    throw new Problem("unauthenticated", say`You are not signed in`, { hint: say`Sign in to see pictures` });
  return database.transact(wholeHouse, async (db) => {
    const row = await db.selectFrom("media").select("workspaceId").where("id", "=", id).executeTakeFirst();
    if (!row) return undefined;
    const isMember =
      actor.kind === "person"
        ? await db
            .selectFrom("member")
            .select("role")
            .where("personId", "=", actor.id)
            .where("workspaceId", "=", row.workspaceId)
            .executeTakeFirst()
        : permissions.has("read") && workspace?.id === row.workspaceId;
    return isMember ? getStoredMedia(db, id) : undefined;
  });
}
