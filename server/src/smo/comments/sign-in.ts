import type { Insertable } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import type { DB } from "#src/platform/database/tables.gen.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { hashSecret, mintAuthorToken, mintSecret } from "./author-token.ts";
import { type AuthorRow, type NewAuthor, openAuthor } from "./comment-authors.ts";

const lifeMs = 60 * 60 * 1000;
const codeLifeMs = 10 * 60 * 1000;

type NewSignInRow = Omit<Insertable<DB["commentSignIn"]>, "id" | "expiresAt" | "createdAt">;

/** Keeps that somebody wants to sign in; only the hash of what he must know is kept. */
export async function beginSignIn(db: Db, row: NewSignInRow & { readonly createdAt: Date }): Promise<void> {
  const expiresAt = new Date(row.createdAt.getTime() + lifeMs);
  await db
    .insertInto("commentSignIn")
    .values({ ...row, id: uuidv7(), expiresAt })
    .execute();
}

/** A sign-in that waits for its end, by its secret. Throws `not_found` for one that is over, used, or never was. */
export async function findSignIn(
  db: Db,
  { siteId, secret, now }: { readonly siteId: string; readonly secret: string; readonly now: Date },
) {
  const row = await db
    .selectFrom("commentSignIn")
    .selectAll()
    .where("secretHash", "=", hashSecret(secret))
    .where("siteId", "=", siteId)
    .where("expiresAt", ">", now)
    .where("finishedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (row) return row;
  throw new Problem("not_found", say`This link signs nobody in any more`, {
    hint: say`Links are good for an hour and for one time; ask for a new one on the page`,
  });
}

interface Finished {
  readonly id: string;
  readonly returnUrl: string;
  readonly author: NewAuthor;
  readonly now: Date;
}

/** Ends a sign-in; answers the page's address with a code in its fragment, which no server sees. */
export async function finishSignIn(db: Db, { id, returnUrl, author, now }: Finished): Promise<string> {
  const known = await openAuthor(db, author, now);
  const code = mintSecret("");
  await db
    .updateTable("commentSignIn")
    .set({ authorId: known.id, codeHash: hashSecret(code), finishedAt: now, secrets: null })
    .where("id", "=", id)
    .execute();
  const back = new URL(returnUrl);
  back.hash = `samovar-code=${code}`;
  return back.href;
}

/** Changes a code for a token, once and within ten minutes. Throws `unauthenticated`. */
export async function claimToken(
  db: Db,
  { siteId, code, now }: { readonly siteId: string; readonly code: string; readonly now: Date },
): Promise<{ readonly token: string; readonly author: AuthorRow }> {
  const row = await db
    .updateTable("commentSignIn")
    .set({ claimedAt: now })
    .where("codeHash", "=", hashSecret(code))
    .where("siteId", "=", siteId)
    .where("claimedAt", "is", null)
    .where("finishedAt", ">", new Date(now.getTime() - codeLifeMs))
    .returning("authorId")
    .executeTakeFirst();
  const author =
    row &&
    (await db.selectFrom("commentAuthor").selectAll().where("id", "=", row.authorId).executeTakeFirst());
  if (!author) {
    throw new Problem("unauthenticated", say`This code was used, or is too old`, {
      hint: say`Sign in again`,
    });
  }
  return { author, token: await mintAuthorToken(db, author.id, now) };
}
