import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { linkColumns } from "./mint-link.ts";
import { Link } from "./schema.ts";
import { linkOf } from "./short-url.ts";

export const getLink = operation({
  id: "getLink",
  summary: "Show one short link",
  http: "GET /links/:linkId",
  access: "read",
  input: z.object({ linkId: z.uuid() }),
  output: Link,
  async run(ctx, { linkId }) {
    const link = await ctx.db
      .selectFrom("link")
      .select(linkColumns)
      .where("id", "=", linkId)
      .executeTakeFirst();
    if (!link)
      throw new Problem("not_found", say`There is no link ${linkId}`, {
        hint: say`List them with GET /api/links`,
      });
    return linkOf(link, ctx.publicUrl);
  },
});
