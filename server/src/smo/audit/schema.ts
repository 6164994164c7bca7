import { type NetworkId, networkIds, type RuleGroup as Group } from "@samovar/audit";
import { z } from "zod";
import { Instant } from "#src/platform/operation/values.ts";

/** A network that the audit looks at a page for. */
export const AuditedNetwork = z.enum(networkIds);
export const Severity = z.enum(["error", "warning", "info"]);
export const Grade = z.enum(["A", "A†", "B", "C"]);

const groups = [
  "fetching",
  "placement",
  "identity",
  "text",
  "image",
  "extras",
  "spreading",
  "reading",
  "staying",
  "speed",
  "relevance",
] as const satisfies readonly Group[];
export const RuleGroup = z.enum(groups);

export const InLanguages = z.object({ en: z.string(), ru: z.string() });
export const Language = z.enum(["en", "ru"]);

/** Whose cards suffer: names, or all, or none (then it is about the page's readers). */
export const Concerned = z.union([z.literal("all"), z.literal("none"), z.array(AuditedNetwork)]);

const Points = z.number().min(0).max(100);

/** 0 to 100; null where nothing could be judged. */
export const AuditScore = z
  .object({
    page: Points.nullable(),
    networks: z.partialRecord(AuditedNetwork, Points),
    groups: z.partialRecord(RuleGroup, Points),
  })
  .meta({ id: "AuditScore" });
export type AuditScore = z.output<typeof AuditScore>;

export const AuditFinding = z
  .object({
    ruleId: z.string().describe("As in LP02: see listAuditRules"),
    group: RuleGroup,
    key: z.string().describe("Which of the rule's sentences it is"),
    severity: Severity,
    networks: Concerned,
    grade: Grade.describe("How well the rule is founded; C never makes an error"),
    title: InLanguages,
    what: InLanguages,
    remedy: InLanguages,
    excerpt: z.string().nullable().describe("The tag or line that is meant"),
    line: z.int().nullable(),
    paste: z.string().nullable().describe("The very thing to put into the page"),
    repair: z.enum(["tags", "card-image"]).nullable().describe("What Samovar itself can mend"),
    firstSeenAt: Instant.nullable().describe("Since when the page has it; null for a page that is not kept"),
  })
  .meta({ id: "AuditFinding" });
export type AuditFinding = z.output<typeof AuditFinding>;

const CardText = z
  .object({
    shown: z.string().describe("As shown, cut"),
    whole: z.string(),
    from: z.string().describe("The tag it came from"),
    why: z.string().describe("Why that one, in the language asked for"),
  })
  .nullable();

export const PreviewCard = z
  .object({
    network: AuditedNetwork,
    name: z.string(),
    layout: z.enum(["none", "text", "small", "large", "pin"]),
    title: CardText,
    description: CardText,
    siteName: CardText,
    author: CardText,
    image: z
      .object({ url: z.string(), alt: z.string().nullable(), from: z.string(), why: z.string() })
      .nullable(),
    domain: z.string(),
    notes: z.array(z.string()).describe("Why there is no card or no picture, in the language asked for"),
    html: z
      .object({ light: z.string(), dark: z.string() })
      .describe("The card drawn; it needs `cardStyles` once on the page"),
  })
  .meta({ id: "PreviewCard" });
export type PreviewCard = z.output<typeof PreviewCard>;

const Counts = { errors: z.int().min(0), warnings: z.int().min(0) };

export const PageAuditSummary = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    url: z.string(),
    title: z.string().nullable(),
    outcome: z.enum(["audited", "unreachable", "not-html", "forbidden"]),
    auditedAt: Instant,
    score: Points.nullable(),
    ...Counts,
  })
  .meta({ id: "PageAuditSummary" });

export const PageAuditView = PageAuditSummary.extend({
  id: z.uuid().nullable().describe("Null for a page of no site of yours: it is not kept"),
  siteId: z.uuid().nullable(),
  score: AuditScore,
  lang: z.string().nullable(),
  canonical: z.string().nullable(),
  visit: z.object({
    status: z.int().nullable(),
    finalUrl: z.string(),
    hops: z.int(),
    byteLength: z.int(),
    firstByteMs: z.number().nullable(),
    failure: z.object({ kind: z.string(), message: z.string() }).nullable(),
  }),
  findings: z.array(AuditFinding).describe("Worst first"),
  cards: z.array(PreviewCard),
  cardStyles: z.string().describe("CSS for the cards' HTML"),
  images: z.array(
    z.object({
      url: z.string(),
      type: z.string().nullable(),
      byteLength: z.int(),
      width: z.int().nullable(),
      height: z.int().nullable(),
    }),
  ),
  broken: z
    .array(z.object({ ruleId: z.string(), message: z.string() }))
    .describe("Rules that could not be asked"),
  readings: z
    .array(z.object({ at: Instant, score: Points.nullable() }))
    .describe("The page's score over time, oldest first; at most a hundred"),
}).meta({ id: "PageAudit" });
export type PageAuditView = z.output<typeof PageAuditView>;

export const defaultMaxPages = 200;
export const MaxPages = z.int().min(1).max(5000, "is more than 5,000 pages");

export const AuditSchedule = z
  .object({
    every: z.enum(["off", "daily", "weekly"]),
    maxPages: MaxPages.describe("How many pages of the site are audited"),
  })
  .meta({ id: "AuditSchedule" });
export type AuditSchedule = z.output<typeof AuditSchedule>;

export const AuditRun = z
  .object({
    id: z.uuid(),
    siteId: z.uuid(),
    state: z.enum(["running", "done", "stopped", "failed"]),
    startedAt: Instant,
    startedBy: z.string(),
    endedAt: Instant.nullable(),
    endedBy: z.string().nullable().describe("Who stopped it"),
    failure: z.string().nullable(),
    pagesDone: z.int(),
    pagesKnown: z
      .int()
      .describe("How many there are to do as far as is known; links add to it up to maxPages"),
    maxPages: z.int(),
    score: Points.nullable(),
    errors: z.int().nullable(),
    warnings: z.int().nullable(),
  })
  .meta({ id: "AuditRun" });
export type AuditRun = z.output<typeof AuditRun>;

export const Regression = z
  .object({
    id: z.uuid(),
    pageAuditId: z.uuid(),
    url: z.string(),
    ruleId: z.string(),
    key: z.string(),
    severity: Severity,
    networks: Concerned,
    title: InLanguages,
    what: InLanguages,
    remedy: InLanguages,
    firstSeenAt: Instant.describe("The audit before did not find it"),
    lastSeenAt: Instant,
    resolvedAt: Instant.nullable(),
  })
  .meta({ id: "AuditRegression" });
export type Regression = z.output<typeof Regression>;

export const SiteAudit = z
  .object({
    siteId: z.uuid(),
    schedule: AuditSchedule,
    current: AuditRun.nullable().describe("The audit that is under way"),
    latest: AuditRun.nullable().describe("The last one that ended"),
    score: AuditScore.describe("Of the last audit that ended"),
    trend: z
      .array(z.object({ at: Instant, score: Points.nullable(), networks: AuditScore.shape.networks }))
      .describe("Oldest first, at most a hundred audits"),
    counts: z.object({
      pages: z.int(),
      pagesWithErrors: z.int(),
      findings: z.object({ errors: z.int(), warnings: z.int(), infos: z.int() }),
      regressions: z.int(),
    }),
    rules: z
      .array(
        z.object({
          ruleId: z.string(),
          severity: Severity,
          pages: z.int(),
          title: InLanguages,
          group: RuleGroup,
        }),
      )
      .describe("What is wrong now, by how many pages have it: what to mend first"),
    regressions: z.array(Regression).describe("The newest ten that are open: see listRegressions"),
  })
  .meta({ id: "SiteAudit" });

export const AuditRule = z
  .object({
    id: z.string(),
    group: RuleGroup,
    title: InLanguages,
    why: InLanguages,
    severity: Severity.describe("The worst that a finding of it may be"),
    networks: Concerned,
    grade: Grade,
    source: z.string(),
  })
  .meta({ id: "AuditRule" });

/** The networks' ids as the audit knows them, of what is stored as text. */
export const knownNetwork = (id: string): NetworkId | undefined => AuditedNetwork.safeParse(id).data;
