import { v7 as uuidv7 } from "uuid";
import type { Inside } from "#src/platform/operation/context.ts";
import { cleanUrl } from "./clean-url.ts";
import { enqueueWalk } from "./walk-site.job.ts";

interface Begin {
  readonly workspaceId: string;
  readonly site: { readonly id: string; readonly origin: string };
  readonly maxPages: number;
  readonly now: Date;
  /** A person's name, or `Samovar` by its schedule. */
  readonly startedBy: string;
}

/** Begins to audit a site, at its front page and the pages that are known. Undefined while it is being audited already. */
export async function beginRun(inside: Inside, begin: Begin): Promise<string | undefined> {
  const { workspaceId, site, maxPages, now, startedBy } = begin;
  const run = await inside.db
    .insertInto("auditRun")
    .values({ id: uuidv7(), workspaceId, siteId: site.id, maxPages, startedAt: now, startedBy })
    .onConflict((underWay) => underWay.column("siteId").where("endedAt", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!run) return undefined;
  const urls = await seedsOf(inside, begin);
  const rows = urls.map((url, position) => ({ runId: run.id, workspaceId, position, url }));
  await inside.db.insertInto("auditRunPage").values(rows).execute();
  await enqueueWalk(inside, { workspaceId, runId: run.id });
  return run.id;
}

/** What people have visited comes first: that is what is shared. */
async function seedsOf({ db }: Pick<Inside, "db">, { site, maxPages }: Begin): Promise<string[]> {
  const pages = await db
    .selectFrom("sitePage")
    .select("path")
    .where("siteId", "=", site.id)
    .orderBy("visitedAt", (visited) => visited.desc().nullsLast())
    .orderBy("id", "desc")
    .limit(maxPages)
    .execute();
  const known = pages.map(({ path }) => cleanUrl(`${site.origin}${path}`));
  return [...new Set([`${site.origin}/`, ...known])].slice(0, maxPages);
}
