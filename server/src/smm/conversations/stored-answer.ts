import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { NetworkFailure } from "#src/networks/failure.ts";
import { Answer, type AnswerChoice, AnswerState } from "./schema.ts";

type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Answers that are not out (yet), by the reply that they answer. */
export async function readAnswers(
  db: Db,
  replyIds: readonly string[],
): Promise<ReadonlyMap<string, Answer[]>> {
  if (replyIds.length === 0) return new Map();
  const rows = await readRows(db, replyIds);
  return Map.groupBy(rows.map(answerOf), ({ replyId }) => replyId);
}

function readRows(db: Db, replyIds: readonly string[]) {
  return db
    .selectFrom("conversationAnswer")
    .selectAll()
    .where("replyId", "in", replyIds)
    .where("state", "!=", "sent")
    .orderBy("id")
    .execute();
}

/** As callers see it. */
export function answerOf(row: Row): Answer {
  const { id, replyId, text, url, createdAt, createdBy } = row;
  const problem = row.problem === null ? null : Answer.shape.problem.parse(row.problem);
  const state = AnswerState.parse(row.state);
  return { id, replyId, text, state, url, problem, choices: choicesOf(state), createdAt, createdBy };
}

/** What failed was certainly not taken; of what is unknown only a look at the network tells. */
export function choicesOf(state: z.output<typeof AnswerState>): AnswerChoice[] {
  if (state === "failed") return ["send-again", "give-up"];
  return state === "unknown" ? ["mark-sent", "send-again", "give-up"] : [];
}

export function problemFrom({ rule, message, words, hint }: NetworkFailure): string {
  return JSON.stringify({ rule, title: message, words: words ?? null, hint: hint ?? null });
}

/** How far the sending of an answer has come. */
export const StoredDelivery = z.object({
  state: z.enum(["waiting", "sending"]),
  key: z.string().nullable(),
  handle: z.string().nullable(),
  attemptedAt: z.date().nullable(),
  attempts: z.number(),
  doubts: z.number(),
});
