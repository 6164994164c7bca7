import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { linkColumns } from "./mint-link.ts";
import { Link } from "./schema.ts";
import { linkOf } from "./short-url.ts";

export const listLinks = operation({
  id: "listLinks",
  summary: "List short links, newest first",
  http: "GET /links",
  access: "read",
  input: PageRequest,
  output: pageOf(Link),
  async run(ctx, { limit, after }) {
    const rows = await ctx.db
      .selectFrom("link")
      .select(linkColumns)
      .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((link) => linkOf(link, ctx.publicUrl)),
      limit,
    );
  },
});
