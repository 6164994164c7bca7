import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { listOf, readList } from "./list-row.ts";
import { List } from "./schema.ts";

export const listLists = operation({
  id: "listLists",
  summary: "List the lists of materials that were set up, newest first; every kind works without that too",
  http: "GET /lists",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid().optional() }),
  output: pageOf(List),
  async run({ db }, { siteId, limit, after }) {
    const rows = await db
      .selectFrom("list")
      .selectAll()
      .$if(siteId !== undefined, (query) => query.where("siteId", "=", String(siteId)))
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows.map(listOf), limit);
  },
});

export const getList = operation({
  id: "getList",
  summary: "Show a list's settings, pins, bans and quotas",
  http: "GET /lists/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: List,
  run: ({ db }, { id }) => readList(db, id),
});
