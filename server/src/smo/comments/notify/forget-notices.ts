import { listen } from "#src/platform/operation/signal.ts";
import { commentAuthorErased } from "../signals.ts";

/** Whoever was forgotten is told of nothing, and follows nothing. */
export const forgetNotices = listen(commentAuthorErased, async ({ db }, { authorId }) => {
  await db.deleteFrom("commentNotice").where("authorId", "=", authorId).execute();
  await db.deleteFrom("commentWatch").where("authorId", "=", authorId).execute();
});
