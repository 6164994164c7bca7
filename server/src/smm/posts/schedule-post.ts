import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { TimeZone } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { addStep } from "./ledger.ts";
import { instantOf, localTimeAt } from "./local-time.ts";
import { planPublications } from "./plan.ts";
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
  input: z.object({
    id: z.uuid(),
    local: LocalTime.describe(
      "As in 2026-11-24T18:30. A time that the clocks skip moves forward; one that comes twice is the first",
    ),
    timeZone: TimeZone,
    missedPolicy: MissedPolicy.default({ kind: "late", withinMinutes: 60 }).describe(
      "What to do when the house was down at that time",
    ),
  }),
  output: Post,
  async run(ctx, { id, local, timeZone, missedPolicy }) {
    const post = await lockPost(ctx.db, id);
    const at = instantOf(local, timeZone);
    if (at.getTime() < ctx.now().getTime() - minuteMs) {
      throw new Problem(
        "invalid",
        say`local: ${local} is past in ${timeZone}; it is ${localTimeAt(ctx.now(), timeZone)} there`,
        {
          hint: say`Choose a later time, or publish it now: publishPost`,
        },
      );
    }
    if (at.getTime() > ctx.now().getTime() + maxAheadMs) {
      throw new Problem("invalid", say`local: ${local} is more than five years ahead`, {
        hint: say`Check the year`,
      });
    }
    const schedule = {
      localTime: local,
      timeZone,
      at,
      missedKind: missedPolicy.kind,
      missedWithinMinutes: missedPolicy.kind === "late" ? missedPolicy.withinMinutes : null,
      scheduledAt: ctx.now(),
      scheduledBy: ctx.actor.kind === "anonymous" ? "" : ctx.actor.name,
    };
    await ctx.db
      .insertInto("postSchedule")
      .values({ postId: id, ...schedule })
      .onConflict((known) => known.column("postId").doUpdateSet(schedule))
      .execute();
    await planPublications(ctx, post, { at, why: "schedule" });
    return readPostView(ctx.db, ctx.publicUrl, id);
  },
});

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
  input: z.object({ id: z.uuid() }),
  output: Post,
  async run(ctx, { id }) {
    const post = await lockPost(ctx.db, id);
    await ctx.db.deleteFrom("postSchedule").where("postId", "=", id).execute();
    await planPublications(ctx, post, { at: ctx.now(), why: "now" });
    return readPostView(ctx.db, ctx.publicUrl, id);
  },
});
