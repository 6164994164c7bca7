import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type JobContext } from "#src/platform/jobs/job.ts";
import { HttpFailure } from "@samovar/http-client";
import type { SitemapEntry } from "@samovar/audit";
import { isNewRow } from "./new-row.ts";
import { maxPathLength } from "./schema.ts";
import { pagesLearned } from "./signals.ts";
import { originsOf } from "./site-finder.ts";
import { walkSitemap } from "./sitemap.ts";

/** Reads the sitemap page by page of it, so that its progress shows. Reading it again changes nothing twice. */
export const readSitemapJob = job({
  id: "sites.readSitemap",
  payload: z.object({ readingId: z.uuid() }),
  maxAttempts: 3,
  async run(ctx, { readingId }) {
    const reading = await ctx.transact(wholeHouse, ({ db }) =>
      db
        .selectFrom("siteSitemapReading")
        .innerJoin("site", "site.id", "siteSitemapReading.siteId")
        .select(["siteSitemapReading.id", "siteId", "siteSitemapReading.workspaceId", "origin"])
        .where("siteSitemapReading.id", "=", readingId)
        .executeTakeFirst(),
    );
    if (reading) await read(ctx, reading);
  },
});

interface Reading {
  readonly id: string;
  readonly siteId: string;
  readonly workspaceId: string;
  readonly origin: string;
}

async function read(ctx: JobContext, reading: Reading): Promise<void> {
  let pagesFound = 0;
  try {
    for await (const entries of walkSitemap(ctx.http, reading.origin)) {
      pagesFound += await keep(ctx, reading, entries);
      await note(ctx, reading, { pagesFound });
    }
    await note(ctx, reading, {
      endedAt: ctx.now(),
      failure: pagesFound === 0 ? "The site has no sitemap that lists pages" : null,
    });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    await note(ctx, reading, { endedAt: ctx.now(), failure: error.message });
  }
}

async function keep(ctx: JobContext, reading: Reading, entries: readonly SitemapEntry[]): Promise<number> {
  const origins = originsOf(reading.origin);
  const rows = new Map(
    entries
      .filter(({ url }) => origins.includes(url.origin))
      .map((entry) => [pathOf(entry), entry] as const)
      .filter(([path]) => path.length <= maxPathLength),
  );
  if (rows.size === 0) return 0;
  const { siteId, workspaceId } = reading;
  await ctx.transact(workspaceId, async ({ db, announce }) => {
    const kept = await db
      .insertInto("sitePage")
      .values(
        [...rows].map(([path, { changedAt }]) => ({
          id: uuidv7(),
          siteId,
          path,
          changedAt: changedAt ?? null,
          knownFrom: "sitemap",
          knownAt: ctx.now(),
        })),
      )
      .onConflict((page) =>
        page.columns(["siteId", "path"]).doUpdateSet((set) => ({ changedAt: set.ref("excluded.changedAt") })),
      )
      .returning(isNewRow.as("isNew"))
      .execute();
    if (kept.some(({ isNew }) => isNew)) await announce(pagesLearned, { workspaceId, siteId });
  });
  return rows.size;
}

const pathOf = ({ url }: SitemapEntry) => `${url.pathname}${url.search}`;

function note(
  ctx: JobContext,
  reading: Reading,
  change: { pagesFound?: number; endedAt?: Date; failure?: string | null },
) {
  return ctx.transact(reading.workspaceId, ({ db }) =>
    db.updateTable("siteSitemapReading").set(change).where("id", "=", reading.id).execute(),
  );
}
