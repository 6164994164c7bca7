import { sql } from "kysely";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { AuditedNetwork, PageAuditSummary, Severity } from "./schema.ts";

const columns = [
  "id",
  "siteId",
  "url",
  "title",
  "outcome",
  "auditedAt",
  "score",
  "errors",
  "warnings",
] as const;

export const listPageAudits = operation({
  id: "listPageAudits",
  summary: "List a site's audited pages, worst first; those with a finding of this severity, network or rule",
  http: "GET /sites/:siteId/page-audits",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid(),
    severity: Severity.optional(),
    network: AuditedNetwork.optional(),
    rule: z
      .string()
      .regex(/^[A-Z]{2}\d{2,3}$/, "is no rule's id; see listAuditRules")
      .optional(),
  }),
  output: pageOf(PageAuditSummary),
  async run({ db }, { siteId, limit, after, severity, network, rule }) {
    await checkSite(db, siteId);
    const isFiltered = severity !== undefined || network !== undefined || rule !== undefined;
    const rows = await db
      .selectFrom("auditPage")
      .select(columns)
      .where("siteId", "=", siteId)
      .$if(isFiltered, (query) =>
        query.where("id", "in", (finding) =>
          finding
            .selectFrom("auditFinding")
            .select("auditPageId")
            .where("auditFinding.siteId", "=", siteId)
            .where("resolvedAt", "is", null)
            .$if(severity !== undefined, (some) => some.where("severity", "=", String(severity)))
            .$if(rule !== undefined, (some) => some.where("ruleId", "=", String(rule)))
            .$if(network !== undefined, (some) =>
              some.where(sql<boolean>`networks && array['all', ${String(network)}]`),
            ),
        ),
      )
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(rank, id) > (select last.rank, last.id from audit_page as last where last.id = ${String(after)})`,
        ),
      )
      .orderBy("rank")
      .orderBy("id")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => ({ ...row, outcome: PageAuditSummary.shape.outcome.parse(row.outcome) })),
      limit,
    );
  },
});
