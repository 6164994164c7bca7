import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import { bindingWords } from "./words/binding-words.ts";
import { stem } from "./words/stem.ts";
import { lexemeOf, titleOf } from "./keep-passages.ts";
import type { ReadQuery } from "./ranking/read-query.ts";
import type { AnswerKind } from "./schema.ts";

export interface Candidate {
  readonly id: string;
  readonly kind: AnswerKind;
  readonly sourceId: string;
  readonly title: string;
  readonly heading: string | null;
  readonly url: string;
  readonly text: string;
  readonly isPinned: boolean;
}

/** So many passages are weighed one by one. */
const maxCandidates = 200;
/** Words are taken in, the rarest first, until so many passages hold one of them: Postgres orders no more than that. */
const maxHits = 3000;

const bindingStems: ReadonlySet<string> = new Set([...bindingWords].map(stem));

/** Passages that hold words of a query, by Postgres's full-text search: those with most of its rarer words first. */
export async function findCandidates(
  db: Db,
  siteId: string,
  { stems, meant, counts }: ReadQuery,
): Promise<Candidate[]> {
  const words = wordsToLookUp([...stems, ...(meant?.stems ?? [])], counts);
  if (words.length === 0) return [];
  const { rows } = await sql<Candidate>`
    with query as (select to_tsquery('simple', ${words.map(quoteLexeme).join(" | ")}) as words),
    hit as (
      select passage_id, ts_rank('{0.1, 0.2, 0.4, 1.0}', lexeme.words, query.words) as rank
      from answer_lexeme as lexeme, query
      where lexeme.site_id = ${siteId} and lexeme.words @@ query.words
      order by rank desc, passage_id limit ${maxCandidates}
    )
    select id, kind, source_id as "sourceId", title, heading, url, text, is_pinned as "isPinned"
    from hit join answer_passage on id = passage_id and site_id = ${siteId}
    order by rank desc, id`.execute(db);
  return rows;
}

const quoteLexeme = (name: string): string => `'${lexemeOf(name)}'`;

function wordsToLookUp(stems: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const known = [...new Set(stems)].filter((each) => counts.has(each));
  const telling = known.filter((each) => !bindingStems.has(each));
  const byRarity = (telling.length > 0 ? telling : known).toSorted(
    (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0),
  );
  let hits = 0;
  return byRarity.filter((each, at) => {
    hits += counts.get(each) ?? 0;
    return at === 0 || hits <= maxHits;
  });
}

export const passageOf = (candidate: Candidate) => ({
  id: candidate.id,
  title: titleOf(candidate),
  text: candidate.text,
});
