import {
  type Card,
  cardStyles,
  drawCard,
  type Found,
  type Language,
  type PageAudit,
  previewNetwork,
  sayNote,
} from "@samovar/audit";
import type { Db } from "#src/platform/database/database.ts";
import { bySeverity } from "./merge-findings.ts";
import { countOf } from "./keep-audit.ts";
import { wordsOf } from "./rule-words.ts";
import type { AuditFinding, AuditScore, PageAuditView, PreviewCard } from "./schema.ts";

/** What is known of a page beside its audit, where it is kept. */
export interface Place {
  readonly id: string;
  readonly siteId: string;
  readonly firstSeenAt: ReadonlyMap<string, Date>;
  readonly readings: readonly { readonly at: Date; readonly score: number | null }[];
}

/** The audit as callers see it: findings in words, cards drawn. Pure. */
export function viewAudit(audit: PageAudit, language: Language, place: Place | undefined): PageAuditView {
  return {
    id: place?.id ?? null,
    siteId: place?.siteId ?? null,
    url: audit.url,
    title: audit.title ?? null,
    outcome: audit.outcome,
    auditedAt: new Date(audit.auditedAt),
    score: viewScore(audit.score),
    errors: countOf(audit.findings, "error"),
    warnings: countOf(audit.findings, "warning"),
    lang: audit.lang ?? null,
    canonical: audit.canonical ?? null,
    visit: viewVisit(audit.visit),
    findings: audit.findings
      .toSorted(bySeverity)
      .flatMap((found) => viewFinding(found, place?.firstSeenAt.get(`${found.ruleId}:${found.key}`))),
    cards: audit.cards.map((card) => viewCard(card, language)),
    cardStyles,
    images: audit.images.map(viewImage),
    broken: audit.broken.map((each) => ({ ...each })),
    readings: (place?.readings ?? []).map((each) => ({ ...each })),
  };
}

const viewVisit = (visit: PageAudit["visit"]): PageAuditView["visit"] => ({
  status: visit.status ?? null,
  finalUrl: visit.finalUrl,
  hops: visit.hops,
  byteLength: visit.byteLength,
  firstByteMs: visit.firstByteMs ?? null,
  failure: visit.failure ? { ...visit.failure } : null,
});

const viewImage = ({ url, type, byteLength, width, height }: PageAudit["images"][number]) => ({
  url,
  type: type ?? null,
  byteLength,
  width: width ?? null,
  height: height ?? null,
});

export const viewScore = ({ page, networks, groups }: PageAudit["score"]): AuditScore => ({
  page: page ?? null,
  networks: { ...networks },
  groups: { ...groups },
});

/** In both languages; nothing for a rule that is asked no more. */
function viewFinding(found: Found, firstSeenAt: Date | undefined): AuditFinding[] {
  const words = wordsOf(found);
  if (!words) return [];
  const { ruleId, key, severity, networks, excerpt, line, paste, repair } = found;
  return [
    {
      ...words,
      ruleId,
      key,
      severity,
      networks: typeof networks === "string" ? networks : [...networks],
      excerpt: excerpt ?? null,
      line: line ?? null,
      paste: paste ?? null,
      repair: repair ?? null,
      firstSeenAt: firstSeenAt ?? null,
    },
  ];
}

function viewCard(card: Card, language: Language): PreviewCard {
  const text = (field: Card["title"]) =>
    field
      ? { shown: field.shown, whole: field.whole, from: field.from, why: sayNote(field.why, language) }
      : null;
  return {
    network: card.network,
    name: previewNetwork(card.network).name,
    layout: card.layout,
    title: text(card.title),
    description: text(card.description),
    siteName: text(card.siteName),
    author: text(card.author),
    image: card.image
      ? {
          url: card.image.url,
          alt: card.image.alt ?? null,
          from: card.image.from,
          why: sayNote(card.image.why, language),
        }
      : null,
    domain: card.domain,
    notes: card.notes.map((note) => sayNote(note, language)),
    html: {
      light: drawCard(card, { theme: "light", language }),
      dark: drawCard(card, { theme: "dark", language }),
    },
  };
}

/** What is kept of the page beside its latest audit. */
export async function readPlace(db: Db, page: Pick<Place, "id" | "siteId">): Promise<Place> {
  const open = await db
    .selectFrom("auditFinding")
    .select(["ruleId", "key", "firstSeenAt"])
    .where("auditPageId", "=", page.id)
    .where("resolvedAt", "is", null)
    .execute();
  const readings = await db
    .selectFrom("auditReading")
    .select(["at", "score"])
    .where("auditPageId", "=", page.id)
    .orderBy("at")
    .execute();
  const firstSeenAt = new Map(open.map(({ ruleId, key, ...row }) => [`${ruleId}:${key}`, row.firstSeenAt]));
  return { ...page, firstSeenAt, readings };
}
