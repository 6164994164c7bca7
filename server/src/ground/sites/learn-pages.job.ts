import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job } from "#src/platform/jobs/job.ts";

const Seen = z.object({
  workspaceId: z.uuid(),
  siteId: z.uuid(),
  path: z.string(),
  title: z.string(),
  at: z.string(),
});

/** Pages become known from people's visits. Looks back further than it repeats, so that a pause loses nothing. */
export const learnPages = job({
  id: "sites.learnPages",
  payload: z.object({}),
  schedule: "* * * * *",
  async run({ events, transact }) {
    const result = await events.query({
      query: `select workspace_id as workspaceId, site_id as siteId, page_path as path, nullIf(anyLast(title), '') as title, toString(min(at)) as at
        from event where kind = 'view' and reason = 'human' and received_at > now() - interval 1 hour
        group by workspace_id, site_id, page_path limit 10000`,
      format: "JSONEachRow",
    });
    const seen = z.array(Seen).parse(await result.json());
    if (seen.length === 0) return;
    await transact(wholeHouse, async ({ db }) => {
      const known = new Set(
        (
          await db
            .selectFrom("site")
            .select("id")
            .where(
              "id",
              "in",
              seen.map((page) => page.siteId),
            )
            .execute()
        ).map((site) => site.id),
      );
      const rows = seen.filter((page) => known.has(page.siteId));
      if (rows.length === 0) return;
      await db
        .insertInto("sitePage")
        .values(
          rows.map(({ at, ...page }) => ({
            ...page,
            id: uuidv7(),
            knownFrom: "visit",
            knownAt: new Date(`${at.replace(" ", "T")}Z`),
          })),
        )
        .onConflict((page) =>
          page
            .columns(["siteId", "path"])
            .doUpdateSet((set) => ({ title: set.fn.coalesce("sitePage.title", "excluded.title") })),
        )
        .execute();
    });
  },
});
