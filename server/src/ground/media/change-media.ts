import { z } from "zod";
import { operation } from "#src/platform/operation/operation.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { AltText, Media } from "./schema.ts";
import { getStoredMedia, mediaOf, originalKey, thumbnailKey } from "./stored-media.ts";

export const changeMedia = operation({
  id: "changeMedia",
  summary: "Describe a picture anew; what is published already keeps its description",
  http: "PATCH /media/:id",
  access: "posts.write",
  input: z.object({ id: z.uuid(), alt: AltText }),
  output: Media,
  async run(ctx, { id, alt }) {
    await ctx.db.updateTable("media").set({ alt }).where("id", "=", id).execute();
    return mediaOf(await getStoredMedia(ctx.db, id), ctx.publicUrl);
  },
});

export const deleteMedia = operation({
  id: "deleteMedia",
  summary: "Delete a picture that no unpublished post needs",
  http: "DELETE /media/:id",
  access: "posts.write",
  transaction: "own",
  input: z.object({ id: z.uuid() }),
  output: Media,
  async run(ctx, { id }) {
    const row = await ctx.transact(async ({ db }) => {
      const found = await getStoredMedia(db, id);
      const hold = await db
        .selectFrom("mediaHold")
        .select("holderId")
        .where("mediaId", "=", id)
        .executeTakeFirst();
      if (hold) {
        throw new Problem(
          "conflict",
          say`"${found.name}" is in the post ${hold.holderId}, which is not published yet`,
          {
            hint: say`Take it out of the post first`,
          },
        );
      }
      await db.deleteFrom("media").where("id", "=", id).execute();
      return found;
    });
    await ctx.files.remove(originalKey(row));
    await ctx.files.remove(thumbnailKey(row));
    return mediaOf(row, ctx.publicUrl);
  },
});
