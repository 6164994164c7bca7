import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import { gatherQuestion, withoutNames } from "./gather-question.ts";
import { stemsOf } from "./ranking/analyse.ts";
import type { AnswerLanguage } from "./schema.ts";
import type { SiteSearch } from "./search-site.ts";

export interface MeantSearch {
  readonly siteId: string;
  readonly query: string;
  readonly language: AnswerLanguage;
  /** Address of the page where it was asked. */
  readonly page: string;
  readonly now: Date;
}

const leastLetters = 3;

/** Keeps a search that was meant. One that found nothing is a question to the editor. Answers the search's id. */
export async function keepSearch(db: Db, meant: MeantSearch, result: SiteSearch): Promise<string> {
  const query = withoutNames(meant.query);
  const { siteId, language, page, now } = meant;
  const isQuestion = !result.isFound && (query.match(/\p{L}/gu)?.length ?? 0) >= leastLetters;
  const questionId = isQuestion
    ? await gatherQuestion(db, { siteId, text: query, language, now }, "notFound")
    : null;
  const id = uuidv7();
  await db
    .insertInto("answerSearch")
    .values({
      id,
      siteId,
      at: now,
      query,
      queryKey: stemsOf(query).join(" "),
      language,
      page,
      isFound: result.isFound,
      corrected: result.corrected,
      results: result.answers.length,
      questionId,
    })
    .execute();
  return id;
}

/** Somebody opened an answer. False where there is no such search at the site. */
export async function keepClick(
  db: Db,
  click: {
    readonly siteId: string;
    readonly searchId: string;
    readonly answerId: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const changed = await db
    .updateTable("answerSearch")
    .set({ openedAt: click.now, openedPassageId: click.answerId })
    .where("id", "=", click.searchId)
    .where("siteId", "=", click.siteId)
    .returning("id")
    .executeTakeFirst();
  return changed !== undefined;
}
