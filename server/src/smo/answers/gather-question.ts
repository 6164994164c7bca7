import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import { stemsOf } from "./ranking/analyse.ts";
import { createLikeness } from "./ranking/likeness.ts";
import type { AnswerLanguage } from "./schema.ts";
import { bindingWords } from "./words/binding-words.ts";
import { stem } from "./words/stem.ts";

/** What a question weighs in the editor's list: who waits, more than who found nothing, more than who opened nothing. */
const worth = { asked: 5, notFound: 2, notOpened: 1 } as const;
export type Happening = keyof typeof worth;

interface Asked {
  readonly siteId: string;
  readonly text: string;
  readonly language: AnswerLanguage;
  readonly now: Date;
}

/** Questions that are looked through for one that means the same: those asked last. */
const maxCompared = 500;
/** The share of words that two have in common, from which they mean the same. */
const leastCommon = 0.6;
const leastAlike = 0.7;

const bindingStems: ReadonlySet<string> = new Set([...bindingWords].map(stem));

/** The words that say something, each once, sorted; all of them where none says anything. */
export function tellingStems(text: string): string[] {
  const stems = [...new Set(stemsOf(text))];
  const telling = stems.filter((each) => !bindingStems.has(each));
  return (telling.length > 0 ? telling : stems).toSorted().slice(0, 30);
}

/**
 * Counts something that visitors asked and were not answered for the open question that means the same, or for a new
 * one. A dismissed question takes it and stays dismissed; an answered one does not: its answer was not enough. Answers
 * the question's id.
 */
export async function gatherQuestion(db: Db, asked: Asked, happening: Happening): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`answers.question:${asked.siteId}`}, 0))`.execute(
    db,
  );
  const stems = tellingStems(asked.text);
  const known = await findSame(db, asked.siteId, stems);
  const id = known ?? uuidv7();
  if (known === undefined) {
    const { siteId, text, language, now } = asked;
    await db
      .insertInto("question")
      .values({ id, siteId, text, language, stems, firstAskedAt: now, lastAskedAt: now })
      .execute();
  }
  await db
    .updateTable("question")
    .set((row) => ({ [happening]: row(happening, "+", 1), weight: row("weight", "+", worth[happening]) }))
    .set({ lastAskedAt: asked.now })
    .where("id", "=", id)
    .execute();
  return id;
}

async function findSame(db: Db, siteId: string, stems: readonly string[]): Promise<string | undefined> {
  const rows = await db
    .selectFrom("question")
    .select(["id", "stems", "mergedInto"])
    .where("siteId", "=", siteId)
    .where("answeredAt", "is", null)
    .orderBy("lastAskedAt", "desc")
    .limit(maxCompared)
    .execute();
  const { between } = createLikeness();
  const scored = rows
    .map((row) => ({ row, common: commonShare(stems, row.stems, between) }))
    .filter(({ common }) => common >= leastCommon)
    .toSorted((a, b) => b.common - a.common);
  const best = scored[0]?.row;
  return best && (best.mergedInto ?? best.id);
}

/** Jaccard's share of the words of both that both have; a mistyped word is the same word. */
export function commonShare(
  one: readonly string[],
  other: readonly string[],
  alike: (a: string, b: string) => number,
): number {
  const common = one.filter((mine) =>
    other.some((theirs) => mine === theirs || alike(mine, theirs) > leastAlike),
  ).length;
  const all = one.length + other.length - common;
  return all === 0 ? 0 : common / all;
}

/** A query without what names people: nobody wants to find his address or number in a report. */
export const withoutNames = (query: string): string =>
  query.replace(/\S+@\S+/gu, "…@…").replace(/\+?\d(?:[\s().-]?\d){6,}/gu, "…");
