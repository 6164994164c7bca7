import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { operation } from "#src/platform/operation/operation.ts";
import { mintLink } from "./mint-link.ts";
import { Link, NewLink } from "./schema.ts";
import { linkOf, shortUrlOf } from "./short-url.ts";

export const createLink = operation({
  id: "createLink",
  summary: "Make a short link whose clicks are followed to the visit",
  http: "POST /links",
  access: "links.write",
  input: NewLink,
  output: Link,
  async run(ctx, { url, slug }) {
    if (url.startsWith(shortUrlOf(ctx.publicUrl, ""))) {
      throw new Problem("invalid", say`url: "${url}" is itself a short link of this house`, {
        hint: say`Name the page that it leads to`,
      });
    }
    const link = await mintLink(ctx.db, { url, slug, now: ctx.now() });
    return linkOf(link, ctx.publicUrl);
  },
});
