import { type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { Question, QuestionDetails, QuestionState } from "./editor-schema.ts";
import { findCandidates } from "./find-candidates.ts";
import { readQuery } from "./ranking/read-query.ts";
import { AnswerLanguage } from "./schema.ts";
import { lexiconOf } from "./site-words.ts";

/** Answers that nobody opens are worth a look when it happens again and again. */
const leastNotOpened = 3;

export const listQuestions = operation({
  id: "listQuestions",
  summary:
    "List what visitors of a site asked: waiting for an answer, weightiest first; or answered; or dismissed",
  http: "GET /sites/:siteId/questions",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid(),
    state: QuestionState.default("waiting"),
    search: z.string().max(200).optional().describe("A part of the question"),
  }),
  output: pageOf(Question),
  async run({ db }, { siteId, state, search, limit, after }) {
    await checkSite(db, siteId);
    const order = orders[state];
    const rows = await questions(db)
      .where("siteId", "=", siteId)
      .where("mergedInto", "is", null)
      .where(order.where)
      .$if(search !== undefined, (query) =>
        query.where("text", "ilike", `%${String(search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`),
      )
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(${order.by}, question.id) < (select ${order.ofLast}, last.id from question as last where last.id = ${String(after)})`,
        ),
      )
      .orderBy(order.by, "desc")
      .orderBy("question.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows.map(viewQuestion), limit);
  },
});

const orders = {
  waiting: {
    where: sql<boolean>`answered_at is null and dismissed_at is null
      and (asked > 0 or not_found > 0 or not_opened >= ${leastNotOpened})`,
    by: sql`weight`,
    ofLast: sql`last.weight`,
  },
  answered: {
    where: sql<boolean>`answered_at is not null`,
    by: sql`answered_at`,
    ofLast: sql`last.answered_at`,
  },
  dismissed: {
    where: sql<boolean>`dismissed_at is not null and answered_at is null`,
    by: sql`dismissed_at`,
    ofLast: sql`last.dismissed_at`,
  },
} as const;

export const getQuestion = operation({
  id: "getQuestion",
  summary: "Show a question with how, where and how often it was asked, and who waits for its answer",
  http: "GET /questions/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: QuestionDetails,
  async run({ db }, { id }) {
    const question = await readQuestion(db, id);
    const { rows } = await sql<{ text: string; page: string; times: number }>`
      select text, page, count(*)::int as times from (
        select query as text, page, at from answer_search where question_id in ${family(id)}
        union all select text, page, at from question_asking where question_id in ${family(id)}
        order by at desc limit 1000
      ) as asked group by text, page`.execute(db);
    const waiting = await db
      .selectFrom("questionAsking")
      .select((row) => [
        row.fn.countAll<string>().filterWhere("email", "is not", null).as("byMail"),
        row.fn.countAll<string>().filterWhere("toldAt", "is", null).as("onPage"),
      ])
      .where(sql<boolean>`question_id in ${family(id)}`)
      .executeTakeFirstOrThrow();
    const merged = await db
      .selectFrom("question")
      .select(["id", "text"])
      .where("mergedInto", "=", id)
      .orderBy("id")
      .limit(50)
      .execute();
    return {
      ...question,
      wordings: tally(rows, ({ text }) => text).map(([text, times]) => ({ text, times })),
      pages: tally(rows, ({ page }) => page).map(([url, times]) => ({ url, times })),
      mergedQuestions: merged,
      waiting: { byMail: Number(waiting.byMail), onPage: Number(waiting.onPage) },
      near: await findNear(db, question),
    };
  },
});

const family = (id: string) => sql`(select id from question where id = ${id} or merged_into = ${id})`;

function tally<Each extends { readonly times: number }>(rows: readonly Each[], of: (row: Each) => string) {
  const times = new Map<string, number>();
  for (const row of rows) times.set(of(row), (times.get(of(row)) ?? 0) + row.times);
  return [...times].toSorted((a, b) => b[1] - a[1]).slice(0, 20);
}

async function findNear(db: Db, { siteId, text }: { readonly siteId: string; readonly text: string }) {
  const read = await readQuery(text, lexiconOf(db, siteId));
  const candidates = await findCandidates(db, siteId, read);
  return candidates.slice(0, 3).map(({ kind, title, url }) => ({ kind, title, url }));
}

/** Throws `not_found`. */
export async function readQuestion(db: Db, id: string): Promise<z.output<typeof Question>> {
  const row = await questions(db).where("question.id", "=", id).executeTakeFirst();
  if (row) return viewQuestion(row);
  throw new Problem("not_found", say`There is no question ${id} here`, { hint: say`See listQuestions` });
}

const questions = (db: Db) =>
  db
    .selectFrom("question")
    .selectAll()
    .select((question) =>
      question
        .selectFrom("question as other")
        .select((other) => other.fn.countAll<string>().as("count"))
        .whereRef("other.mergedInto", "=", "question.id")
        .as("merged"),
    );

type Row =
  ReturnType<typeof questions> extends SelectQueryBuilder<infer _Db, infer _Table, infer Out> ? Out : never;

function viewQuestion(row: Row): z.output<typeof Question> {
  const state = row.answeredAt ? "answered" : row.dismissedAt ? "dismissed" : "waiting";
  return {
    ...row,
    language: AnswerLanguage.parse(row.language),
    merged: Number(row.merged),
    state,
    closedAt: row.answeredAt ?? row.dismissedAt,
    closedBy: row.answeredBy ?? row.dismissedBy,
  };
}
