import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { Reason } from "#src/smo/moderation/schema.ts";
import { AuthorKind, CommentSource, CommentState } from "../schema.ts";
import type { QueuedComment } from "./queue-schema.ts";

const excerptLength = 240;

/** Comments as moderators see them, with author, page, and what they answer. */
export function queuedComments(db: Db) {
  return db
    .selectFrom("comment")
    .innerJoin("commentAuthor as author", "author.id", "comment.authorId")
    .innerJoin("commentThread as thread", "thread.id", "comment.threadId")
    .innerJoin("site", "site.id", "comment.siteId")
    .leftJoin("comment as parent", "parent.id", "comment.parentId")
    .leftJoin("commentAuthor as parentAuthor", "parentAuthor.id", "parent.authorId")
    .select([
      "comment.id",
      "comment.siteId",
      "site.name as siteName",
      "site.origin",
      "thread.id as threadId",
      "thread.path",
      "thread.title as pageTitle",
      "comment.source",
      "comment.sourceUrl",
      "comment.body",
      "comment.html",
      "comment.rating",
      "comment.state",
      "comment.reasons",
      "comment.spamScore",
      "comment.toxicityScore",
      "comment.reportCount",
      "comment.createdAt",
      "comment.stateChangedAt",
      "comment.editedAt",
      "author.id as authorId",
      "author.name as authorName",
      "author.kind as authorKind",
      "author.email as authorEmail",
      "author.url as authorUrl",
      "author.trust",
      "author.publishedCount",
      "author.refusedCount",
      "author.bannedAt",
      "author.shadowedAt",
      "author.createdAt as authorSince",
      "parent.id as parentId",
      "parentAuthor.name as parentName",
      "parent.body as parentBody",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof queuedComments>["execute"]>>[number];

export function viewQueued(row: Row): QueuedComment {
  return {
    id: row.id,
    siteId: row.siteId,
    siteName: row.siteName,
    threadId: row.threadId,
    pageUrl: `${row.origin}${row.path}`,
    pageTitle: row.pageTitle,
    author: authorOf(row),
    source: CommentSource.parse(row.source),
    sourceUrl: row.sourceUrl,
    body: row.body,
    html: row.html,
    rating: row.rating,
    state: CommentState.parse(row.state),
    reasons: z.array(Reason).parse(row.reasons),
    spamScore: row.spamScore,
    toxicityScore: row.toxicityScore,
    reportCount: row.reportCount,
    createdAt: row.createdAt,
    stateChangedAt: row.stateChangedAt,
    editedAt: row.editedAt,
    answers:
      row.parentId === null
        ? null
        : {
            id: row.parentId,
            authorName: row.parentName ?? "—",
            excerpt: (row.parentBody ?? "").slice(0, excerptLength),
          },
  };
}

const authorOf = (row: Row): QueuedComment["author"] => ({
  id: row.authorId,
  name: row.authorName,
  kind: AuthorKind.parse(row.authorKind),
  email: row.authorEmail,
  url: row.authorUrl,
  trust: row.trust,
  publishedCount: row.publishedCount,
  refusedCount: row.refusedCount,
  bannedAt: row.bannedAt,
  shadowedAt: row.shadowedAt,
  createdAt: row.authorSince,
});
