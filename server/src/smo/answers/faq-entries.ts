import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { cleanLine, cleanText } from "#src/smo/comments/index.ts";
import { FaqEntry, NewFaqEntry } from "./editor-schema.ts";
import { keepPassages } from "./keep-passages.ts";
import { plainAnswer, renderAnswer } from "./render-answer.ts";
import { AnswerLanguage } from "./schema.ts";

const maxEntries = 2000;

export const listFaqEntries = operation({
  id: "listFaqEntries",
  summary: "List what a site answers beforehand, in its own order",
  http: "GET /sites/:siteId/faq-entries",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid(), language: AnswerLanguage.optional() }),
  output: pageOf(FaqEntry),
  async run({ db }, { siteId, language, limit, after }) {
    await checkSite(db, siteId);
    const rows = await db
      .selectFrom("faqEntry")
      .selectAll()
      .where("siteId", "=", siteId)
      .$if(language !== undefined, (query) => query.where("language", "=", String(language)))
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(place, id) > (select last.place, last.id from faq_entry as last where last.id = ${String(after)})`,
        ),
      )
      .orderBy("place")
      .orderBy("id")
      .limit(limit + 1)
      .execute();
    return cutPage(rows.map(viewEntry), limit);
  },
});

export const createFaqEntry = operation({
  id: "createFaqEntry",
  summary: "Answer a question beforehand: a new entry at the end of the site's FAQ",
  http: "POST /sites/:siteId/faq-entries",
  access: "content.edit",
  input: NewFaqEntry.extend({ siteId: z.uuid() }),
  output: FaqEntry,
  async run(ctx, { siteId, ...entry }) {
    await checkSite(ctx.db, siteId);
    return addEntry(ctx, siteId, entry);
  },
});

/** Adds an entry, which is found at once. Throws `limit_reached`. */
export async function addEntry(
  ctx: Pick<Context, "db" | "now" | "actor">,
  siteId: string,
  { question, answer, language, isPinned }: z.output<typeof NewFaqEntry>,
) {
  const { last, count } = await ctx.db
    .selectFrom("faqEntry")
    .select((entry) => [entry.fn.max("place").as("last"), entry.fn.countAll<string>().as("count")])
    .where("siteId", "=", siteId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= maxEntries) {
    throw new Problem("limit_reached", say`A site has at most ${maxEntries} FAQ entries`, {
      hint: say`Delete some that nobody asks for, or make pages of them`,
    });
  }
  const row = await ctx.db
    .insertInto("faqEntry")
    .values({
      id: uuidv7(),
      siteId,
      language,
      question: cleanLine(question),
      answer: cleanText(answer),
      place: (last ?? 0) + 1,
      pinnedAt: isPinned ? ctx.now() : null,
      createdAt: ctx.now(),
      changedAt: ctx.now(),
      changedBy: nameOf(ctx),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await keepEntry(ctx.db, row);
  return viewEntry(row);
}

export const changeFaqEntry = operation({
  id: "changeFaqEntry",
  summary: "Change an entry of a site's FAQ; what is left out stays",
  http: "PATCH /faq-entries/:id",
  access: "content.edit",
  input: NewFaqEntry.partial().extend({ id: z.uuid(), isPinned: z.boolean().optional() }),
  output: FaqEntry,
  async run(ctx, { id, question, answer, language, isPinned }) {
    const row = await ctx.db
      .updateTable("faqEntry")
      .set({ changedAt: ctx.now(), changedBy: nameOf(ctx) })
      .$if(question !== undefined, (set) => set.set({ question: cleanLine(question ?? "") }))
      .$if(answer !== undefined, (set) => set.set({ answer: cleanText(answer ?? "") }))
      .$if(language !== undefined, (set) => set.set({ language: language ?? "en" }))
      .$if(isPinned !== undefined, (set) => set.set({ pinnedAt: isPinned ? ctx.now() : null }))
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw noSuchEntry(id);
    await keepEntry(ctx.db, row);
    return viewEntry(row);
  },
});

export const moveFaqEntry = operation({
  id: "moveFaqEntry",
  summary: "Put an entry of a site's FAQ before another, or at the end",
  http: "PUT /faq-entries/:id/place",
  access: "content.edit",
  input: z.object({
    id: z.uuid(),
    beforeId: z.uuid().nullable().describe("The entry that it stands before from now on; null: at the end"),
  }),
  output: FaqEntry,
  async run({ db }, { id, beforeId }) {
    const entry = await readEntry(db, id);
    const before = beforeId === null ? undefined : await readEntry(db, beforeId);
    if (before && before.siteId !== entry.siteId) throw noSuchEntry(before.id);
    const { rows } = await sql<{ id: string }>`
      select id from faq_entry where site_id = ${entry.siteId} and id <> ${id} order by place, id for update`.execute(
      db,
    );
    const ids = rows.map((row) => row.id);
    ids.splice(before ? ids.indexOf(before.id) : ids.length, 0, id);
    await sql`
      update faq_entry set place = new.place
      from unnest(${ids}::uuid[]) with ordinality as new (id, place) where faq_entry.id = new.id`.execute(db);
    return viewEntry(await readEntry(db, id));
  },
});

export const deleteFaqEntry = operation({
  id: "deleteFaqEntry",
  summary: "Take an entry out of a site's FAQ; who was told its answer keeps it",
  http: "DELETE /faq-entries/:id",
  access: "content.edit",
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run({ db }, { id }) {
    const { siteId } = await readEntry(db, id);
    await keepPassages(db, { siteId, kind: "faq", sourceId: id }, []);
    await db.deleteFrom("faqEntry").where("id", "=", id).execute();
    return { id };
  },
});

async function readEntry(db: Db, id: string) {
  const row = await db.selectFrom("faqEntry").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw noSuchEntry(id);
  return row;
}

const noSuchEntry = (id: string) =>
  new Problem("not_found", say`There is no FAQ entry ${id} here`, { hint: say`See listFaqEntries` });

type Row = Awaited<ReturnType<typeof readEntry>>;

/** What leads to an entry: on the page of ours, and on a page of the owner's that has the fragment in it. */
export const anchorOf = (entryId: string): string => `faq-${entryId}`;

const keepEntry = (db: Db, { id, siteId, question, answer, pinnedAt }: Row) =>
  keepPassages(db, { siteId, kind: "faq", sourceId: id }, [
    {
      title: question,
      heading: null,
      url: `#${anchorOf(id)}`,
      text: plainAnswer(answer),
      isPinned: pinnedAt !== null,
    },
  ]);

function viewEntry(row: Row): z.output<typeof FaqEntry> {
  return {
    ...row,
    language: AnswerLanguage.parse(row.language),
    html: renderAnswer(row.answer),
    isPinned: row.pinnedAt !== null,
    anchor: anchorOf(row.id),
  };
}

/** Whoever does something, by name. */
export const nameOf = ({ actor }: Pick<Context, "actor">): string =>
  "name" in actor ? actor.name : "Samovar";
