import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite, readSite } from "#src/ground/sites/index.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { readSettings, readTopics } from "./read-settings.ts";
import { NewSubscriptionSettings, SubscriptionSettings } from "./schema.ts";

export const getSubscriptionSettings = operation({
  id: "getSubscriptionSettings",
  summary:
    "Show what a site offers to subscribers: topics, frequencies, feed, notices, and what they agree to",
  http: "GET /sites/:siteId/subscription-settings",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: SubscriptionSettings,
  run: (ctx, { siteId }) => showSettings(ctx, siteId),
});

export const changeSubscriptionSettings = operation({
  id: "changeSubscriptionSettings",
  summary:
    "Set what a site offers to subscribers; a topic that is left out is gone, those who chose it keep the rest",
  http: "PUT /sites/:siteId/subscription-settings",
  access: "subscribers.manage",
  input: NewSubscriptionSettings,
  output: SubscriptionSettings,
  async run(ctx, { siteId, topics, ...settings }) {
    const { db, workspace } = ctx;
    await checkSite(db, siteId);
    const row = { ...settings, siteId, workspaceId: workspace.id, changedAt: ctx.now() };
    await db
      .insertInto("subscriptionSettings")
      .values(row)
      .onConflict((known) => known.column("siteId").doUpdateSet(row))
      .execute();
    await keepTopics(ctx, siteId, topics);
    return showSettings(ctx, siteId);
  },
});

type Topics = z.output<typeof NewSubscriptionSettings>["topics"];

async function keepTopics(ctx: Context, siteId: string, topics: Topics): Promise<void> {
  const { db } = ctx;
  const before = (await readTopics(db, siteId)).map(({ id }) => id);
  const stranger = topics.find(({ id }) => id !== undefined && !before.includes(id));
  if (stranger) {
    throw new Problem("not_found", say`There is no topic ${stranger.id} on this site`, {
      hint: say`Leave its id out to add it as a new one`,
    });
  }
  const kept = new Set(topics.map(({ id }) => id));
  const gone = before.filter((id) => !kept.has(id));
  for (const id of gone) await deleteTopic(db, siteId, id);
  for (const [position, { id = uuidv7(), name, about }] of topics.entries()) {
    const row = { id, siteId, name, about, position, createdAt: ctx.now() };
    await db
      .insertInto("subscriptionTopic")
      .values({ ...row, workspaceId: ctx.workspace.id })
      .onConflict((known) => known.column("id").doUpdateSet({ name, about, position }))
      .execute();
  }
}

/**
 * Who chose this topic alone would get everything once it is gone, for nothing chosen means that. He keeps the id of
 * a topic that is no more instead: nothing is sent for it, and his page of wishes asks him to choose anew.
 */
async function deleteTopic(db: Context["db"], siteId: string, id: string): Promise<void> {
  await db.deleteFrom("subscriptionTopic").where("siteId", "=", siteId).where("id", "=", id).execute();
}

async function showSettings(ctx: Pick<Context, "db" | "publicUrl">, siteId: string) {
  const site = await readSite(ctx, siteId);
  const settings = await readSettings(ctx.db, siteId);
  return {
    siteId,
    ...settings,
    frequencies: [...settings.frequencies],
    topics: await readTopics(ctx.db, siteId),
    formUrl: `${ctx.publicUrl}/letters/${site.siteKey}/form`,
  };
}
