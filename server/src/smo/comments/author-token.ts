import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const lifeMs = 180 * 24 * 60 * 60 * 1000;

export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** A secret that is shown once; 192 bits of chance. */
export const mintSecret = (prefix: string): string => `${prefix}${randomBytes(24).toString("base64url")}`;

/** A token by which an element of the page is known as this author for half a year. Only its hash is kept. */
export async function mintAuthorToken(db: Db, authorId: string, now: Date): Promise<string> {
  const token = mintSecret("smt_");
  const expiresAt = new Date(now.getTime() + lifeMs);
  await db
    .insertInto("commentToken")
    .values({ hash: hashSecret(token), authorId, createdAt: now, expiresAt })
    .execute();
  return token;
}

/** The author whom a token speaks for on this site. Undefined for none; a token that is not good any more is none. */
export async function findAuthorByToken(
  db: Db,
  token: string | undefined,
  { siteId, now }: { readonly siteId: string; readonly now: Date },
) {
  if (token === undefined) return undefined;
  return db
    .selectFrom("commentToken as token")
    .innerJoin("commentAuthor as author", "author.id", "token.authorId")
    .selectAll("author")
    .where("token.hash", "=", hashSecret(token))
    .where("token.expiresAt", ">", now)
    .where("author.siteId", "=", siteId)
    .where("author.erasedAt", "is", null)
    .executeTakeFirst();
}

/** The bearer token of a request, if it says one. */
export function bearerOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const found = /^Bearer (smt_[\w-]{32})$/.exec(header);
  if (found) return found[1];
  throw new Problem(
    "unauthenticated",
    say`What the Authorization header says is no token of this site's visitors`,
    {
      hint: say`Sign in again`,
    },
  );
}

/** Signs out: the token is good for nothing from now on. */
export async function forgetAuthorToken(db: Db, token: string): Promise<void> {
  await db.deleteFrom("commentToken").where("hash", "=", hashSecret(token)).execute();
}
