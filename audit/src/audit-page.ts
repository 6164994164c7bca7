import type { Found, ImageSummary, PageAudit, VisitSummary } from "./audit.ts";
import { previewNetworks } from "./networks/index.ts";
import type { NetworkId } from "./networks/network.ts";
import type { Page } from "./page/page.ts";
import { readPage } from "./page/read-page.ts";
import type { Card } from "./preview/card.ts";
import { gatherReadings } from "./preview/gather-readings.ts";
import { rules } from "./rules/index.ts";
import type { Rule, RuleGroup, Subject } from "./rules/rule.ts";
import { scoreFindings } from "./score.ts";
import type { Answer, ImageFacts, Visit, Visitors } from "./visit/visit.ts";

export interface AuditOptions {
  readonly visitors: Visitors;
  /** Whose cards are looked at. Default: the sixteen that are drawn. */
  readonly networks?: readonly NetworkId[] | undefined;
  /** Which groups of rules are asked. Default: all. */
  readonly groups?: readonly RuleGroup[] | undefined;
  readonly now?: (() => Date) | undefined;
}

export const drawnNetworks: readonly NetworkId[] = previewNetworks
  .filter(({ isDrawn }) => isDrawn)
  .map(({ id }) => id);

/**
 * Visits one page as each network's robot does, judges it by every rule and predicts its cards. Never throws for what
 * a page does: what could not be had is said in the audit.
 */
export async function auditPage(url: string, options: AuditOptions): Promise<PageAudit> {
  const { visitors, networks = drawnNetworks, groups, now = () => new Date() } = options;
  const visit = await visitors.visit(url, "samovar");
  const outcome = outcomeOf(visit);
  const page = pageOf(visit);
  const asked = rules.filter(
    ({ group }) => (groups?.includes(group) ?? true) && (outcome === "audited" || group === "fetching"),
  );
  const { findings, broken } = await applyRules(asked, { page, visit, networks, web: visitors });
  const readings =
    outcome === "audited"
      ? await gatherReadings({ page, visit, networks, visitors, postedUrl: url })
      : undefined;
  const cards = readings ? predictAll(networks, readings.byNetwork) : [];
  return {
    url,
    auditedAt: now().toISOString(),
    outcome,
    visit: summaryOf(visit),
    title: page.title?.text.trim(),
    lang: page.lang,
    findings,
    broken,
    score: outcome === "audited" ? scoreFindings(findings, networks) : unjudged,
    cards,
    images: [...(readings?.images.values() ?? [])].map(toImageSummary),
    linksTo: linksOf(page),
    canonical: page.links.find(({ rel }) => rel.includes("canonical"))?.url,
  };
}

/** Judges a document alone, by the rules that need no visit. Pure. */
export async function judgeDocument(
  answer: Parameters<typeof readPage>[0],
  networks: readonly NetworkId[] = drawnNetworks,
): Promise<{ readonly page: Page; readonly findings: readonly Found[] }> {
  const page = readPage(answer);
  const visit: Visit = { asked: answer.url, as: "samovar", hops: [], answer: undefined, failure: undefined };
  const { findings } = await applyRules(rules, { page, visit, networks, web: undefined });
  return { page, findings };
}

interface Judged {
  readonly findings: readonly Found[];
  readonly broken: PageAudit["broken"];
}

/** A rule that breaks is told, and takes nothing from the others. */
async function applyRules(asked: readonly Rule[], subject: Subject): Promise<Judged> {
  const judged = await Promise.all(
    asked.filter((rule) => isAsked(rule, subject)).map((rule) => applyRule(rule, subject)),
  );
  return {
    findings: judged.flatMap(({ findings }) => findings),
    broken: judged.flatMap(({ broken }) => broken),
  };
}

async function applyRule(rule: Rule, subject: Subject): Promise<Judged> {
  try {
    const findings = await rule.check(subject);
    return {
      findings: findings.map((each) => ({ ...each, ruleId: rule.id, group: rule.group })),
      broken: [],
    };
  } catch (error) {
    return { findings: [], broken: [{ ruleId: rule.id, message: String(error) }] };
  }
}

function isAsked({ reach, networks }: Rule, subject: Subject): boolean {
  if (reach === "web" && !subject.web) return false;
  return typeof networks === "string" || networks.some((id) => subject.networks.includes(id));
}

function predictAll(
  networks: readonly NetworkId[],
  readings: Awaited<ReturnType<typeof gatherReadings>>["byNetwork"],
): Card[] {
  return previewNetworks.flatMap(({ id, predict }) => {
    const reading = networks.includes(id) ? readings.get(id) : undefined;
    return reading ? [predict(reading)] : [];
  });
}

const unjudged = { page: undefined, networks: {}, groups: {} };

function outcomeOf({ answer, failure }: Visit): PageAudit["outcome"] {
  if (!answer) return failure?.kind === "refused-address" ? "forbidden" : "unreachable";
  if (answer.status >= 400) return "unreachable";
  return isHtml(answer) ? "audited" : "not-html";
}

/** A page without a Content-Type is read as browsers read it: by its first bytes, which begin with a tag. */
function isHtml({ headers, body }: Answer): boolean {
  const type = headers.get("content-type");
  if (type !== undefined) return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type);
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(body.subarray(0, 200)));
}

function pageOf({ asked, answer }: Visit): Page {
  return readPage({
    url: answer?.url ?? asked,
    body: answer?.body ?? new Uint8Array(),
    contentType: answer?.headers.get("content-type"),
    isTruncated: answer?.isTruncated ?? false,
  });
}

function summaryOf({ asked, answer, hops, failure }: Visit): VisitSummary {
  return {
    status: answer?.status,
    finalUrl: answer?.url ?? hops.at(-1)?.url ?? asked,
    hops: Math.max(0, hops.length - 1),
    byteLength: answer?.body.byteLength ?? 0,
    firstByteMs: answer && Math.round(answer.firstByteMs),
    failure,
    retryAfter: answer?.headers.get("retry-after"),
  };
}

const toImageSummary = ({ url, type, byteLength, width, height }: ImageFacts): ImageSummary => ({
  url,
  type,
  byteLength,
  width,
  height,
});

/** Where a crawl may go on: the page's own site, without what the page itself asks not to follow. */
function linksOf(page: Page): string[] {
  const here = URL.parse(page.url)?.origin;
  const found = new Set<string>();
  for (const { url, rel } of page.anchors) {
    const target = url !== undefined && !rel.includes("nofollow") ? URL.parse(url) : null;
    if (target?.origin !== here || !target) continue;
    target.hash = "";
    found.add(target.href);
  }
  return [...found];
}
