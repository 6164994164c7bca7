import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { Reason } from "#src/smo/moderation/schema.ts";
import { noComment } from "../read-thread.ts";
import { CommentState, ReportReason } from "../schema.ts";
import { QueuedComment } from "./queue-schema.ts";
import { queuedComments, viewQueued } from "./queued-comments.ts";

const mostShown = 50;

const Change = z.object({
  at: Instant,
  byKind: z.enum(["author", "moderator", "moderation", "owner"]),
  byName: z.string().nullable(),
  fromState: CommentState.nullable(),
  toState: CommentState,
  reasons: z.array(Reason),
});
const Report = z.object({ at: Instant, reason: ReportReason, text: z.string().nullable() });

export const getCommentCase = operation({
  id: "getCommentCase",
  summary: "Get a comment with its history, what readers reported, and the talk around it",
  http: "GET /comment-queue/:id",
  access: "comments.moderate",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    comment: QueuedComment,
    changes: z.array(Change).describe("Newest first, the last 50"),
    reports: z.array(Report).describe("Newest first, the last 50"),
    above: z.array(QueuedComment).describe("What it answers, from the top of the thread down"),
    below: z.array(QueuedComment).describe("The first answers to it"),
  }),
  async run({ db }, { id }) {
    const row = await queuedComments(db).where("comment.id", "=", id).executeTakeFirst();
    if (!row) throw noComment(id);
    return {
      comment: viewQueued(row),
      changes: await readChanges(db, id),
      reports: await readReports(db, id),
      above: await readAbove(db, row.parentId),
      below: await readBelow(db, id),
    };
  },
});

async function readChanges(db: Db, id: string) {
  const rows = await db
    .selectFrom("commentChange")
    .select(["at", "byKind", "byName", "fromState", "toState", "reasons"])
    .where("commentId", "=", id)
    .orderBy("id", "desc")
    .limit(mostShown)
    .execute();
  return rows.map((row) => Stored.parse(row));
}

/** As the row has it: instants are dates here. */
const Stored = Change.extend({ at: z.date() });

async function readReports(db: Db, id: string) {
  const rows = await db
    .selectFrom("commentReport")
    .select(["at", "reason", "text"])
    .where("commentId", "=", id)
    .orderBy("at", "desc")
    .limit(mostShown)
    .execute();
  return rows.map((row) => ({ ...row, reason: ReportReason.parse(row.reason) }));
}

/** As deep as threads are shown, and a little more. */
const deepest = 8;

async function readAbove(db: Db, parentId: string | null): Promise<QueuedComment[]> {
  const above: QueuedComment[] = [];
  let next = parentId;
  while (next !== null && above.length < deepest) {
    const row = await queuedComments(db).where("comment.id", "=", next).executeTakeFirst();
    if (!row) break;
    above.unshift(viewQueued(row));
    next = row.parentId;
  }
  return above;
}

async function readBelow(db: Db, id: string): Promise<QueuedComment[]> {
  const rows = await queuedComments(db)
    .where("comment.parentId", "=", id)
    .orderBy("comment.id")
    .limit(10)
    .execute();
  return rows.map((row) => viewQueued(row));
}
