import { sql } from "kysely";
import { z } from "zod";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { NewFaqEntry, Question } from "./editor-schema.ts";
import { addEntry, nameOf } from "./faq-entries.ts";
import { readQuestion } from "./questions.ts";
import { backMs, enqueueTelling } from "./tell-askers.job.ts";

export const answerQuestion = operation({
  id: "answerQuestion",
  summary: "Answer a question once: it becomes an entry of the FAQ, and in a minute whoever asked is told",
  http: "POST /questions/:id/answer",
  access: "content.edit",
  input: NewFaqEntry.partial()
    .extend({
      id: z.uuid(),
      faqEntryId: z.uuid().optional().describe("An entry that answers it already, in the place of a new one"),
    })
    .refine(({ question, answer, language, faqEntryId }) => faqEntryId ?? (question && answer && language), {
      error: "needs question, answer and language, or the faqEntryId of an entry that answers it",
    }),
  output: Question,
  async run(ctx, { id, faqEntryId, question, answer, language, isPinned = false }) {
    const { siteId } = await holdOpen(ctx, id);
    const entryId =
      faqEntryId === undefined
        ? (await addEntry(ctx, siteId, NewFaqEntry.parse({ question, answer, language, isPinned }))).id
        : await findEntry(ctx, siteId, faqEntryId);
    const now = ctx.now();
    await ctx.db
      .updateTable("question")
      .set({
        answeredAt: now,
        answeredBy: nameOf(ctx),
        faqEntryId: entryId,
        dismissedAt: null,
        dismissedBy: null,
      })
      .where("id", "=", id)
      .execute();
    const runAt = new Date(now.getTime() + backMs);
    await enqueueTelling(ctx, { workspaceId: ctx.workspace.id, questionId: id }, runAt);
    return readQuestion(ctx.db, id);
  },
});

export const dismissQuestion = operation({
  id: "dismissQuestion",
  summary: "Put a question aside that needs no answer; asked again, it stays there",
  http: "POST /questions/:id/dismissal",
  access: "content.edit",
  input: z.object({ id: z.uuid() }),
  output: Question,
  async run(ctx, { id }) {
    await holdOpen(ctx, id);
    await ctx.db
      .updateTable("question")
      .set({ dismissedAt: ctx.now(), dismissedBy: nameOf(ctx) })
      .where("id", "=", id)
      .execute();
    return readQuestion(ctx.db, id);
  },
});

export const reopenQuestion = operation({
  id: "reopenQuestion",
  summary:
    "Let a question wait again that was dismissed or answered; within a minute of the answer nobody was told",
  http: "POST /questions/:id/reopening",
  access: "content.edit",
  input: z.object({ id: z.uuid() }),
  output: Question,
  async run({ db }, { id }) {
    await readQuestion(db, id);
    await db
      .updateTable("question")
      .set({ answeredAt: null, answeredBy: null, faqEntryId: null, dismissedAt: null, dismissedBy: null })
      .where("id", "=", id)
      .execute();
    return readQuestion(db, id);
  },
});

export const mergeQuestions = operation({
  id: "mergeQuestions",
  summary: "Put questions that mean the same under this one: they are counted, answered and told together",
  http: "POST /questions/:id/merging",
  access: "content.edit",
  input: z.object({ id: z.uuid(), questionIds: z.array(z.uuid()).min(1).max(50) }),
  output: Question,
  async run(ctx, { id, questionIds }) {
    const { siteId } = await holdOpen(ctx, id);
    for (const other of questionIds) {
      const question = await holdOpen(ctx, other);
      if (question.siteId === siteId && other !== id) continue;
      throw new Problem(
        "invalid",
        say`questionIds: the question ${other} is not another one of the same site`,
        {
          hint: say`Merge questions of one site`,
        },
      );
    }
    await sql`update question set merged_into = ${id}
      where id = any(${questionIds}::uuid[]) or merged_into = any(${questionIds}::uuid[])`.execute(ctx.db);
    await addCounts(ctx, id, { of: questionIds, sign: 1 });
    return readQuestion(ctx.db, id);
  },
});

export const splitQuestions = operation({
  id: "splitQuestions",
  summary: "Take questions out again that were put under this one",
  http: "POST /questions/:id/splitting",
  access: "content.edit",
  input: z.object({ id: z.uuid(), questionIds: z.array(z.uuid()).min(1).max(50) }),
  output: Question,
  async run(ctx, { id, questionIds }) {
    await holdOpen(ctx, id);
    const { rows } = await sql<{ id: string }>`update question set merged_into = null
      where merged_into = ${id} and id = any(${questionIds}::uuid[]) returning id`.execute(ctx.db);
    await addCounts(ctx, id, { of: rows.map((row) => row.id), sign: -1 });
    return readQuestion(ctx.db, id);
  },
});

/** A question's counts are its own and those of what was put under it. */
async function addCounts(
  { db }: Pick<Context, "db">,
  id: string,
  { of, sign }: { readonly of: readonly string[]; readonly sign: 1 | -1 },
): Promise<void> {
  await sql`
    update question set not_found = question.not_found + ${sign} * other.not_found,
      not_opened = question.not_opened + ${sign} * other.not_opened,
      asked = question.asked + ${sign} * other.asked, weight = question.weight + ${sign} * other.weight
    from (
      select coalesce(sum(not_found), 0)::int as not_found, coalesce(sum(not_opened), 0)::int as not_opened,
        coalesce(sum(asked), 0)::int as asked, coalesce(sum(weight), 0)::int as weight
      from question where id = any(${[...of]}::uuid[])
    ) as other
    where question.id = ${id}`.execute(db);
}

/** Throws `not_found`, and `conflict` where somebody was quicker. */
async function holdOpen({ db }: Pick<Context, "db">, id: string) {
  await db.selectFrom("question").select("id").where("id", "=", id).forUpdate().execute();
  const question = await readQuestion(db, id);
  if (question.mergedInto !== null) {
    throw new Problem("conflict", say`The question “${question.text}” stands under another one`, {
      hint: say`Ask for that one: ${question.mergedInto}`,
    });
  }
  if (question.state === "answered") {
    throw new Problem("conflict", say`“${question.text}” is answered already, by ${question.closedBy}`, {
      hint: say`Change its FAQ entry, or reopen the question first`,
    });
  }
  return question;
}

async function findEntry({ db }: Pick<Context, "db">, siteId: string, id: string): Promise<string> {
  const entry = await db
    .selectFrom("faqEntry")
    .select("id")
    .where("id", "=", id)
    .where("siteId", "=", siteId)
    .executeTakeFirst();
  if (entry) return entry.id;
  throw new Problem("not_found", say`There is no FAQ entry ${id} here`, { hint: say`See listFaqEntries` });
}
