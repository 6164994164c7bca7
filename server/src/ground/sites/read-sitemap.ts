import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { checkSite } from "./get-site.ts";
import { readSitemapJob } from "./read-sitemap.job.ts";

const Reading = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  startedAt: Instant,
  pagesFound: z.int(),
  endedAt: Instant.nullable(),
  failure: z.string().nullable(),
});
const columns = ["id", "siteId", "startedAt", "pagesFound", "endedAt", "failure"] as const;

export const readSitemap = operation({
  id: "readSitemap",
  summary: "Start reading the site's sitemap, which makes its pages known",
  http: "POST /sites/:siteId/sitemap-readings",
  access: "sites.manage",
  input: z.object({ siteId: z.uuid() }),
  output: Reading,
  async run(ctx, { siteId }) {
    await checkSite(ctx.db, siteId);
    const reading = await ctx.db
      .insertInto("siteSitemapReading")
      .values({ id: uuidv7(), siteId, startedAt: ctx.now() })
      .returning(columns)
      .executeTakeFirstOrThrow();
    await ctx.enqueue(readSitemapJob, { readingId: reading.id }, { queueName: `sitemap:${siteId}` });
    return reading;
  },
});

export const getSitemapReading = operation({
  id: "getSitemapReading",
  summary: "Show how far the latest reading of the site's sitemap is",
  http: "GET /sites/:siteId/sitemap-readings/latest",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: Reading.nullable(),
  async run(ctx, { siteId }) {
    await checkSite(ctx.db, siteId);
    const row = await ctx.db
      .selectFrom("siteSitemapReading")
      .select(columns)
      .where("siteId", "=", siteId)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  },
});
