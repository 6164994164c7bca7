import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import { cleanLine } from "./clean-text.ts";
import { type AuthorKind, maxNameLength } from "./schema.ts";

/** Who speaks. `subject` names him for ever among those of his kind on the site; a guest has none. */
export interface NewAuthor {
  readonly siteId: string;
  readonly kind: AuthorKind;
  readonly subject?: string | undefined;
  readonly name: string;
  /** An author who is known already keeps the name that he has. */
  readonly keepsName?: boolean;
  readonly email?: string | undefined;
  readonly isEmailVerified?: boolean;
  readonly url?: string | undefined;
  readonly avatarUrl?: string | undefined;
}

/** Keeps an author, or finds the one with this subject and takes over what he calls himself now. */
export async function openAuthor(db: Db, author: NewAuthor, now: Date) {
  const { siteId, kind, subject, email } = author;
  const said = {
    name: cleanLine(author.name).slice(0, maxNameLength) || "—",
    email: email ?? null,
    emailVerifiedAt: email !== undefined && author.isEmailVerified === true ? now : null,
    url: author.url ?? null,
    avatarUrl: author.avatarUrl ?? null,
  };
  const { name: _name, ...exceptName } = said;
  return db
    .insertInto("commentAuthor")
    .values({ id: uuidv7(), siteId, kind, subject: subject ?? null, ...said, createdAt: now })
    .onConflict((known) =>
      known
        .columns(["siteId", "kind", "subject"])
        .where("subject", "is not", null)
        .doUpdateSet(author.keepsName === true ? exceptName : said),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type AuthorRow = Awaited<ReturnType<typeof openAuthor>>;

/** Whether an address or an account stands behind the name. */
export const isVerified = (author: Pick<AuthorRow, "kind" | "emailVerifiedAt">): boolean =>
  author.emailVerifiedAt !== null || ["email", "sso", "oauth", "team"].includes(author.kind);
