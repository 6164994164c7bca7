import type { Found, PageAudit } from "@samovar/audit";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import { mergeFindings, type Merged, namesOf } from "./merge-findings.ts";

/** An audit that is to be written down: of a page of this site, by every rule and for every network. */
export interface Kept {
  readonly siteId: string;
  readonly audit: PageAudit;
}

const maxReadings = 100;

/** Keeps the audit as the page's latest, one more point of its curve, and what began and what ended with it. */
export async function keepAudit(db: Db, { siteId, audit }: Kept): Promise<string> {
  const id = await keepPage(db, siteId, audit);
  const judgedBefore = await db
    .selectFrom("auditReading")
    .select("at")
    .where("auditPageId", "=", id)
    .where("score", "is not", null)
    .limit(1)
    .executeTakeFirst();
  const found = mergeFindings(audit.findings);
  await resolveGone(db, { id, audit, found });
  await keepFound(db, { id, siteId, at: new Date(audit.auditedAt), isRegression: !!judgedBefore, found });
  await keepReading(db, id, { audit, found });
  return id;
}

async function keepPage(db: Db, siteId: string, audit: PageAudit): Promise<string> {
  const score = audit.score.page ?? null;
  const values = {
    title: audit.title?.slice(0, 500).replaceAll("\0", "").toWellFormed() ?? null,
    outcome: audit.outcome,
    auditedAt: new Date(audit.auditedAt),
    score: score === null ? null : Math.round(score),
    rank: score === null ? -1 : Math.round(score),
    errors: countOf(audit.findings, "error"),
    warnings: countOf(audit.findings, "warning"),
    audit: writeKept(audit),
  };
  const { id } = await db
    .insertInto("auditPage")
    .values({ id: uuidv7(), siteId, url: audit.url, ...values })
    .onConflict((known) => known.columns(["siteId", "url"]).doUpdateSet(values))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A page may say anything; Postgres keeps no U+0000 and no half of a surrogate pair. */
const writeKept = (value: object): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\0", "").toWellFormed() : part,
  );

/** How many rules are broken at this severity. */
export function countOf(findings: readonly Found[], severity: Found["severity"]): number {
  return new Set(findings.filter((each) => each.severity === severity).map(({ ruleId }) => ruleId)).size;
}

interface Change {
  readonly id: string;
  readonly audit: PageAudit;
  readonly found: readonly Merged[];
}

/** What a rule that was asked does not find any more has ended. A page that can't be had ends nothing but that. */
async function resolveGone(db: Db, { id, audit, found }: Change): Promise<void> {
  const at = new Date(audit.auditedAt);
  const still = new Set(found.map(({ name }) => name));
  const broken = new Set(audit.broken.map(({ ruleId }) => ruleId));
  const open = await db
    .selectFrom("auditFinding")
    .select(["id", "ruleId", "key", "finding"])
    .where("auditPageId", "=", id)
    .where("resolvedAt", "is", null)
    .execute();
  const gone = open.filter(
    ({ ruleId, key, finding }) =>
      !still.has(`${ruleId}:${key}`) &&
      !broken.has(ruleId) &&
      (audit.outcome === "audited" || Object(finding).group === "fetching"),
  );
  if (gone.length === 0) return;
  const ids = gone.map((each) => each.id);
  await db.updateTable("auditFinding").set({ resolvedAt: at }).where("id", "in", ids).execute();
}

interface News {
  readonly id: string;
  readonly siteId: string;
  readonly at: Date;
  readonly isRegression: boolean;
  readonly found: readonly Merged[];
}

async function keepFound(db: Db, { id, siteId, at, isRegression, found }: News): Promise<void> {
  if (found.length === 0) return;
  const rows = found.map(({ ruleId, key, severity, networks, first }) => ({
    id: uuidv7(),
    siteId,
    auditPageId: id,
    ruleId,
    key,
    severity,
    networks: [...networks],
    finding: writeKept(first),
    isRegression: isRegression && severity !== "info",
    firstSeenAt: at,
    lastSeenAt: at,
  }));
  await db
    .insertInto("auditFinding")
    .values(rows)
    .onConflict((open) =>
      open
        .columns(["auditPageId", "ruleId", "key"])
        .where("resolvedAt", "is", null)
        .doUpdateSet((set) => ({
          severity: set.ref("excluded.severity"),
          networks: set.ref("excluded.networks"),
          finding: set.ref("excluded.finding"),
          lastSeenAt: at,
        })),
    )
    .execute();
}

async function keepReading(db: Db, id: string, { audit, found }: Omit<Change, "id">): Promise<void> {
  const at = new Date(audit.auditedAt);
  const reading = {
    score: audit.score.page === undefined ? null : Math.round(audit.score.page),
    networkScores: JSON.stringify(audit.score.networks),
    findings: namesOf(found),
  };
  await db
    .insertInto("auditReading")
    .values({ auditPageId: id, at, ...reading })
    .onConflict((same) => same.columns(["auditPageId", "at"]).doUpdateSet(reading))
    .execute();
  await db
    .deleteFrom("auditReading")
    .where("auditPageId", "=", id)
    .where("at", "<=", (old) =>
      old
        .selectFrom("auditReading as reading")
        .select("reading.at")
        .where("reading.auditPageId", "=", id)
        .orderBy("reading.at", "desc")
        .offset(maxReadings)
        .limit(1),
    )
    .execute();
}
