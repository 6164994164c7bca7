import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { Db } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";
import { Problem } from "#src/platform/problem.ts";
import type { Metrics, Published } from "#src/networks/network.ts";
import { callChannel, failureOf, openChannel, type Outside, outsideOfJob } from "#src/smm/channels/index.ts";
import { nextReadingAt } from "./reading-times.ts";

const batch = 40;

/** Finds the channels that have publications whose counts are due. */
export const readMetrics = job({
  id: "posts.readMetrics",
  payload: z.object({}),
  schedule: "* * * * *",
  async run({ transact, now }) {
    await transact(wholeHouse, async ({ db, enqueue }) => {
      const due = await db
        .selectFrom("publication")
        .select(["workspaceId", "channelId"])
        .distinct()
        .where("metricsNextAt", "<=", now())
        .limit(500)
        .execute();
      for (const { workspaceId, channelId } of due) {
        await enqueue(readChannelMetrics, { workspaceId, channelId }, { jobKey: `metrics:${channelId}` });
      }
    });
  },
});

export const readChannelMetrics = job({
  id: "posts.readChannelMetrics",
  payload: z.object({ workspaceId: z.uuid(), channelId: z.uuid() }),
  maxAttempts: 1,
  run: (ctx, { workspaceId, channelId }) => readDue(outsideOfJob(ctx, workspaceId), channelId),
});

async function readDue(outside: Outside, channelId: string): Promise<void> {
  const due = await outside.transact(({ db }) =>
    db
      .selectFrom("publication")
      .innerJoin("publicationPart as part", "part.publicationId", "publication.id")
      .select(["publication.id", "publication.publishedAt", "part.externalId", "part.url", "part.extra"])
      .where("publication.channelId", "=", channelId)
      .where("publication.metricsNextAt", "<=", outside.now())
      .where("part.position", "=", 0)
      .orderBy("publication.metricsNextAt")
      .limit(batch)
      .execute(),
  );
  try {
    const open = await openChannel(outside, channelId);
    const known = due.filter(({ externalId }) => externalId !== null);
    const read = await callChannel(outside, open, async () =>
      open.network.metrics?.(open.session, known.map(toPublished)),
    );
    await outside.transact(async ({ db }) => {
      for (const { id, externalId, publishedAt } of due) {
        const metrics = read?.get(externalId ?? "");
        if (metrics) await keepMetrics(db, { id, metrics, readAt: outside.now() });
        await planNext(db, id, read && publishedAt ? nextReadingAt(publishedAt, outside.now()) : null);
      }
    });
  } catch (error) {
    const isGone = error instanceof Problem;
    if (!isGone && failureOf(error).rule === "samovar.bug") throw error;
    outside.log.warn({ channelId, error }, "The counts of a channel could not be read");
    const retryAfterMs = isGone ? 0 : (failureOf(error).retryAfterMs ?? 0);
    const now = outside.now();
    await outside.transact(async ({ db }) => {
      for (const { id, publishedAt } of due) {
        const next = isGone || !publishedAt ? null : nextReadingAt(publishedAt, now);
        await planNext(db, id, next && new Date(Math.max(next.getTime(), now.getTime() + retryAfterMs)));
      }
    });
  }
}

function toPublished(row: {
  readonly externalId: string | null;
  readonly url: string | null;
  readonly extra: unknown;
}): Published {
  return { id: row.externalId ?? "", url: row.url ?? "", extra: z.json().parse(row.extra) };
}

function planNext(db: Db, id: string, metricsNextAt: Date | null): Promise<unknown> {
  return db.updateTable("publication").set({ metricsNextAt }).where("id", "=", id).execute();
}

interface Reading {
  readonly id: string;
  readonly metrics: Metrics;
  readonly readAt: Date;
}

/** The latest counts, and a point for the chart where something has changed. */
async function keepMetrics(db: Db, { id, metrics, readAt }: Reading): Promise<void> {
  const { likes = null, reposts = null, replies = null, quotes = null, views = null } = metrics;
  const counts = { likes, reposts, replies, quotes, views };
  const before = await db
    .selectFrom("publicationMetrics")
    .select(["likes", "reposts", "replies", "quotes", "views"])
    .where("publicationId", "=", id)
    .executeTakeFirst();
  await db
    .insertInto("publicationMetrics")
    .values({ publicationId: id, ...counts, readAt })
    .onConflict((known) => known.column("publicationId").doUpdateSet({ ...counts, readAt }))
    .execute();
  if (before && JSON.stringify(before) === JSON.stringify(counts)) return;
  await db
    .insertInto("publicationMetricsReading")
    .values({ publicationId: id, readAt, ...counts })
    .onConflict((same) => same.doNothing())
    .execute();
}
