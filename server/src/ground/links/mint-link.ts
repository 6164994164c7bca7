import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { originsOf } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { Target } from "./schema.ts";

export interface LinkToMint {
  readonly url: string;
  readonly slug?: string | undefined;
  readonly publicationId?: string | undefined;
  readonly now: Date;
}

/** A row of the table, as the features see it. */
export interface LinkRow {
  readonly id: string;
  readonly slug: string;
  readonly url: string;
  readonly siteId: string | null;
  readonly publicationId: string | null;
  readonly createdAt: Date;
}

export const linkColumns = ["id", "slug", "url", "siteId", "publicationId", "createdAt"] as const;

/** Without letters that are read as one another: 1 l i o 0. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const slugLength = 8;

/**
 * Makes a tracked link inside the caller's own transaction. Asked again for the same publication it answers the link
 * that is already there. Throws `Problem("conflict")` when the slug is taken, by whatever workspace.
 */
export async function mintLink(db: Db, asked: LinkToMint): Promise<LinkRow> {
  const url = checkTarget(asked.url);
  const made = await db
    .insertInto("link")
    .values({
      id: uuidv7(),
      slug: asked.slug ?? randomSlug(),
      url,
      siteId: await findSiteId(db, url),
      publicationId: asked.publicationId ?? null,
      createdAt: asked.now,
    })
    .onConflict((taken) => taken.doNothing())
    .returning(linkColumns)
    .executeTakeFirst();
  if (made) return made;
  const before = asked.publicationId && (await findLinkOfPublication(db, asked.publicationId));
  if (before) return before;
  if (asked.slug === undefined) return mintLink(db, asked);
  throw new Problem("conflict", say`The slug "${asked.slug}" is taken`, {
    hint: say`Leave it out to get a free one`,
  });
}

export async function findLinkOfPublication(db: Db, publicationId: string): Promise<LinkRow | undefined> {
  return db
    .selectFrom("link")
    .select(linkColumns)
    .where("publicationId", "=", publicationId)
    .executeTakeFirst();
}

function checkTarget(url: string): string {
  const parsed = Target.safeParse(url);
  if (parsed.success) return new URL(parsed.data).href;
  throw new Problem("invalid", say`url: ${parsed.error.issues[0]?.message ?? "is no address"}`);
}

async function findSiteId(db: Db, url: string): Promise<string | null> {
  const origins = originsOf(new URL(url).origin);
  const site = await db.selectFrom("site").select("id").where("origin", "in", origins).executeTakeFirst();
  return site?.id ?? null;
}

function randomSlug(): string {
  return Array.from({ length: slugLength }, () => letters.charAt(randomInt(letters.length))).join("");
}
