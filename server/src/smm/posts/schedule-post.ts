import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { TimeZone } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { checkPassage, OverrideLandingPage, passGate } from "./gate.ts";
import { addStep } from "./ledger.ts";
import { instantOf, localTimeAt } from "./local-time.ts";
import { planPublications, plannerOf } from "./plan.ts";
import { readPostView } from "./post-view.ts";
import { LocalTime, MissedPolicy, Post } from "./schema.ts";
import { lockPost } from "./stored-post.ts";

const minuteMs = 60_000;
const maxAheadMs = 5 * 366 * 24 * 60 * minuteMs;

export const schedulePost = operation({
  id: "schedulePost",
  summary: "Plan a post for a time on the wall of a time zone; planning it again moves it",
  http: "POST /posts/:id/schedule",
  access: "posts.publish",
  transaction: "own",
  input: z.object({
    id: z.uuid(),
    local: LocalTime.describe(
      "As in 2026-11-24T18:30. A time that the clocks skip moves forward; one that comes twice is the first",
    ),
    timeZone: TimeZone,
    missedPolicy: MissedPolicy.default({ kind: "late", withinMinutes: 60 }).describe(
      "What to do when the house was down at that time",
    ),
    overrideLandingPage: OverrideLandingPage.optional(),
  }),
  output: Post,
  async run(ctx, { id, local, timeZone, missedPolicy, overrideLandingPage }) {
    const at = futureInstant({ local, timeZone, now: ctx.now() });
    const passage = await passGate(ctx, id, overrideLandingPage);
    const schedule = {
      localTime: local,
      timeZone,
      at,
      missedKind: missedPolicy.kind,
      missedWithinMinutes: missedPolicy.kind === "late" ? missedPolicy.withinMinutes : null,
      scheduledAt: ctx.now(),
      scheduledBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
    };
    return ctx.transact(async (inside) => {
      const post = await lockPost(inside.db, id);
      checkPassage(passage, post);
      await inside.db
        .insertInto("postSchedule")
        .values({ postId: id, ...schedule })
        .onConflict((known) => known.column("postId").doUpdateSet(schedule))
        .execute();
      const { overridden } = passage;
      await planPublications(plannerOf(ctx, inside), post, { at, why: "schedule", overridden });
      return readPostView(inside.db, ctx.publicUrl, id);
    });
  },
});

interface Wish {
  readonly local: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** Throws `invalid` for what is past, or so far ahead that it is a slip. */
function futureInstant({ local, timeZone, now }: Wish): Date {
  const at = instantOf(local, timeZone);
  if (at.getTime() < now.getTime() - minuteMs) {
    throw new Problem(
      "invalid",
      say`local: ${local} is past in ${timeZone}; it is ${localTimeAt(now, timeZone)} there`,
      { hint: say`Choose a later time, or publish it now: publishPost` },
    );
  }
  if (at.getTime() > now.getTime() + maxAheadMs) {
    throw new Problem("invalid", say`local: ${local} is more than five years ahead`, {
      hint: say`Check the year`,
    });
  }
  return at;
}

export const unschedulePost = operation({
  id: "unschedulePost",
  summary: "Take a post off the plan; it is a draft again. What has begun to go out goes on",
  http: "DELETE /posts/:id/schedule",
  access: "posts.publish",
  input: z.object({ id: z.uuid() }),
  output: Post,
  async run(ctx, { id }) {
    await lockPost(ctx.db, id);
    const stopped = await ctx.db
      .updateTable("publication")
      .set({ state: "draft", scheduledAt: null, waitsUntil: null })
      .where("postId", "=", id)
      .where("state", "=", "scheduled")
      .returning("id")
      .execute();
    if (stopped.length === 0)
      throw new Problem("conflict", say`The post is not scheduled`, { hint: say`See its publications` });
    for (const { id: publicationId } of stopped) {
      await addStep(ctx.db, { publicationId, at: ctx.now(), actor: ctx.actor, kind: "unscheduled" });
    }
    await ctx.db.deleteFrom("postSchedule").where("postId", "=", id).execute();
    return readPostView(ctx.db, ctx.publicUrl, id);
  },
});

export const publishPost = operation({
  id: "publishPost",
  summary: "Publish a post now on all of its channels where it is not out yet",
  http: "POST /posts/:id/publishing",
  access: "posts.publish",
  transaction: "own",
  input: z.object({ id: z.uuid(), overrideLandingPage: OverrideLandingPage.optional() }),
  output: Post,
  async run(ctx, { id, overrideLandingPage }) {
    const passage = await passGate(ctx, id, overrideLandingPage);
    return ctx.transact(async (inside) => {
      const post = await lockPost(inside.db, id);
      checkPassage(passage, post);
      await inside.db.deleteFrom("postSchedule").where("postId", "=", id).execute();
      const { overridden } = passage;
      await planPublications(plannerOf(ctx, inside), post, { at: ctx.now(), why: "now", overridden });
      return readPostView(inside.db, ctx.publicUrl, id);
    });
  },
});
