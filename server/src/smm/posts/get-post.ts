import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Instant } from "#src/platform/operation/values.ts";
import { postDate, postState, readPostView, readPostViews } from "./post-view.ts";
import { Post, PostState } from "./schema.ts";

export const getPost = operation({
  id: "getPost",
  summary: "Show a post with its publications",
  http: "GET /posts/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: Post,
  run: (ctx, { id }) => readPostView(ctx.db, ctx.publicUrl, id),
});

export const listPosts = operation({
  id: "listPosts",
  summary: "List posts, newest first; by state, or by the time that they are planned for or were published",
  http: "GET /posts",
  access: "read",
  input: PageRequest.extend({
    state: PostState.optional(),
    from: Instant.optional().describe("Planned or published from this instant on"),
    to: Instant.optional().describe("Planned or published before this instant"),
  }),
  output: pageOf(Post),
  async run(ctx, { limit, after, state, from, to }) {
    const rows = await ctx.db
      .selectFrom("post")
      .select("id")
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .$if(state !== undefined, (query) => query.where(postState, "=", String(state)))
      .$if(from !== undefined, (query) => query.where(postDate, ">=", from ?? ctx.now()))
      .$if(to !== undefined, (query) => query.where(postDate, "<", to ?? ctx.now()))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    const { items, next } = cutPage(rows, limit);
    return {
      items: await readPostViews(
        ctx.db,
        ctx.publicUrl,
        items.map(({ id }) => id),
      ),
      next,
    };
  },
});
