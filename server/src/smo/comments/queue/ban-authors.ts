import type { Context } from "#src/platform/operation/context.ts";
import { findOrigin, keepEntry } from "#src/smo/moderation/index.ts";
import type { DecidedItem } from "./decided-items.ts";
import type { Ban } from "./queue-schema.ts";

/** What a ban has changed, so that it can be lifted. */
interface Banned {
  readonly entries: string[];
  readonly authors: string[];
}

/** Bans who wrote these, by account and, as asked, by e-mail and network address. */
export async function banAuthors(
  ctx: Pick<Context, "db" | "actor" | "now">,
  items: readonly DecidedItem[],
  ban: Ban,
): Promise<Banned> {
  const entries: string[] = [];
  for (const item of items)
    for (const [kind, pattern] of await patternsOf(ctx, item, ban)) {
      const entry = await keepEntry(ctx.db, {
        siteId: item.siteId,
        kind,
        pattern,
        effect: ban.effect,
        note: null,
        createdAt: ctx.now(),
        createdBy: ctx.actor.kind === "anonymous" ? null : ctx.actor.name,
      });
      entries.push(entry.id);
    }
  const authors = ban.author ? await markAuthors(ctx, items, ban) : [];
  return { entries: [...new Set(entries)], authors };
}

type Pattern = readonly [kind: "author" | "email" | "address", pattern: string];

async function patternsOf({ db }: Pick<Context, "db">, item: DecidedItem, ban: Ban): Promise<Pattern[]> {
  const author = await db
    .selectFrom("commentAuthor")
    .select("email")
    .where("id", "=", item.authorId)
    .executeTakeFirstOrThrow();
  const origin = ban.address ? await findOrigin(db, item.id) : undefined;
  return [
    ...(ban.author ? [["author", item.authorId] as const] : []),
    ...(ban.email && author.email !== null ? [["email", author.email.toLowerCase()] as const] : []),
    ...(origin?.addressHash ? [["address", origin.addressHash] as const] : []),
  ];
}

async function markAuthors(
  { db, now }: Pick<Context, "db" | "now">,
  items: readonly DecidedItem[],
  { effect }: Ban,
): Promise<string[]> {
  const column = effect === "shadow" ? "shadowedAt" : "bannedAt";
  const rows = await db
    .updateTable("commentAuthor")
    .set({ [column]: now() })
    .where("id", "in", [...new Set(items.map(({ authorId }) => authorId))])
    .where(column, "is", null)
    .where("kind", "<>", "team")
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
