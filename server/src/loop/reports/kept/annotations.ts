import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { checkSite } from "#src/ground/sites/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const Day = z.iso.date().describe("As in `2026-11-24`, in the workspace's zone");
const Text = z.string().trim().min(1, "is empty").max(500, "is longer than 500 characters");

/** What happened on a day, to be read beside the figures. */
export const Annotation = z.object({
  id: z.uuid(),
  siteId: z.uuid().nullable().describe("null: it concerns all sites"),
  day: Day,
  text: z.string(),
  madeAt: Instant,
});

export const listAnnotations = operation({
  id: "listAnnotations",
  summary: "List what is noted beside the figures, newest first",
  http: "GET /reports/annotations",
  access: "read",
  input: PageRequest.extend({
    siteId: z.uuid().optional().describe("Of this site, and those that concern all"),
    firstDay: Day.optional(),
    lastDay: Day.optional(),
  }),
  output: pageOf(Annotation),
  async run({ db }, { siteId, firstDay, lastDay, limit, after }) {
    const rows = await selectAnnotations(db)
      .$if(siteId !== undefined, (query) =>
        query.where((is) => is.or([is("siteId", "=", String(siteId)), is("siteId", "is", null)])),
      )
      .$if(firstDay !== undefined, (query) => query.where(sql<boolean>`day >= ${firstDay}::date`))
      .$if(lastDay !== undefined, (query) => query.where(sql<boolean>`day <= ${lastDay}::date`))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows, limit);
  },
});

export const createAnnotation = operation({
  id: "createAnnotation",
  summary: "Note what happened on a day, to be read beside its figures",
  http: "POST /reports/annotations",
  access: "reports.write",
  input: z.object({
    day: Day,
    text: Text,
    siteId: z.uuid().optional().describe("Left out: it concerns all sites"),
  }),
  output: Annotation,
  async run({ db, now }, { day, text, siteId }) {
    if (siteId !== undefined) await checkSite(db, siteId);
    const row = { id: uuidv7(), siteId: siteId ?? null, text, madeAt: now() };
    await db
      .insertInto("annotation")
      .values({ ...row, day: sql<Date>`${day}::date` })
      .execute();
    return { ...row, day };
  },
});

export const deleteAnnotation = operation({
  id: "deleteAnnotation",
  summary: "Delete a note from beside the figures",
  http: "DELETE /reports/annotations/:id",
  access: "reports.write",
  input: z.object({ id: z.uuid() }),
  output: Annotation,
  async run({ db }, { id }) {
    const row = await selectAnnotations(db).where("id", "=", id).executeTakeFirst();
    if (!row)
      throw new Problem("not_found", say`There is no annotation ${id} here`, {
        hint: say`See listAnnotations`,
      });
    await db.deleteFrom("annotation").where("id", "=", id).execute();
    return row;
  },
});

/** A day has no zone: read as a `Date`, it would be another day elsewhere. */
const selectAnnotations = (db: Db) =>
  db
    .selectFrom("annotation")
    .select(["id", "siteId", "text", "madeAt", sql<string>`to_char(day, 'YYYY-MM-DD')`.as("day")]);
