import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import type { Enqueue } from "#src/platform/operation/context.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { commentChanged, commentDeleted, commentPublished } from "#src/smo/comments/index.ts";
import { keepPassages, type NewPassage } from "./keep-passages.ts";
import { plainAnswer } from "./render-answer.ts";

const Payload = z.object({ workspaceId: z.uuid(), siteId: z.uuid(), commentId: z.uuid() });
type Payload = z.output<typeof Payload>;

const longest = { title: 300, text: 1200 };

/** Takes a comment in as an answer, or out: the team's answers to others, and what is pinned. */
export const keepComment = job({
  id: "answers.keepComment",
  payload: Payload,
  run: ({ transact }, { workspaceId, siteId, commentId }) =>
    transact(workspaceId, async ({ db }) => {
      const passage = await findPassage(db, commentId);
      await keepPassages(db, { siteId, kind: "comment", sourceId: commentId }, passage ? [passage] : []);
    }),
});

const takeIn = (enqueue: Enqueue, { workspaceId, siteId, commentId }: Payload) =>
  enqueue(keepComment, { workspaceId, siteId, commentId }, { jobKey: `answers-comment:${commentId}` });

export const hearComments = [commentPublished, commentChanged, commentDeleted].map((signal) =>
  listen(signal, ({ enqueue }, payload: Payload) => takeIn(enqueue, payload)),
);

async function findPassage(db: Db, commentId: string): Promise<NewPassage | undefined> {
  const row = await db
    .selectFrom("comment")
    .innerJoin("commentAuthor as author", "author.id", "comment.authorId")
    .innerJoin("commentThread as thread", "thread.id", "comment.threadId")
    .innerJoin("site", "site.id", "comment.siteId")
    .leftJoin("comment as asked", "asked.id", "comment.parentId")
    .select(["comment.id", "comment.body", "comment.pinnedAt", "author.kind", "thread.path", "thread.title"])
    .select(["site.origin", "asked.body as question", "asked.state as questionState"])
    .where("comment.id", "=", commentId)
    .where("comment.state", "=", "published")
    .executeTakeFirst();
  if (!row) return undefined;
  const isAnswer = row.kind === "team" && row.question !== null && row.questionState === "published";
  if (!isAnswer && row.pinnedAt === null) return undefined;
  const asked = isAnswer || row.question !== null ? row.question : row.title;
  return {
    title: plainAnswer(asked ?? row.path).slice(0, longest.title),
    heading: null,
    url: `${row.origin}${row.path}#talk-${row.id}`,
    text: plainAnswer(row.body).slice(0, longest.text),
    isPinned: row.pinnedAt !== null,
  };
}
