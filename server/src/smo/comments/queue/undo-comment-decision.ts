import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { liftEntries, unlearn } from "#src/smo/moderation/index.ts";
import { Reason } from "#src/smo/moderation/schema.ts";
import { changeCommentState } from "../change-comment-state.ts";
import { CommentState } from "../schema.ts";
import { lessonsOf } from "./decided-items.ts";
import { CommentDecision, QueueDecision, RejectedAs } from "./queue-schema.ts";
import { refreshTrust } from "./refresh-trust.ts";

export const undoCommentDecision = operation({
  id: "undoCommentDecision",
  summary: "Take a decision back: comments are as they were, what was taught is unlearned, bans are lifted",
  http: "DELETE /comment-decisions/:id",
  access: "comments.moderate",
  input: z.object({ id: z.uuid() }),
  output: CommentDecision,
  async run(ctx, { id }) {
    const decision = await takeDecision(ctx, id);
    const items = z.array(StoredItem).parse(decision.items);
    const { done, skipped } = await restore(ctx, items);
    await liftEntries(ctx.db, decision.entries);
    await unmark(ctx, decision.authors);
    await refreshTrust(ctx.db, { authorIds: items.map(({ authorId }) => authorId), now: ctx.now() });
    const { at, byName } = decision;
    return {
      id,
      at,
      byName,
      decision: QueueDecision.parse(decision.decision),
      done,
      skipped,
      banned: 0,
      undoneAt: ctx.now(),
    };
  },
});

const StoredItem = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  authorId: z.uuid(),
  from: CommentState,
  to: CommentState,
  rejectedAs: RejectedAs,
  reasons: z.array(Reason),
});
type StoredItem = z.output<typeof StoredItem>;

async function takeDecision({ db, now }: Context, id: string) {
  const known = await db
    .selectFrom("commentDecision")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!known)
    throw new Problem("not_found", say`There is no decision ${id} here`, { hint: say`Decide anew` });
  if (known.undoneAt !== null)
    throw new Problem("conflict", say`The decision was taken back already`, {
      hint: say`Reload the queue to see what became of its comments`,
    });
  if (known.decision === "delete")
    throw new Problem("conflict", say`What was deleted does not come back`, {
      hint: say`Reject a comment, rather than delete it, when you may want it back`,
    });
  await db.updateTable("commentDecision").set({ undoneAt: now() }).where("id", "=", id).execute();
  return known;
}

/** Only what is still as the decision left it: what somebody has decided since stays his. */
async function restore(ctx: Context, items: readonly StoredItem[]) {
  const done: CommentDecision["done"][number][] = [];
  const skipped: CommentDecision["skipped"][number][] = [];
  for (const item of items) {
    const now = await ctx.db
      .selectFrom("comment")
      .select(["state", "body"])
      .where("id", "=", item.id)
      .executeTakeFirst();
    if (now?.state === item.to && item.from !== item.to) {
      await restoreOne(ctx, item, now.body);
      done.push({ id: item.id, from: item.to, to: item.from });
    } else if (item.from !== item.to) {
      const state = now ? CommentState.parse(now.state) : null;
      skipped.push({ id: item.id, state, why: state === null || state === "deleted" ? "gone" : "moved" });
    }
  }
  return { done, skipped };
}

async function restoreOne(ctx: Context, item: StoredItem, body: string): Promise<void> {
  await changeCommentState(ctx, {
    commentId: item.id,
    to: item.from,
    from: [item.to],
    by: { kind: "moderator", name: ctx.actor.kind === "anonymous" ? undefined : ctx.actor.name },
    reasons: item.reasons,
    now: ctx.now(),
  });
  await unlearn(ctx.db, lessonsOf([{ ...item, body }], ctx.now()));
}

async function unmark({ db }: Context, authors: readonly string[]): Promise<void> {
  if (authors.length === 0) return;
  await db
    .updateTable("commentAuthor")
    .set({ bannedAt: null, shadowedAt: null })
    .where("id", "in", authors)
    .execute();
}
