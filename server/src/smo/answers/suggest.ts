import { sql } from "kysely";
import type { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { findCandidates } from "./find-candidates.ts";
import { lexemeOf, titleOf } from "./keep-passages.ts";
import { readQuery } from "./ranking/read-query.ts";
import { AnswerKind, type Suggestions } from "./schema.ts";
import { linkOf } from "./search-site.ts";
import { lexiconOf } from "./site-words.ts";
import { splitWords } from "./words/split-words.ts";
import { stem } from "./words/stem.ts";

const maxShown = 6;
const leastLetters = 2;

interface About {
  readonly siteId: string;
  readonly query: string;
  readonly faqUrl: string;
}

interface Titled {
  readonly kind: string;
  readonly title: string;
  readonly heading: string | null;
  readonly url: string;
}

/** What somebody who is still typing may mean: titles and questions whose words begin so, each once. */
export async function suggestFor(
  db: Db,
  { siteId, query, faqUrl }: About,
): Promise<z.output<typeof Suggestions>> {
  const words = splitWords(query).map((word) => word.text);
  if (words.join("").length < leastLetters) return { suggestions: [] };
  const begun = await findBegun(db, siteId, words);
  const titled = begun.length > 0 ? begun : await findMeant(db, siteId, query);
  const suggestions = titled.map((one) => ({
    text: one.heading ?? one.title,
    url: linkOf({ ...one, kind: AnswerKind.parse(one.kind) }, faqUrl),
    kind: AnswerKind.parse(one.kind),
  }));
  const different = new Map(suggestions.map((one) => [one.text.toLowerCase(), one]));
  return { suggestions: [...different.values()].slice(0, maxShown) };
}

/** The last word is not at its end yet: its beginning is looked up, the others are whole. In titles alone. */
async function findBegun(db: Db, siteId: string, words: readonly string[]): Promise<readonly Titled[]> {
  const last = words.at(-1) ?? "";
  const whole = words.slice(0, -1).map((word) => `'${lexemeOf(stem(word))}':A`);
  const beginning = lexemeOf(last);
  const stemmed = lexemeOf(stem(last));
  const begun = stemmed === beginning ? `'${beginning}':*A` : `('${beginning}':*A | '${stemmed}':A)`;
  const { rows } = await sql<Titled>`
    with query as (select to_tsquery('simple', ${[...whole, begun].join(" & ")}) as words),
    hit as (
      select passage_id from answer_lexeme as lexeme, query
      where lexeme.site_id = ${siteId} and lexeme.words @@ query.words limit 200
    )
    select kind, title, heading, url from hit join answer_passage on id = passage_id and site_id = ${siteId}
    order by is_pinned desc, kind = 'faq' desc, length(coalesce(heading, title)), id limit 30`.execute(db);
  return rows;
}

/** Nothing begins so: perhaps it is mistyped, or typed in another layout. */
async function findMeant(db: Db, siteId: string, query: string): Promise<readonly Titled[]> {
  const read = await readQuery(query, lexiconOf(db, siteId));
  if (!read.meant) return [];
  const wanted = new Set(read.meant.stems);
  const candidates = await findCandidates(db, siteId, { ...read, stems: read.meant.stems });
  return candidates.filter((one) => splitWords(titleOf(one)).some((word) => wanted.has(stem(word.text))));
}
