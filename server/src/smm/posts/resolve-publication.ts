import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { releaseMedia } from "./conclude.ts";
import { addStep } from "./ledger.ts";
import { enqueuePublishing, type Planner } from "./plan.ts";
import { Choice, Publication } from "./schema.ts";
import { publicationPublished } from "./signals.ts";
import { getPublicationView } from "./stored-publication.ts";

const WebUrl = z
  .url({
    protocol: /^https?$/,
    error: (issue) => `"${String(issue.input)}" is no address; write it as https://…`,
  })
  .max(2048);

export const resolvePublication = operation({
  id: "resolvePublication",
  summary: "Decide about a publication that is unknown, missed, failed or partial",
  http: "POST /publications/:id/resolution",
  access: "posts.publish",
  input: z.object({
    id: z.uuid(),
    choice: Choice,
    url: WebUrl.optional().describe("For mark-published: where it is"),
  }),
  output: Publication,
  async run(ctx, { id, choice, url }) {
    await ctx.db.selectFrom("publication").select("id").where("id", "=", id).forNoKeyUpdate().execute();
    const publication = await getPublicationView(ctx.db, id);
    if (!publication.choices.includes(choice)) {
      throw new Problem(
        "conflict",
        say`A publication that is ${publication.state} can't be resolved by "${choice}"`,
        {
          hint:
            publication.choices.length > 0
              ? say`Choose one of: ${publication.choices.join(", ")}`
              : say`There is nothing to decide`,
        },
      );
    }
    await resolve[choice](ctx, publication, url);
    const detail = { choice, ...(url !== undefined && { url }) };
    await addStep(ctx.db, { publicationId: id, at: ctx.now(), actor: ctx.actor, kind: "resolved", detail });
    return getPublicationView(ctx.db, id);
  },
});

type Resolve = (ctx: Planner, publication: Publication, url: string | undefined) => Promise<void>;

const resolve: Readonly<Record<Choice, Resolve>> = {
  /** A person has looked: it is not there. */
  async "publish-again"(ctx, publication) {
    await ctx.db
      .updateTable("publicationPart")
      .set({ state: "waiting", doubts: 0 })
      .where("publicationId", "=", publication.id)
      .where("state", "=", "sending")
      .execute();
    await goOn(ctx, publication.id);
  },
  retry: (ctx, publication) => goOn(ctx, publication.id),
  async "mark-published"(ctx, publication, url) {
    const now = ctx.now();
    await ctx.db
      .updateTable("publicationPart")
      .set({ state: "sent", sentAt: now, url: url ?? null })
      .where("publicationId", "=", publication.id)
      .where("state", "=", "sending")
      .execute();
    await settle(ctx.db, publication.id, {
      state: "published",
      publishedAt: publication.publishedAt ?? now,
      url: url ?? publication.url,
      problem: null,
    });
    await releaseMedia(ctx.db, publication.postId);
    const { id: publicationId, postId, channelId } = publication;
    await ctx.announce(publicationPublished, {
      workspaceId: ctx.workspace.id,
      publicationId,
      postId,
      channelId,
    });
  },
  async "give-up"(ctx, publication) {
    await settle(ctx.db, publication.id, { settledAt: ctx.now() });
    await releaseMedia(ctx.db, publication.postId);
  },
};

async function goOn(ctx: Planner, publicationId: string): Promise<void> {
  const now = ctx.now();
  await settle(ctx.db, publicationId, {
    state: "publishing",
    scheduledAt: now,
    dueSeenAt: now,
    waitsUntil: null,
    retries: 0,
    problem: null,
  });
  await enqueuePublishing(ctx, publicationId, now);
}

function settle(db: Db, id: string, change: object): Promise<unknown> {
  return db.updateTable("publication").set(change).where("id", "=", id).execute();
}
