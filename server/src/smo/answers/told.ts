import { sql } from "kysely";
import type { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { anchorOf } from "./faq-entries.ts";
import { renderAnswer } from "./render-answer.ts";
import type { ToldAnswers } from "./schema.ts";
import { hashToken } from "./take-question.ts";
import { backMs } from "./tell-askers.job.ts";

interface Asked {
  readonly siteId: string;
  readonly tokens: readonly string[];
  readonly seen: readonly string[];
  readonly now: Date;
  /** Address of the site's FAQ page. */
  readonly faqUrl: string;
}

interface Row {
  readonly tokenHash: string;
  readonly text: string;
  readonly page: string;
  readonly question: string | null;
  readonly answer: string | null;
  readonly entryId: string | null;
  readonly isDone: boolean;
}

/** What became of questions whose tokens a browser kept. Those that were seen, and those of dismissed ones, are gone. */
export async function tellAnswers(
  db: Db,
  { siteId, tokens, seen, now, faqUrl }: Asked,
): Promise<z.output<typeof ToldAnswers>> {
  if (seen.length > 0)
    await sql`update question_asking set told_at = ${now}
      where site_id = ${siteId} and told_at is null and token_hash = any(${seen.map(hashToken)}::text[])`.execute(
      db,
    );
  const byHash = new Map(tokens.map((token) => [hashToken(token), token]));
  const { rows } = await sql<Row>`
    select asking.token_hash as "tokenHash", asking.text, asking.page, entry.question, entry.answer,
      entry.id as "entryId",
      asking.told_at is not null or coalesce(head.dismissed_at, own.dismissed_at) is not null as "isDone"
    from question_asking as asking
      join question as own on own.id = asking.question_id
      left join question as head on head.id = own.merged_into
      left join faq_entry as entry on entry.id = coalesce(head.faq_entry_id, own.faq_entry_id)
        and coalesce(head.answered_at, own.answered_at) <= ${new Date(now.getTime() - backMs)}
    where asking.site_id = ${siteId} and asking.token_hash = any(${[...byHash.keys()]}::text[])
    order by asking.id`.execute(db);
  const waiting = rows.filter(({ isDone }) => !isDone);
  const known = new Set(waiting.map(({ tokenHash }) => tokenHash));
  return {
    answers: waiting.flatMap(({ tokenHash, text, page, question, answer, entryId }) =>
      question === null || answer === null || entryId === null
        ? []
        : [
            {
              token: byHash.get(tokenHash) ?? "",
              question: text,
              title: question,
              html: renderAnswer(answer),
              url: `${faqUrl}#${anchorOf(entryId)}`,
              page,
            },
          ],
    ),
    gone: [...byHash].filter(([hash]) => !known.has(hash)).map(([, token]) => token),
  };
}
