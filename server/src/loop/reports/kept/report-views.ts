import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant, Name } from "#src/platform/operation/values.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";

const Page = z
  .string()
  .regex(/^\/[a-z0-9/-]*$/, "is no page of the app: it begins with / and holds a-z, 0-9, - and / alone")
  .max(200)
  .describe("Path of the page of the app");
const Query = z
  .string()
  .max(4000, "is longer than 4000 characters")
  .describe("What stands behind `?` in its address: the narrowing, as the page keeps it");

/** A page of reports with what it was narrowed to, under a name. */
export const ReportView = z.object({
  id: z.uuid(),
  name: z.string(),
  page: z.string(),
  query: z.string(),
  savedAt: Instant,
});

export const listReportViews = operation({
  id: "listReportViews",
  summary: "List views of reports that are kept under a name, newest first",
  http: "GET /reports/views",
  access: "read",
  input: PageRequest,
  output: pageOf(ReportView),
  async run({ db }, { limit, after }) {
    const rows = await db
      .selectFrom("reportView")
      .select(["id", "name", "page", "query", "savedAt"])
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows, limit);
  },
});

export const saveReportView = operation({
  id: "saveReportView",
  summary: "Keep a view of reports under a name; one that has the name already is replaced",
  http: "POST /reports/views",
  access: "reports.write",
  input: z.object({ name: Name, page: Page, query: Query }),
  output: ReportView,
  run({ db, now }, { name, page, query }) {
    const savedAt = now();
    return db
      .insertInto("reportView")
      .values({ id: uuidv7(), name, page, query, savedAt })
      .onConflict((taken) => taken.columns(["workspaceId", "name"]).doUpdateSet({ page, query, savedAt }))
      .returning(["id", "name", "page", "query", "savedAt"])
      .executeTakeFirstOrThrow();
  },
});

export const deleteReportView = operation({
  id: "deleteReportView",
  summary: "Delete a kept view of reports",
  http: "DELETE /reports/views/:id",
  access: "reports.write",
  input: z.object({ id: z.uuid() }),
  output: ReportView,
  async run({ db }, { id }) {
    const row = await db
      .deleteFrom("reportView")
      .where("id", "=", id)
      .returning(["id", "name", "page", "query", "savedAt"])
      .executeTakeFirst();
    if (row) return row;
    throw new Problem("not_found", say`There is no kept view ${id} here`, { hint: say`See listReportViews` });
  },
});
