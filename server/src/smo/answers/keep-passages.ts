import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import { stemsOf } from "./ranking/analyse.ts";
import type { AnswerKind } from "./schema.ts";
import { splitWords } from "./words/split-words.ts";
import { stem } from "./words/stem.ts";

export interface NewPassage {
  readonly title: string;
  readonly heading: string | null;
  readonly url: string;
  readonly text: string;
  readonly isPinned: boolean;
}

export interface Source {
  readonly siteId: string;
  readonly kind: AnswerKind;
  /** Of the page, the FAQ entry or the comment. */
  readonly sourceId: string;
}

/** What the ranking takes for a passage's title. */
export const titleOf = ({ title, heading }: Pick<NewPassage, "title" | "heading">): string =>
  heading === null ? title : `${heading} ${title}`;

/**
 * Keeps what is found of one page, entry or comment, in the place of what was. The counts of the site's words follow;
 * what is the same as before costs a look. None: it is not found any more.
 */
export async function keepPassages(db: Db, source: Source, passages: readonly NewPassage[]): Promise<void> {
  const { siteId, kind, sourceId } = source;
  await holdBank(db, siteId);
  const before = await db
    .selectFrom("answerPassage")
    .select(["title", "heading", "url", "text", "isPinned"])
    .where("siteId", "=", siteId)
    .where("sourceId", "=", sourceId)
    .orderBy("position")
    .execute();
  if (isSame(before, passages)) return;
  await db
    .deleteFrom("answerPassage")
    .where("siteId", "=", siteId)
    .where("sourceId", "=", sourceId)
    .execute();
  const rows = passages.map((passage, position) => ({
    ...passage,
    id: uuidv7(),
    siteId,
    kind,
    sourceId,
    position,
  }));
  if (rows.length > 0) {
    await db.insertInto("answerPassage").values(rows).execute();
    await insertLexemes(db, siteId, rows);
  }
  await changeCounts(db, siteId, { before, after: passages });
}

/** One at a time changes the passages of a site: two that count the same words would wait for each other. */
async function holdBank(db: Db, siteId: string): Promise<void> {
  await db
    .insertInto("answerBank")
    .values({ siteId })
    .onConflict((known) => known.column("siteId").doNothing())
    .execute();
  await db.selectFrom("answerBank").select("siteId").where("siteId", "=", siteId).forUpdate().execute();
}

function isSame(before: readonly NewPassage[], after: readonly NewPassage[]): boolean {
  const spell = (all: readonly NewPassage[]) =>
    JSON.stringify(all.map((one) => [one.title, one.heading, one.url, one.text, one.isPinned]));
  return spell(before) === spell(after);
}

/**
 * The stems are ours, Snowball's as Postgres's own are: it would leave out binding words, and then nobody who asks
 * «о нас» would be answered.
 */
async function insertLexemes(
  db: Db,
  siteId: string,
  rows: readonly (NewPassage & { readonly id: string })[],
): Promise<void> {
  const titles = rows.map((row) => lexemesOf(titleOf(row)));
  const texts = rows.map((row) => lexemesOf(row.text));
  await sql`
    insert into answer_lexeme (passage_id, site_id, words)
    select id, ${siteId}::uuid,
      setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', text), 'D')
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${titles}::text[], ${texts}::text[]) as new (id, title, text)
  `.execute(db);
}

const lexemesOf = (text: string): string => stemsOf(text).map(lexemeOf).join(" ");

/** A stem as the index has it: Postgres would split it at these. */
export const lexemeOf = (name: string): string => name.replace(/['’.,]/g, "");

interface Change {
  readonly before: readonly NewPassage[];
  readonly after: readonly NewPassage[];
}

async function changeCounts(db: Db, siteId: string, { before, after }: Change): Promise<void> {
  const [old, now] = [countWords(before), countWords(after)];
  const changed = [...new Set([...old.words.keys(), ...now.words.keys()])]
    .map((name) => ({
      name,
      written: (now.words.get(name) ?? old.words.get(name))?.written ?? name,
      by: (now.words.get(name)?.passages ?? 0) - (old.words.get(name)?.passages ?? 0),
    }))
    .filter(({ by }) => by !== 0);
  await sql`
    insert into answer_word as known (site_id, stem, written, passages)
    select ${siteId}::uuid, stem, written, passages
    from unnest(${changed.map(({ name }) => name)}::text[], ${changed.map(({ written }) => written)}::text[],
      ${changed.map(({ by }) => by)}::integer[]) as new (stem, written, passages)
    on conflict (site_id, stem) do update set passages = known.passages + excluded.passages
  `.execute(db);
  await sql`delete from answer_word where site_id = ${siteId} and passages <= 0
    and stem = any(${changed.filter(({ by }) => by < 0).map(({ name }) => name)}::text[])`.execute(db);
  await sql`update answer_bank set passages = passages + ${after.length - before.length},
    title_words = title_words + ${now.titleWords - old.titleWords},
    text_words = text_words + ${now.textWords - old.textWords}, version = version + 1
    where site_id = ${siteId}`.execute(db);
}

function countWords(passages: readonly NewPassage[]) {
  const words = new Map<string, { readonly written: string; passages: number }>();
  let [titleWords, textWords] = [0, 0];
  for (const passage of passages) {
    const written = splitWords(`${titleOf(passage)}\n${passage.text}`).map((word) => word.text);
    titleWords += stemsOf(titleOf(passage)).length;
    textWords += stemsOf(passage.text).length;
    for (const [name, form] of new Map(written.map((one) => [stem(one), one] as const))) {
      const known = words.get(name) ?? { written: form, passages: 0 };
      known.passages += 1;
      words.set(name, known);
    }
  }
  return { words, titleWords, textWords };
}
