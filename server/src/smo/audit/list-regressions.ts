import type { Found } from "@samovar/audit";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { wordsOf } from "./rule-words.ts";
import { Concerned, Regression, Severity } from "./schema.ts";

export const listRegressions = operation({
  id: "listRegressions",
  summary: "List what got worse on a site's pages, and since when; newest first",
  http: "GET /sites/:siteId/regressions",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid(),
    state: z.enum(["open", "resolved"]).optional().describe("Default: both"),
  }),
  output: pageOf(Regression),
  async run({ db }, { siteId, ...asked }) {
    await checkSite(db, siteId);
    const { limit } = asked;
    const { items, next } = cutPage(await readRows(db, siteId, asked), limit);
    return { items: items.flatMap(viewRegression), next };
  },
});

interface Asked {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly state?: "open" | "resolved" | undefined;
}

/** The newest that are open. */
export async function newestRegressions(db: Db, siteId: string, limit: number): Promise<Regression[]> {
  return (await readRows(db, siteId, { limit: limit - 1, state: "open" })).flatMap(viewRegression);
}

/** One more than asked for, so that it shows whether there is a next page. */
function readRows(db: Db, siteId: string, { limit, after, state }: Asked) {
  return db
    .selectFrom("auditFinding as finding")
    .innerJoin("auditPage as page", "page.id", "finding.auditPageId")
    .select(["finding.id", "finding.auditPageId", "page.url", "finding.ruleId", "finding.key"])
    .select(["finding.severity", "finding.networks", "finding.finding"])
    .select(["finding.firstSeenAt", "finding.lastSeenAt", "finding.resolvedAt"])
    .where("finding.siteId", "=", siteId)
    .where("finding.isRegression", "=", true)
    .$if(state === "open", (query) => query.where("finding.resolvedAt", "is", null))
    .$if(state === "resolved", (query) => query.where("finding.resolvedAt", "is not", null))
    .$if(after !== undefined, (query) => query.where("finding.id", "<", String(after)))
    .orderBy("finding.id", "desc")
    .limit(limit + 1)
    .execute();
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Nothing for a rule that is asked no more. */
function viewRegression({ auditPageId, networks, severity, finding, ...row }: Row): Regression[] {
  const words = wordsOf(storedFinding(finding));
  if (!words) return [];
  const { title, what, remedy } = words;
  const concerned = networks.length === 1 && /^(all|none)$/.test(networks[0] ?? "") ? networks[0] : networks;
  return [
    {
      ...row,
      pageAuditId: auditPageId,
      severity: Severity.parse(severity),
      networks: Concerned.parse(concerned),
      title,
      what,
      remedy,
    },
  ];
}

const Stored = z.looseObject({
  ruleId: z.string(),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

const storedFinding = (finding: unknown): Pick<Found, "ruleId" | "key" | "values"> => Stored.parse(finding);
