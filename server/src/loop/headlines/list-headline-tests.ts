import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { HeadlineTest } from "./schema.ts";
import { selectTests } from "./stored-test.ts";

export const listHeadlineTests = operation({
  id: "listHeadlineTests",
  summary: "List tests of titles, newest first",
  http: "GET /headline-tests",
  access: "read",
  input: PageRequest.extend({ siteId: z.uuid().optional() }),
  output: pageOf(HeadlineTest),
  async run(ctx, { limit, after, siteId }) {
    const rows = await selectTests(ctx.db)
      .$if(siteId !== undefined, (query) => query.where("test.siteId", "=", String(siteId)))
      .$if(after !== undefined, (query) => query.where("test.id", "<", String(after)))
      .orderBy("test.id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(rows, limit);
  },
});
