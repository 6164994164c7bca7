import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { job, type JobContext } from "#src/platform/jobs/job.ts";
import { isNewRow } from "./new-row.ts";
import { maxPathLength } from "./schema.ts";
import { pagesLearned } from "./signals.ts";

const Seen = z.object({
  workspaceId: z.uuid(),
  siteId: z.uuid(),
  path: z.string(),
  title: z.string(),
  at: z.string(),
});
type Seen = z.output<typeof Seen>;

/** Postgres takes 65,535 values in one statement. */
const batchSize = 1000;

/** Pages become known from people's visits. Looks back further than it repeats, so that a pause loses nothing. */
export const learnPages = job({
  id: "sites.learnPages",
  payload: z.object({}),
  schedule: "* * * * *",
  async run(ctx) {
    const result = await ctx.events.query({
      query: `select workspace_id as workspaceId, site_id as siteId, concat(page_path, page_query) as path,
          argMax(title, event.at) as title, toString(min(event.at)) as at
        from event where kind = 'view' and reason = 'human' and received_at > now() - interval 1 hour
        group by workspaceId, siteId, path having length(path) <= {maxPathLength:UInt32}`,
      query_params: { maxPathLength },
      format: "JSONEachRow",
    });
    const seen = z.array(Seen).parse(await result.json());
    for (let start = 0; start < seen.length; start += batchSize)
      await learn(ctx, seen.slice(start, start + batchSize));
  },
});

async function learn({ transact }: JobContext, seen: readonly Seen[]): Promise<void> {
  await transact(wholeHouse, async ({ db, announce }) => {
    const ids = [...new Set(seen.map((page) => page.siteId))];
    const sites = await db.selectFrom("site").select("id").where("id", "in", ids).forKeyShare().execute();
    const known = new Set(sites.map((site) => site.id));
    const rows = seen.filter((page) => known.has(page.siteId)).map(rowOf);
    if (rows.length === 0) return;
    const kept = await db
      .insertInto("sitePage")
      .values(rows)
      .onConflict((page) =>
        page.columns(["siteId", "path"]).doUpdateSet((set) => ({
          title: set.fn.coalesce("excluded.title", "sitePage.title"),
          visitedAt: set.fn.coalesce("sitePage.visitedAt", "excluded.visitedAt"),
        })),
      )
      .returning(["workspaceId", "siteId", isNewRow.as("isNew")])
      .execute();
    const grown = new Map(
      kept.flatMap(({ workspaceId, siteId, isNew }) =>
        isNew ? [[siteId, { workspaceId, siteId }] as const] : [],
      ),
    );
    for (const site of grown.values()) await announce(pagesLearned, site);
  });
}

function rowOf({ workspaceId, siteId, path, title, at }: Seen) {
  const visitedAt = new Date(`${at.replace(" ", "T")}Z`);
  const clean = title.replaceAll("\0", "").toWellFormed().trim(); // a page's own words: Postgres keeps no U+0000
  return {
    id: uuidv7(),
    workspaceId,
    siteId,
    path: path.replaceAll("\0", ""),
    title: clean || null,
    knownFrom: "visit",
    knownAt: visitedAt,
    visitedAt,
  };
}
