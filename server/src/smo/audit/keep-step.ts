import type { PageAudit } from "@samovar/audit";
import type { Db } from "#src/platform/database/database.ts";
import { cleanUrl, isCrawled } from "./clean-url.ts";
import { countOf, keepAudit } from "./keep-audit.ts";

/** One page of a run that is to be audited. */
export interface Step {
  readonly siteId: string;
  readonly origins: readonly string[];
  readonly maxPages: number;
  readonly url: string;
}

interface Taken {
  readonly step: Step;
  readonly audit: PageAudit | undefined;
  readonly now: Date;
}

/** A page of the run is done. `audit` is undefined where robots.txt forbade the look. */
export async function keepStep(db: Db, runId: string, { step, audit, now }: Taken): Promise<void> {
  // A link may lead to a file: that is no page of which a card is made.
  const page = audit?.outcome === "not-html" ? undefined : audit;
  if (page) await keepAudit(db, { siteId: step.siteId, audit: page });
  if (page) await keepLinks(db, runId, { step, audit: page });
  await db
    .updateTable("auditRunPage")
    .set({ auditedAt: now, ...(page && pointsOf(page)) })
    .where("runId", "=", runId)
    .where("url", "=", step.url)
    .execute();
  await db
    .updateTable("auditRun")
    .set((run) => ({ pagesDone: run("pagesDone", "+", 1) }))
    .where("id", "=", runId)
    .execute();
}

const pointsOf = ({ score, findings }: PageAudit) => ({
  score: score.page === undefined ? null : Math.round(score.page),
  networkScores: JSON.stringify(score.networks),
  groupScores: JSON.stringify(score.groups),
  errors: countOf(findings, "error"),
  warnings: countOf(findings, "warning"),
});

async function keepLinks(
  db: Db,
  runId: string,
  { step, audit }: { readonly step: Step; readonly audit: PageAudit },
): Promise<void> {
  const links = [
    ...new Set(audit.linksTo.filter((url) => isCrawled(url, step.origins)).map((url) => cleanUrl(url))),
  ];
  const { count } = await db
    .selectFrom("auditRunPage")
    .select((page) => page.fn.countAll<string>().as("count"))
    .where("runId", "=", runId)
    .executeTakeFirstOrThrow();
  const room = step.maxPages - Number(count);
  if (room <= 0 || links.length === 0) return;
  const known = await db
    .selectFrom("auditRunPage")
    .select("url")
    .where("runId", "=", runId)
    .where("url", "in", links)
    .execute();
  const fresh = links.filter((url) => !known.some((page) => page.url === url)).slice(0, room);
  if (fresh.length === 0) return;
  const rows = fresh.map((url, index) => ({ runId, url, position: Number(count) + index }));
  await db
    .insertInto("auditRunPage")
    .values(rows)
    .onConflict((same) => same.doNothing())
    .execute();
}
