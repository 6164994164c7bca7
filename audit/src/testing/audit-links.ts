import type { PageAudit, VisitSummary } from "../audit.ts";
import type { Answer, Visit, Visitors } from "../visit/visit.ts";

/** An audit that looks at nothing but the page's links: cheap enough for crawls of many pages. */
export async function auditLinks(url: string, visitors: Pick<Visitors, "visit">): Promise<PageAudit> {
  const visit = await visitors.visit(url, "samovar");
  const { answer } = visit;
  return {
    url,
    auditedAt: "2026-11-24T12:00:00.000Z",
    outcome: answer?.status === 200 ? "audited" : "unreachable",
    visit: summaryOf(visit),
    title: undefined,
    lang: undefined,
    findings: [],
    broken: [],
    score: { page: undefined, networks: {}, groups: {} },
    cards: [],
    images: [],
    linksTo: answer ? linksIn(answer) : [],
    canonical: undefined,
  };
}

const summaryOf = ({ asked, answer, failure, hops }: Visit): VisitSummary => ({
  status: answer?.status,
  finalUrl: answer?.url ?? asked,
  hops: hops.length,
  byteLength: answer?.body.byteLength ?? 0,
  firstByteMs: answer?.firstByteMs,
  failure,
  retryAfter: answer?.headers.get("retry-after"),
});

function linksIn({ url, body }: Answer): string[] {
  const { origin } = new URL(url);
  return [...new TextDecoder().decode(body).matchAll(/<a href="([^"]*)"/g)].flatMap(([, href = ""]) => {
    const link = URL.parse(href, url);
    return link?.origin === origin ? [link.href] : [];
  });
}
