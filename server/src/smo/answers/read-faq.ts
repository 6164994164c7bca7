import type { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { anchorOf } from "./faq-entries.ts";
import { renderAnswer } from "./render-answer.ts";
import { AnswerLanguage, type PublicFaq } from "./schema.ts";

/** As many as a page shows. */
const maxShown = 500;

/** A site's FAQ as visitors see it: pinned first, then in the owner's order. */
export async function readFaq(
  db: Db,
  siteId: string,
  language: AnswerLanguage | undefined,
): Promise<z.output<typeof PublicFaq>> {
  const rows = await db
    .selectFrom("faqEntry")
    .select(["id", "question", "answer", "pinnedAt", "language"])
    .where("siteId", "=", siteId)
    .$if(language !== undefined, (query) => query.where("language", "=", String(language)))
    .orderBy("place")
    .orderBy("id")
    .limit(maxShown)
    .execute();
  const entries = rows.map((row) => ({
    id: row.id,
    question: row.question,
    html: renderAnswer(row.answer),
    anchor: anchorOf(row.id),
    isPinned: row.pinnedAt !== null,
    language: AnswerLanguage.parse(row.language),
  }));
  return {
    entries: [...entries.filter(({ isPinned }) => isPinned), ...entries.filter(({ isPinned }) => !isPinned)],
  };
}
