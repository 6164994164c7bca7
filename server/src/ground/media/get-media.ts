import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { cutPage, PageRequest, pageOf } from "#src/platform/operation/paging.ts";
import { Media } from "./schema.ts";
import { columns, getStoredMedia, mediaOf } from "./stored-media.ts";

export const getMedia = operation({
  id: "getMedia",
  summary: "Show a picture",
  http: "GET /media/:id",
  access: "read",
  input: z.object({ id: z.uuid() }),
  output: Media,
  async run(ctx, { id }) {
    return mediaOf(await getStoredMedia(ctx.db, id), ctx.publicUrl);
  },
});

export const listMedia = operation({
  id: "listMedia",
  summary: "List the pictures, newest first",
  http: "GET /media",
  access: "read",
  input: PageRequest,
  output: pageOf(Media),
  async run(ctx, { limit, after }) {
    const rows = await ctx.db
      .selectFrom("media")
      .select(columns)
      .$if(after !== undefined, (query) => query.where("id", "<", String(after)))
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    return cutPage(
      rows.map((row) => mediaOf(row, ctx.publicUrl)),
      limit,
    );
  },
});
