import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Media } from "./schema.ts";

export const columns = [
  "id",
  "workspaceId",
  "name",
  "mimeType",
  "width",
  "height",
  "byteLength",
  "animated",
  "alt",
  "createdAt",
] as const;

/** A row, as the features see it. */
export interface StoredMedia extends Omit<Media, "url" | "thumbnailUrl"> {
  readonly workspaceId: string;
}

export const originalKey = ({ workspaceId, id }: Pick<StoredMedia, "workspaceId" | "id">) =>
  `${workspaceId}/${id}/original`;
export const thumbnailKey = ({ workspaceId, id }: Pick<StoredMedia, "workspaceId" | "id">) =>
  `${workspaceId}/${id}/thumbnail`;

/** A row as callers see it. */
export function mediaOf(row: StoredMedia, publicUrl: string): Media {
  const { workspaceId: _, ...rest } = row;
  return {
    ...rest,
    url: `${publicUrl}/media/${row.id}/original`,
    thumbnailUrl: `${publicUrl}/media/${row.id}/thumbnail`,
  };
}

/** The media with these ids, in their order. Throws `not_found` with the first that is not here. */
export async function readMedia(db: Db, ids: readonly string[]): Promise<readonly StoredMedia[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("media").select(columns).where("id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw missing(id);
    return row;
  });
}

/** One of them. Throws `not_found`. */
export async function getStoredMedia(db: Db, id: string): Promise<StoredMedia> {
  const row = await db.selectFrom("media").select(columns).where("id", "=", id).executeTakeFirst();
  if (!row) throw missing(id);
  return row;
}

/** As `readMedia`, without those that are gone. */
export async function findMedia(db: Db, ids: readonly string[]): Promise<readonly StoredMedia[]> {
  if (ids.length === 0) return [];
  return db.selectFrom("media").select(columns).where("id", "in", ids).execute();
}

/** Keeps these pictures from being deleted, and lets go of those that the holder held before. */
export async function holdMedia(db: Db, holderId: string, ids: readonly string[]): Promise<void> {
  await db.deleteFrom("mediaHold").where("holderId", "=", holderId).execute();
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  await readMedia(db, wanted);
  await db
    .insertInto("mediaHold")
    .values(wanted.map((mediaId) => ({ mediaId, holderId })))
    .execute();
}

const missing = (id: string) =>
  new Problem("not_found", say`There is no picture ${id} here`, { hint: say`See listMedia for yours` });
