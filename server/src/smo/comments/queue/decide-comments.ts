import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { learnFrom } from "#src/smo/moderation/index.ts";
import { changeCommentState } from "../change-comment-state.ts";
import { settleReports } from "../report-comment.ts";
import { CommentState } from "../schema.ts";
import { banAuthors } from "./ban-authors.ts";
import { type DecidedItem, lessonsOf } from "./decided-items.ts";
import { Ban, CommentDecision, QueueDecision, RejectedAs, SeenComment, stateAfter } from "./queue-schema.ts";
import { refreshTrust } from "./refresh-trust.ts";

export const decideComments = operation({
  id: "decideComments",
  summary: "Publish, refuse or delete comments, teach the site's scorers, and ban who wrote them",
  http: "POST /comment-decisions",
  access: "comments.moderate",
  input: z.object({
    comments: z.array(SeenComment).min(1, "is empty").max(100, "has more than 100 comments"),
    decision: QueueDecision,
    rejectedAs: RejectedAs.default("other").describe("For `reject`: what is toxic is learned from"),
    ban: Ban.optional(),
  }),
  output: CommentDecision,
  async run(ctx, { comments, decision, rejectedAs, ban }) {
    const { fit, skipped } = await compare(ctx.db, comments);
    refuseAlone(comments, skipped);
    const items = fit.map((row): DecidedItem => ({ ...row, rejectedAs, to: stateAfter[decision] }));
    for (const item of items) await decide(ctx, item);
    await learnFrom(ctx.db, lessonsOf(items, ctx.now()));
    const bans = ban ? await banAuthors(ctx, items, ban) : { entries: [], authors: [] };
    await refreshTrust(ctx.db, { authorIds: items.map(({ authorId }) => authorId), now: ctx.now() });
    const kept = {
      id: uuidv7(),
      at: ctx.now(),
      byName: ctx.actor.kind === "anonymous" ? null : ctx.actor.name,
      decision,
    };
    await ctx.db
      .insertInto("commentDecision")
      .values({ ...kept, ...bans, items: JSON.stringify(items.map(withoutBody)) })
      .execute();
    const done = items.map(({ id, from, to }) => ({ id, from, to }));
    return { ...kept, done, skipped, banned: bans.entries.length, undoneAt: null };
  },
});

/** The text stays where it is: with the comment. */
const withoutBody = ({ id, siteId, authorId, from, to, rejectedAs, reasons }: DecidedItem) => ({
  id,
  siteId,
  authorId,
  from,
  to,
  rejectedAs,
  reasons,
});

/** Takes the comment's row, so that its author can't change it in the meantime, and leaves out what he has changed. */
async function compare(db: Db, seen: readonly SeenComment[]) {
  const rows = await db
    .selectFrom("comment")
    .select(["id", "siteId", "threadId", "authorId", "state", "editedAt", "body", "reasons"])
    .where(
      "id",
      "in",
      seen.map(({ id }) => id),
    )
    .orderBy("threadId")
    .orderBy("id")
    .execute();
  const skipped: CommentDecision["skipped"][number][] = [];
  const fit = rows.flatMap((row) => {
    const state = CommentState.parse(row.state);
    const then = seen.find(({ id }) => id === row.id);
    const why = then && whatHappened(then, { state, editedAt: row.editedAt });
    if (why === undefined) return [{ ...row, from: state, reasons: z.array(z.unknown()).parse(row.reasons) }];
    skipped.push({ id: row.id, state, why });
    return [];
  });
  for (const { id } of seen)
    if (!rows.some((row) => row.id === id)) skipped.push({ id, state: null, why: "gone" });
  return { fit, skipped };
}

function whatHappened(then: SeenComment, now: Pick<SeenComment, "state" | "editedAt">) {
  if (now.state === "deleted") return "gone";
  if (now.state !== then.state) return "moved";
  return now.editedAt?.getTime() === then.editedAt?.getTime() ? undefined : "edited";
}

/** For a single comment what happened is the answer; of many, the rest is decided all the same. */
function refuseAlone(comments: readonly SeenComment[], skipped: CommentDecision["skipped"]): void {
  const [only] = skipped;
  if (!only || comments.length > 1) return;
  if (only.state === null)
    throw new Problem("not_found", say`There is no comment ${only.id} here`, {
      hint: say`It may have been deleted with its page`,
    });
  if (only.why === "edited")
    throw new Problem("conflict", say`The author has edited the comment since you saw it`, {
      hint: say`Reload it, read it again, then decide`,
    });
  if (only.why === "gone")
    throw new Problem("conflict", say`The comment is deleted`, {
      hint: say`What was deleted does not come back; reload to see what is there`,
    });
  throw new Problem("conflict", say`The comment is "${only.state}" by now; somebody else has decided`, {
    hint: say`Reload it to see what became of it`,
  });
}

async function decide(ctx: Context, { id, from, to }: DecidedItem): Promise<void> {
  const name = ctx.actor.kind === "anonymous" ? undefined : ctx.actor.name;
  await changeCommentState(ctx, {
    commentId: id,
    to,
    from: [from],
    by: { kind: "moderator", name },
    now: ctx.now(),
  });
  await settleReports(ctx.db, id);
}
