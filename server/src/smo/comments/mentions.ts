import type { Db } from "#src/platform/database/database.ts";

const maxMentions = 10;
const maxWords = 3;

/** What may be a name after each `@`: one to three words, as names have them. Pure. */
export function namesMentioned(body: string): string[] {
  const names = [
    ...body.matchAll(/(?<![\p{L}\p{N}._%+-])@(?<words>[\p{L}\p{N}_.-]+(?: [\p{L}\p{N}_.-]+){0,2})/gu),
  ]
    .slice(0, maxMentions)
    .flatMap(({ groups }) => {
      const words = (groups?.["words"] ?? "").slice(0, 120).split(" ");
      return Array.from({ length: Math.min(words.length, maxWords) }, (_, count) =>
        words.slice(0, count + 1).join(" "),
      );
    })
    .flatMap((name) => [name, name.replace(/[.-]+$/, "")])
    .map((name) => name.toLowerCase());
  return [...new Set(names)].filter((name) => name !== "");
}

interface Spoken {
  readonly id: string;
  readonly siteId: string;
  readonly threadId: string;
  readonly body: string;
}

/** Keeps whom a comment speaks to by @name: of those who have spoken in its thread. What was kept before is replaced. */
export async function keepMentions(db: Db, { id, siteId, threadId, body }: Spoken): Promise<void> {
  const names = namesMentioned(body);
  await db.deleteFrom("commentMention").where("commentId", "=", id).execute();
  if (names.length === 0) return;
  const authors = await speakersIn(db, { siteId, threadId })
    .where("author.nameKey", "in", names)
    .limit(maxMentions)
    .execute();
  if (authors.length === 0) return;
  await db
    .insertInto("commentMention")
    .values(authors.map((author) => ({ commentId: id, authorId: author.id })))
    .execute();
}

/** Those who may be meant by what begins so, for whoever types an `@`. */
export async function findPeople(
  db: Db,
  {
    siteId,
    threadId,
    search,
  }: { readonly siteId: string; readonly threadId: string; readonly search: string },
) {
  const start = search.toLowerCase();
  return speakersIn(db, { siteId, threadId })
    .where("author.nameKey", ">=", start)
    .where("author.nameKey", "<", `${start}\u{10ffff}`)
    .orderBy("author.nameKey")
    .limit(8)
    .execute();
}

function speakersIn(db: Db, { siteId, threadId }: { readonly siteId: string; readonly threadId: string }) {
  return db
    .selectFrom("commentAuthor as author")
    .select(["author.id", "author.name"])
    .where("author.siteId", "=", siteId)
    .where("author.erasedAt", "is", null)
    .where((author) =>
      author.exists(
        author
          .selectFrom("comment")
          .select("comment.id")
          .whereRef("comment.authorId", "=", "author.id")
          .where("comment.threadId", "=", threadId)
          .where("comment.state", "=", "published"),
      ),
    );
}
