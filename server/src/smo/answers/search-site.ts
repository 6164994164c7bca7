import type { Db } from "#src/platform/database/database.ts";
import type { TtlCache } from "#src/platform/ttl-cache.ts";
import { type Candidate, findCandidates, passageOf } from "./find-candidates.ts";
import { createMarker, type Marker } from "./mark-words.ts";
import { type AnalysedPassage, analysePassage } from "./ranking/analyse.ts";
import { answerQuery } from "./ranking/answer-query.ts";
import { readQuery } from "./ranking/read-query.ts";
import type { FoundAnswer } from "./schema.ts";
import { lexiconOf } from "./site-words.ts";
import { linkToText } from "./text-fragment.ts";

export interface SiteSearch {
  readonly corrected: string | null;
  readonly isFound: boolean;
  readonly answers: readonly (FoundAnswer & { readonly score: number; readonly held: number })[];
}

/** What passages are analysed to; by id, for a passage that changes gets another. */
export type AnalysedPassages = TtlCache<AnalysedPassage>;

interface Searched {
  readonly siteId: string;
  readonly query: string;
  readonly limit: number;
  /** Where the site's FAQ can be read. */
  readonly faqUrl: string;
}

/** Of one page or entry no more than that. */
const maxOfSource = 2;
const excerptLength = 320;
/** The answer to a question is shown whole, unless it is long. */
const wholeLength = 1000;
/** Behind the best, what is so much weaker is no answer any more. */
const leastShare = 0.35;

/** Finds the passages of a site that answer a query. Reads at most 200 of them, whatever the site's size. */
export async function searchSite(
  db: Db,
  { siteId, query, limit, faqUrl }: Searched,
  analysed: AnalysedPassages,
): Promise<SiteSearch> {
  const read = await readQuery(query, lexiconOf(db, siteId));
  const candidates = await findCandidates(db, siteId, read);
  const bank = await readBank(db, siteId);
  const passages = candidates.map((candidate) => analyse(candidate, analysed));
  const { ranked, corrected, stems, isFound } = answerQuery(read, passages, bank);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const marker = createMarker(stems);
  const best = ranked[0]?.score ?? 0;
  const taken = new Map<string, number>();
  const answers = ranked
    .filter(({ score }) => score > 0 && score >= best * leastShare)
    .flatMap(({ id, score, held }) => {
      const candidate = byId.get(id);
      const before = taken.get(candidate?.sourceId ?? "") ?? 0;
      if (!candidate || before >= maxOfSource) return [];
      taken.set(candidate.sourceId, before + 1);
      return [{ ...answerOf(candidate, marker, faqUrl), score, held }];
    });
  return { corrected: corrected ?? null, isFound, answers: answers.slice(0, limit) };
}

function analyse(candidate: Candidate, analysed: AnalysedPassages): AnalysedPassage {
  const known = analysed.get(candidate.id);
  if (known) return known;
  const fresh = analysePassage(passageOf(candidate));
  analysed.set(candidate.id, fresh);
  return fresh;
}

async function readBank(db: Db, siteId: string) {
  const row = await db
    .selectFrom("answerBank")
    .select(["passages", "titleWords", "textWords"])
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  const passages = Math.max(1, row?.passages ?? 0);
  return {
    passages,
    averageTitle: Math.max(1, Number(row?.titleWords ?? 0) / passages),
    averageText: Math.max(1, Number(row?.textWords ?? 0) / passages),
  };
}

function answerOf(candidate: Candidate, { mark, excerpt }: Marker, faqUrl: string): FoundAnswer {
  const { id, kind, title, heading, text, isPinned } = candidate;
  const excerpted = excerpt(text, kind === "faq" ? wholeLength : excerptLength);
  const url = linkOf(candidate, faqUrl);
  return {
    id,
    kind,
    title,
    heading,
    html: mark(excerpted),
    titleHtml: mark(title),
    url: kind === "page" ? linkToText(url, excerpted) : url,
    isPinned,
  };
}

/** An entry of the FAQ has its place on the FAQ's page; everything else has an address of its own. */
export const linkOf = ({ kind, url }: Pick<Candidate, "kind" | "url">, faqUrl: string): string =>
  kind === "faq" ? `${faqUrl}${url}` : url;
