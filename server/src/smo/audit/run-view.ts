import type { Db } from "#src/platform/database/database.ts";
import { AuditRun } from "./schema.ts";

function runs(db: Db) {
  return db
    .selectFrom("auditRun as run")
    .selectAll("run")
    .select((run) =>
      run
        .selectFrom("auditRunPage as page")
        .select((page) => page.fn.countAll<string>().as("count"))
        .whereRef("page.runId", "=", "run.id")
        .as("pagesKnown"),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof runs>["executeTakeFirstOrThrow"]>>;

export async function readRun(db: Db, id: string): Promise<AuditRun> {
  return viewRun(await runs(db).where("run.id", "=", id).executeTakeFirstOrThrow());
}

/** The one that is under way. */
export async function findCurrent(db: Db, siteId: string): Promise<AuditRun | null> {
  const row = await runs(db)
    .where("siteId", "=", siteId)
    .where("endedAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row ? viewRun(row) : null;
}

export async function findLatest(db: Db, siteId: string): Promise<Row | undefined> {
  return runs(db)
    .where("siteId", "=", siteId)
    .where("endedAt", "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function viewRun(row: Row): AuditRun {
  const { id, siteId, startedAt, startedBy, endedAt, endedBy, failure, pagesDone, maxPages } = row;
  const { score, errors, warnings } = row;
  return {
    id,
    siteId,
    state: AuditRun.shape.state.parse(row.endedAs ?? "running"),
    startedAt,
    startedBy,
    endedAt,
    endedBy,
    failure,
    pagesDone,
    pagesKnown: endedAt === null ? Number(row.pagesKnown) : pagesDone,
    maxPages,
    score,
    errors,
    warnings,
  };
}
