import { v7 as uuidv7 } from "uuid";
import type { Context, Inside } from "#src/platform/operation/context.ts";
import { mintLink, shortUrlOf } from "#src/ground/links/index.ts";
import { holdMedia, readMedia } from "#src/ground/media/index.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { accountOf, networkOf, readChannels, type StoredChannel } from "#src/smm/channels/index.ts";
import { checkMessages, foresee } from "./check.ts";
import { addStep } from "./ledger.ts";
import { composeMessages } from "./message.ts";
import { publishPublication } from "./publish-publication.job.ts";
import type { Passage } from "./gate.ts";
import type { StoredPost, StoredVariant } from "./stored-post.ts";
import { unsent } from "./stored-publication.ts";

export type Planner = Inside & Pick<Context, "now" | "publicUrl" | "workspace" | "actor">;

/** What plans, in the transaction that it plans in. */
export function plannerOf({ now, publicUrl, workspace, actor }: Context, inside: Inside): Planner {
  return { ...inside, now, publicUrl, workspace, actor };
}

interface Plan {
  readonly at: Date;
  /** How it came to be: `schedule`, `now`, `change`. */
  readonly why: string;
  /** Its page would make a broken card, and somebody said that it goes all the same. */
  readonly overridden?: Passage["overridden"];
}

/**
 * Gives every channel of the post its publication with its own tracked link, checks it against the network's limits,
 * and enqueues the sending: rows, links and jobs in one transaction. What is out already is left alone.
 */
export async function planPublications(ctx: Planner, post: StoredPost, plan: Plan): Promise<void> {
  if (post.variants.length === 0) {
    throw new Problem("conflict", say`The post has no channel to go to`, {
      hint: say`Choose at least one channel`,
    });
  }
  const channels = await readChannels(
    ctx.db,
    post.variants.map(({ channelId }) => channelId),
  );
  await dropUnsent(ctx, post);
  const before = await ctx.db
    .selectFrom("publication")
    .select(["id", "channelId", "state"])
    .where("postId", "=", post.id)
    .execute();
  let planned = 0;
  for (const variant of post.variants) {
    const known = before.find(({ channelId }) => channelId === variant.channelId);
    const channel = channels.get(variant.channelId);
    if (!channel || (known && !unsent.includes(known.state))) continue;
    await planOne(ctx, { post, variant, channel, plan, publicationId: known?.id });
    planned += 1;
  }
  if (planned === 0)
    throw new Problem("conflict", say`The post is out on all of its channels`, {
      hint: say`Write a new post, or add a channel`,
    });
  await holdMedia(ctx.db, post.id, post.mediaIds);
}

interface One {
  readonly post: StoredPost;
  readonly variant: StoredVariant;
  readonly channel: StoredChannel;
  readonly plan: Plan;
  readonly publicationId: string | undefined;
}

async function planOne(ctx: Planner, { post, variant, channel, plan, publicationId }: One): Promise<void> {
  if (channel.disconnectedAt) {
    throw new Problem("conflict", say`${channel.handle} is disconnected`, {
      hint: say`Connect the channel again, or leave it out`,
    });
  }
  const id = publicationId ?? uuidv7();
  const link =
    post.linkUrl === null
      ? undefined
      : await mintLink(ctx.db, { url: post.linkUrl, publicationId: id, now: ctx.now() });
  const trackedUrl = link && shortUrlOf(ctx.publicUrl, link.slug);
  await refuseFaults(ctx, { post, variant, channel }, trackedUrl);
  const values = {
    state: "scheduled",
    scheduledAt: plan.at,
    dueSeenAt: null,
    waitsUntil: null,
    retries: 0,
    problem: null,
    settledAt: null,
    trackedUrl: trackedUrl ?? null,
  };
  await ctx.db
    .insertInto("publication")
    .values({ id, postId: post.id, channelId: channel.id, createdAt: ctx.now(), ...values })
    .onConflict((known) => known.columns(["postId", "channelId"]).doUpdateSet(values))
    .execute();
  await addStep(ctx.db, {
    publicationId: id,
    at: ctx.now(),
    actor: ctx.actor,
    kind: "planned",
    detail: { for: plan.at.toISOString(), why: plan.why },
  });
  if (plan.overridden) {
    const { reason, rules } = plan.overridden;
    const detail = { reason, rules: [...rules] };
    await addStep(ctx.db, { publicationId: id, at: ctx.now(), actor: ctx.actor, kind: "overridden", detail });
  }
  await enqueuePublishing(ctx, id, plan.at);
}

/** The job looks itself whether it is still wanted: planning anew, or twice, does no harm. */
export async function enqueuePublishing(
  ctx: Pick<Planner, "enqueue" | "workspace">,
  publicationId: string,
  runAt: Date,
): Promise<void> {
  const payload = { workspaceId: ctx.workspace.id, publicationId };
  await ctx.enqueue(publishPublication, payload, { runAt, jobKey: `publish:${publicationId}` });
}

type Checked = Pick<One, "post" | "variant" | "channel">;

/** Throws `invalid` with everything that the network would not take. */
async function refuseFaults(
  ctx: Planner,
  { post, variant, channel }: Checked,
  trackedUrl: string | undefined,
): Promise<void> {
  const network = networkOf(channel);
  const account = accountOf(channel);
  const media = await readMedia(ctx.db, post.mediaIds);
  const written = { ...post, text: variant.text ?? post.text, options: variant.options, media };
  const sources = { account, media: new Map(media.map((each) => [each.id, each])) };
  const messages = composeMessages(network, written, trackedUrl).map((message) =>
    foresee(message, network, sources),
  );
  const faults = checkMessages(network, account, messages).filter(({ severity }) => severity === "error");
  const [first] = faults;
  if (!first) return;
  throw new Problem("invalid", say`${channel.handle}: ${first.message}`, {
    hint: first.remedy,
    fields: faults.map(({ path, message }) => ({ path: `${channel.id}.${path}`, message })),
  });
}

/**
 * Publications that never went out and are wanted no more: their channel was taken out, or the page that their link
 * leads to is another now. A link that nobody has seen goes with them.
 */
async function dropUnsent(ctx: Planner, post: StoredPost): Promise<void> {
  const rows = await ctx.db
    .selectFrom("publication")
    .leftJoin("link", "link.publicationId", "publication.id")
    .select(["publication.id", "publication.channelId", "link.url"])
    .where("publication.postId", "=", post.id)
    .where("publication.state", "in", unsent)
    .where("publication.publishedAt", "is", null)
    .execute();
  const wanted = new Set(post.variants.map(({ channelId }) => channelId));
  const target = post.linkUrl === null ? null : new URL(post.linkUrl).href;
  const stale = rows
    .filter(({ channelId, url }) => !wanted.has(channelId) || url !== target)
    .map(({ id }) => id);
  if (stale.length === 0) return;
  await ctx.db.deleteFrom("link").where("publicationId", "in", stale).execute();
  await ctx.db.deleteFrom("publication").where("id", "in", stale).execute();
}
