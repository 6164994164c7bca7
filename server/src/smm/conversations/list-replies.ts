import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { outsideOf, problemOf } from "#src/smm/channels/index.ts";
import { findPublished } from "#src/smm/posts/index.ts";
import { readAnswers } from "./stored-answer.ts";
import { readRepliesOf } from "./read-replies.ts";
import { type Answer, Reply } from "./schema.ts";

export const listReplies = operation({
  id: "listReplies",
  summary: "List what was said under publications, newest first",
  http: "GET /replies",
  access: "read",
  input: PageRequest.extend({
    postId: z.uuid().optional(),
    publicationId: z.uuid().optional(),
    unanswered: z.stringbool().optional().describe("true: only what others said and we have not answered"),
  }),
  output: pageOf(Reply),
  async run(ctx, { limit, after, postId, publicationId, unanswered }) {
    const rows = await replies(ctx.db)
      .$if(after !== undefined, (query) => query.where("reply.id", "<", String(after)))
      .$if(postId !== undefined, (query) => query.where("publication.postId", "=", String(postId)))
      .$if(publicationId !== undefined, (query) =>
        query.where("reply.publicationId", "=", String(publicationId)),
      )
      .$if(unanswered === true, (query) =>
        query
          .where("reply.isOurs", "=", false)
          .where("reply.deletedAt", "is", null)
          .where(answeredAt, "is", null),
      )
      .orderBy("reply.id", "desc")
      .limit(limit + 1)
      .execute();
    const answers = await readAnswers(
      ctx.db,
      rows.map(({ id }) => id),
    );
    return cutPage(
      rows.map((row) => replyOf(row, answers)),
      limit,
    );
  },
});

export const readReplies = operation({
  id: "readReplies",
  summary: "Fetch the replies to a publication from its network now",
  http: "POST /publications/:id/replies-reading",
  access: "conversations.answer",
  transaction: "own",
  input: z.object({ id: z.uuid() }),
  output: z.object({ added: z.int().describe("How many are new") }),
  async run(ctx, { id }) {
    const target = await ctx.transact(({ db }) => findPublished(db, id));
    if (!target)
      throw new Problem("not_found", say`There is no publication ${id} on a network`, {
        hint: say`Only what is published can be answered`,
      });
    try {
      return { added: await readRepliesOf(outsideOf(ctx), id) };
    } catch (error) {
      throw problemOf(error);
    }
  },
});

const answeredAt = sql<Date | null>`(select min(ours.at) from conversation_reply ours
  where ours.publication_id = reply.publication_id and ours.parent_external_id = reply.external_id
    and ours.is_ours and ours.deleted_at is null)`;

function replies(db: Db) {
  return db
    .selectFrom("conversationReply as reply")
    .innerJoin("publication", "publication.id", "reply.publicationId")
    .innerJoin("channel", "channel.id", "publication.channelId")
    .leftJoin("conversationReply as parent", (join) =>
      join
        .onRef("parent.publicationId", "=", "reply.publicationId")
        .onRef("parent.externalId", "=", "reply.parentExternalId"),
    )
    .selectAll("reply")
    .select(["publication.postId", "channel.networkId", "parent.id as parentId"])
    .select(answeredAt.as("answeredAt"));
}

type Row = Awaited<ReturnType<ReturnType<typeof replies>["executeTakeFirstOrThrow"]>>;

function replyOf(row: Row, answers: ReadonlyMap<string, Answer[]>): Reply {
  const {
    id,
    publicationId,
    postId,
    networkId,
    parentId,
    text,
    at,
    url,
    isOurs,
    answeredAt: firstAnswerAt,
    deletedAt,
  } = row;
  return {
    id,
    publicationId,
    postId,
    networkId,
    parentId,
    author: {
      name: row.authorName,
      handle: row.authorHandle,
      url: row.authorUrl,
      avatarUrl: row.authorAvatarUrl,
    },
    text,
    at,
    url,
    isOurs,
    answeredAt: firstAnswerAt,
    deletedAt,
    answers: answers.get(id) ?? [],
  };
}
