import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { newestRegressions } from "./list-regressions.ts";
import { findRule } from "./rule-words.ts";
import { findCurrent, findLatest, viewRun } from "./run-view.ts";
import { readSchedule } from "./schedule.ts";
import { AuditScore, Severity, SiteAudit } from "./schema.ts";

const maxTrend = 100;
const maxRules = 30;
const maxRegressions = 10;

export const getSiteAudit = operation({
  id: "getSiteAudit",
  summary: "Show how ready a site is for the networks: its score now and over time, and what to mend first",
  http: "GET /sites/:siteId/audit",
  access: "read",
  input: z.object({ siteId: z.uuid() }),
  output: SiteAudit,
  async run({ db }, { siteId }) {
    await checkSite(db, siteId);
    const latest = await findLatest(db, siteId);
    return {
      siteId,
      schedule: await readSchedule(db, siteId),
      current: await findCurrent(db, siteId),
      latest: latest ? viewRun(latest) : null,
      score: {
        page: latest?.score ?? null,
        networks: Networks.parse(latest?.networkScores ?? {}),
        groups: Groups.parse(latest?.groupScores ?? {}),
      },
      trend: await readTrend(db, siteId),
      counts: await readCounts(db, siteId),
      rules: await readRules(db, siteId),
      regressions: await newestRegressions(db, siteId, maxRegressions),
    };
  },
});

const { networks: Networks, groups: Groups } = AuditScore.shape;

async function readTrend(db: Db, siteId: string) {
  const runs = await db
    .selectFrom("auditRun")
    .select(["endedAt", "score", "networkScores"])
    .where("siteId", "=", siteId)
    .where("endedAt", "is not", null)
    .where("pagesDone", ">", 0)
    .orderBy("id", "desc")
    .limit(maxTrend)
    .execute();
  return runs
    .toReversed()
    .flatMap(({ endedAt, score, networkScores }) =>
      endedAt === null ? [] : [{ at: endedAt, score, networks: Networks.parse(networkScores ?? {}) }],
    );
}

async function readCounts(db: Db, siteId: string) {
  const pages = await db
    .selectFrom("auditPage")
    .select((page) => [
      page.fn.countAll<string>().as("all"),
      page.fn.countAll<string>().filterWhere("errors", ">", 0).as("withErrors"),
    ])
    .where("siteId", "=", siteId)
    .executeTakeFirstOrThrow();
  const open = await db
    .selectFrom("auditFinding")
    .select((finding) => [
      "severity",
      finding.fn.countAll<string>().as("count"),
      finding.fn.countAll<string>().filterWhere("isRegression", "=", true).as("regressions"),
    ])
    .where("siteId", "=", siteId)
    .where("resolvedAt", "is", null)
    .groupBy("severity")
    .execute();
  const countOf = (severity: string) => Number(open.find((each) => each.severity === severity)?.count ?? 0);
  return {
    pages: Number(pages.all),
    pagesWithErrors: Number(pages.withErrors),
    findings: { errors: countOf("error"), warnings: countOf("warning"), infos: countOf("info") },
    regressions: open.reduce((sum, { regressions }) => sum + Number(regressions), 0),
  };
}

/** What to mend first: errors before warnings, then by how many pages it would help. */
async function readRules(db: Db, siteId: string) {
  const rows = await db
    .selectFrom("auditFinding")
    .select((finding) => [
      "ruleId",
      "severity",
      finding.fn.count<string>("auditPageId").distinct().as("pages"),
    ])
    .where("siteId", "=", siteId)
    .where("resolvedAt", "is", null)
    .groupBy(["ruleId", "severity"])
    .orderBy((finding) =>
      finding
        .case()
        .when("severity", "=", "error")
        .then(0)
        .when("severity", "=", "warning")
        .then(1)
        .else(2)
        .end(),
    )
    .orderBy("pages", "desc")
    .orderBy("ruleId")
    .limit(maxRules)
    .execute();
  return rows.flatMap(({ ruleId, severity, pages }) => {
    const rule = findRule(ruleId);
    if (!rule) return [];
    const { title, group } = rule;
    return [{ ruleId, severity: Severity.parse(severity), pages: Number(pages), title: { ...title }, group }];
  });
}
