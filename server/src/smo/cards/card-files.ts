import { createHash } from "node:crypto";
import type { CardAssets } from "@samovar/repair";
import { originalKey } from "#src/ground/media/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { FileStore } from "#src/platform/file-store/file-store.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { CardRecipe } from "./schema.ts";

/** The drawn picture. The site alone is in its key, as nobody who asks for it knows a workspace. */
export const cardKey = (siteId: string, hash: string) => `card/${siteId}/${hash}.jpg`;

/** A file that cards are drawn from: logo, picture, font. The same bytes are kept once. */
const assetKey = (workspaceId: string, digest: string) => `${workspaceId}/card-asset/${digest}`;

export async function keepAsset(files: FileStore, workspaceId: string, bytes: Uint8Array): Promise<string> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  await files.write(assetKey(workspaceId, digest), bytes);
  return digest;
}

/** The files of a recipe, read. */
export async function readAssets(
  files: FileStore,
  workspaceId: string,
  { logo, picture, font }: Pick<CardRecipe, "logo" | "picture" | "font">,
): Promise<CardAssets> {
  const read = (digest: string | null) =>
    digest === null ? undefined : files.read(assetKey(workspaceId, digest));
  const [logoBytes, pictureBytes, fontBytes] = await Promise.all([read(logo), read(picture), read(font)]);
  return { logo: logoBytes, picture: pictureBytes, font: fontBytes };
}

/** Bytes of a file, or undefined where there is none. */
export async function findFile(files: FileStore, key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await files.read(key);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The logo's bytes and the font's digest for a wish. Throws `not_found` for ids that are not here. */
export async function readWishedFiles(
  { db, files }: { readonly db: Db; readonly files: FileStore },
  { logoId, fontId }: { readonly logoId: string | null; readonly fontId: string | null },
): Promise<{ readonly logo: Uint8Array | undefined; readonly font: string | null }> {
  const logo =
    logoId === null
      ? undefined
      : await db
          .selectFrom("media")
          .select(["id", "workspaceId"])
          .where("id", "=", logoId)
          .executeTakeFirst();
  if (logoId !== null && !logo)
    throw new Problem("not_found", say`There is no picture ${logoId} here`, {
      hint: say`See listMedia for yours`,
    });
  return {
    logo: logo && (await files.read(originalKey(logo))),
    font: fontId === null ? null : (await getFont(db, fontId)).digest,
  };
}

/** Throws `not_found`. */
export async function getFont(db: Db, id: string) {
  const font = await db.selectFrom("cardFont").selectAll().where("id", "=", id).executeTakeFirst();
  if (!font)
    throw new Problem("not_found", say`There is no font ${id} here`, {
      hint: say`See listCardFonts for yours`,
    });
  return font;
}
