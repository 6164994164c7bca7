import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Published, Reply } from "#src/networks/network.ts";
import { callChannel, openChannel, type Outside } from "#src/smm/channels/index.ts";
import { findPublished } from "#src/smm/posts/index.ts";

/** Reads what was said under a publication, and keeps it. Throws what the network threw. Answers how much is new. */
export async function readRepliesOf(outside: Outside, publicationId: string): Promise<number> {
  const target = await outside.transact(({ db }) => findPublished(db, publicationId));
  if (!target) return 0;
  const open = await openChannel(outside, target.channelId);
  const { replies } = open.network;
  if (!replies) return 0;
  const startedAt = outside.now(); // what is sent meanwhile must not pass for gone
  const found = await callChannel(outside, open, () =>
    replies(open.session, target.messages[0] ?? noMessage),
  );
  // The segments of our own thread are no replies; our answers are.
  const own = new Set(target.messages.map(({ id }) => id));
  const said = found.filter(({ id }) => !own.has(id));
  return outside.transact(({ db }) =>
    keepReplies(db, { publicationId, said, ourId: open.session.account.externalId, now: startedAt }),
  );
}

const noMessage: Published = { id: "", url: "" };

interface Reading {
  readonly publicationId: string;
  readonly said: readonly Reply[];
  readonly ourId: string;
  readonly now: Date;
}

/** Said twice is kept once; what is there no more is marked, for an answer of ours may hang on it. */
async function keepReplies(db: Db, { publicationId, said, ourId, now }: Reading): Promise<number> {
  const before = await db
    .selectFrom("conversationReply")
    .select("externalId")
    .where("publicationId", "=", publicationId)
    .execute();
  const known = new Set(before.map(({ externalId }) => externalId));
  for (const reply of said)
    await keepReply(db, { publicationId, reply, isOurs: reply.author.id === ourId, now });
  await db
    .updateTable("conversationReply")
    .set({ deletedAt: now })
    .where("publicationId", "=", publicationId)
    .where("deletedAt", "is", null)
    .where("seenAt", "<", now)
    .execute();
  await db
    .updateTable("conversationReading")
    .set({ readAt: now, problem: null })
    .where("publicationId", "=", publicationId)
    .execute();
  return said.filter(({ id }) => !known.has(id)).length;
}

interface Kept {
  readonly publicationId: string;
  readonly reply: Reply;
  readonly isOurs: boolean;
  readonly now: Date;
}

/** A reply as it was last seen: people edit what they said. */
export async function keepReply(db: Db, { publicationId, reply, isOurs, now }: Kept): Promise<void> {
  const { author } = reply;
  const seen = {
    parentExternalId: reply.parentId,
    url: reply.url,
    authorId: author.id,
    authorName: author.name,
    authorHandle: author.handle,
    authorUrl: author.url,
    authorAvatarUrl: author.avatarUrl ?? null,
    text: reply.text,
    extra: JSON.stringify(z.json().parse(reply.extra ?? null)),
    isOurs,
    seenAt: now,
    deletedAt: null,
  };
  await db
    .insertInto("conversationReply")
    .values({ id: uuidv7(), publicationId, externalId: reply.id, at: reply.at, ...seen })
    .onConflict((known) => known.columns(["publicationId", "externalId"]).doUpdateSet(seen))
    .execute();
}
