import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { holdMedia } from "#src/ground/media/index.ts";
import { readChannels } from "#src/smm/channels/index.ts";
import { refuseBrokenPage } from "./gate.ts";
import { planPublications, type Planner, plannerOf } from "./plan.ts";
import { readPostView } from "./post-view.ts";
import { NewPost, Post, PostContent } from "./schema.ts";
import { getStoredPost, lockPost, type StoredVariant } from "./stored-post.ts";

export const createPost = operation({
  id: "createPost",
  summary: "Write a post as a draft, with a form for each channel",
  http: "POST /posts",
  access: "posts.write",
  input: NewPost,
  output: Post,
  async run(ctx, { variants, ...content }) {
    const id = uuidv7();
    const now = ctx.now();
    const createdBy = ctx.actor.kind === "anonymous" ? "" : ctx.actor.name;
    await ctx.db
      .insertInto("post")
      .values({ id, ...content, createdAt: now, changedAt: now, createdBy })
      .execute();
    await keepVariants(ctx.db, id, variants);
    await holdMedia(ctx.db, id, content.mediaIds);
    return readPostView(ctx.db, ctx.publicUrl, id);
  },
});

const Change = PostContent.partial().extend({ id: z.uuid() });
type Change = z.output<typeof Change>;

export const changePost = operation({
  id: "changePost",
  summary:
    "Change a post; what is left out stays. A scheduled one stays scheduled, what is published stays as it is",
  http: "PATCH /posts/:id",
  access: "posts.write",
  transaction: "own",
  input: Change,
  output: Post,
  async run(ctx, change) {
    const going = await ctx.transact(({ db }) => findNewRoad(db, change));
    if (going) await refuseBrokenPage(ctx, going);
    return ctx.transact((inside) => applyChange(plannerOf(ctx, inside), change));
  },
});

/** Where a scheduled post would go that it did not go before: to another page, or to more channels. */
async function findNewRoad(db: Context["db"], { id, linkUrl, variants }: Change) {
  if ((linkUrl === undefined && !variants) || !(await isScheduled(db, id))) return undefined;
  const before = await getStoredPost(db, id);
  const knownIds = before.variants.map(({ channelId }) => channelId);
  const ids = variants?.map(({ channelId }) => channelId) ?? knownIds;
  const isSamePage = linkUrl === undefined || linkUrl === before.linkUrl;
  const newIds = isSamePage ? ids.filter((channelId) => !knownIds.includes(channelId)) : ids;
  const channels = await readChannels(db, newIds);
  return { linkUrl: linkUrl === undefined ? before.linkUrl : linkUrl, channels: [...channels.values()] };
}

async function applyChange(ctx: Planner, { id, variants, ...content }: Change): Promise<Post> {
  const before = await lockPost(ctx.db, id);
  await refuseWhileSending(ctx.db, id);
  const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  await ctx.db
    .updateTable("post")
    .set({ ...given, changedAt: ctx.now() })
    .where("id", "=", id)
    .execute();
  if (variants) await keepVariants(ctx.db, id, variants);
  await holdMedia(ctx.db, id, content.mediaIds ?? before.mediaIds);
  const schedule = await ctx.db
    .selectFrom("postSchedule")
    .select("at")
    .where("postId", "=", id)
    .executeTakeFirst();
  if (schedule && (await isScheduled(ctx.db, id))) {
    await planPublications(ctx, await lockPost(ctx.db, id), { at: schedule.at, why: "change" });
  }
  return readPostView(ctx.db, ctx.publicUrl, id);
}

export const deletePost = operation({
  id: "deletePost",
  summary: "Delete a post of which nothing was published",
  http: "DELETE /posts/:id",
  access: "posts.write",
  input: z.object({ id: z.uuid() }),
  output: Post,
  async run(ctx, { id }) {
    await lockPost(ctx.db, id);
    const view = await readPostView(ctx.db, ctx.publicUrl, id);
    const out = view.publications.find(
      ({ state, publishedAt }) => publishedAt || !["draft", "scheduled", "missed", "failed"].includes(state),
    );
    if (out) {
      throw new Problem("conflict", say`The post is ${out.state} on ${out.handle}`, {
        hint: say`Withdraw it there; its history is kept`,
      });
    }
    const ids = view.publications.map((publication) => publication.id);
    if (ids.length > 0) {
      await ctx.db.deleteFrom("link").where("publicationId", "in", ids).execute();
      await ctx.db.deleteFrom("publication").where("id", "in", ids).execute();
    }
    await holdMedia(ctx.db, id, []);
    await ctx.db.deleteFrom("post").where("id", "=", id).execute();
    return view;
  },
});

async function keepVariants(
  db: Context["db"],
  postId: string,
  variants: readonly StoredVariant[],
): Promise<void> {
  await readChannels(
    db,
    variants.map(({ channelId }) => channelId),
  );
  await db.deleteFrom("postVariant").where("postId", "=", postId).execute();
  if (variants.length === 0) return;
  const rows = variants.map(({ channelId, text, options }, position) => ({
    postId,
    channelId,
    position,
    text,
    options: JSON.stringify(options),
  }));
  await db.insertInto("postVariant").values(rows).execute();
}

/** While a message is under way, a repeat after a crash must send the same. */
async function refuseWhileSending(db: Context["db"], postId: string): Promise<void> {
  const busy = await db
    .selectFrom("publication")
    .select("state")
    .where("postId", "=", postId)
    .where("state", "in", ["publishing", "unknown"])
    .executeTakeFirst();
  if (!busy) return;
  throw new Problem("conflict", say`The post can't be changed while it is ${busy.state}`, {
    hint:
      busy.state === "unknown"
        ? say`Decide first what became of it: see resolvePublication`
        : say`Wait until it is out`,
  });
}

async function isScheduled(db: Context["db"], postId: string): Promise<boolean> {
  const row = await db
    .selectFrom("publication")
    .select("id")
    .where("postId", "=", postId)
    .where("state", "=", "scheduled")
    .executeTakeFirst();
  return row !== undefined;
}
