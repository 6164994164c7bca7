import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { CommentState } from "../schema.ts";
import { QueuedComment } from "./queue-schema.ts";
import { queuedComments, viewQueued } from "./queued-comments.ts";

export const listCommentQueue = operation({
  id: "listCommentQueue",
  summary:
    "List comments by what became of them, with reasons and scores, or those that readers reported; newest first",
  http: "GET /comment-queue",
  access: "comments.moderate",
  input: PageRequest.extend({
    state: CommentState.default("held"),
    reported: z
      .enum(["true"])
      .optional()
      .describe("Only published ones that readers have reported; `state` is not asked then"),
    siteId: z.uuid().optional(),
    authorId: z.uuid().optional(),
  }),
  output: pageOf(QueuedComment),
  async run(ctx, { limit, after, state, reported, siteId, authorId }) {
    const rows = await queuedComments(ctx.db)
      .where("comment.state", "=", reported === "true" ? "published" : state)
      .$if(reported === "true", (query) => query.where("comment.reportCount", ">", 0))
      .$if(siteId !== undefined, (query) => query.where("comment.siteId", "=", String(siteId)))
      .$if(authorId !== undefined, (query) => query.where("comment.authorId", "=", String(authorId)))
      .$if(after !== undefined, (query) => query.where("comment.id", "<", String(after)))
      .orderBy("comment.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => viewQueued(row)),
      limit,
    );
  },
});
