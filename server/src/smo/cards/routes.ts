import type { Context, Hono } from "hono";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { House } from "#src/platform/operation/house.ts";
import { cardKey, findFile, readAssets } from "./card-files.ts";
import type { CardPrinter } from "./card-printer.ts";
import { CardRecipe } from "./schema.ts";

interface CardRoutes {
  readonly house: Pick<House, "database" | "files">;
  readonly printer: CardPrinter;
}

/**
 * `GET /card/:siteId/<hash>.jpg`, for everybody: networks' robots fetch it, dozens of them within a second. The same
 * address is the same picture for ever. One whose file is gone is drawn again from its recipe, once for all who ask.
 */
export function cardRoutes(parts: CardRoutes): (app: Hono) => void {
  return (app) => {
    app.get("/card/:siteId/:file{[0-9a-f]{24}\\.jpg}", async (c) => {
      const siteId = z.uuid().safeParse(c.req.param("siteId"));
      const hash = c.req.param("file").slice(0, -4);
      const jpeg = siteId.success ? await findCard(parts, siteId.data, hash) : undefined;
      if (!jpeg) return missing(c);
      const etag = `"${hash}"`;
      c.header("ETag", etag);
      c.header("Cache-Control", "public, max-age=31536000, immutable");
      c.header("Cross-Origin-Resource-Policy", "cross-origin");
      c.header("X-Content-Type-Options", "nosniff");
      if (c.req.header("If-None-Match") === etag) return c.body(null, 304);
      return c.body(jpeg, 200, { "Content-Type": "image/jpeg", "Content-Length": String(jpeg.byteLength) });
    });
    app.get("/card/*", missing);
  };
}

async function findCard(parts: CardRoutes, siteId: string, hash: string) {
  const { files, database } = parts.house;
  const key = cardKey(siteId, hash);
  const kept = await findFile(files, key);
  if (kept) return kept;
  const row = await database.transact(wholeHouse, (db) =>
    db
      .selectFrom("card")
      .select(["workspaceId", "recipe"])
      .where("siteId", "=", siteId)
      .where("hash", "=", hash)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  const { jpeg } = await parts.printer.print(`${siteId}/${hash}`, async () => {
    const recipe = CardRecipe.parse(row.recipe);
    return { ...recipe, assets: await readAssets(files, row.workspaceId, recipe) };
  });
  await files.write(key, jpeg);
  return jpeg;
}

function missing(c: Context): Response {
  return c.text("There is no such card image", 404, {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
  });
}
