import { z } from "zod";
import { signal } from "#src/platform/operation/signal.ts";
import { CommentSource, CommentState } from "./schema.ts";

const About = z.object({
  workspaceId: z.uuid(),
  siteId: z.uuid(),
  threadId: z.uuid(),
  commentId: z.uuid(),
});

/**
 * A comment came to be seen by readers. `isFirst` is false when it was published before and taken back in between:
 * nobody is notified of it twice. Comments that were imported are told with `source: "import"`.
 */
export const commentPublished = signal(
  "comments.published",
  About.extend({
    authorId: z.uuid(),
    parentId: z.uuid().nullable(),
    source: CommentSource,
    isFirst: z.boolean(),
  }),
);

/** The words of a published comment, or its pin, are others than before. */
export const commentChanged = signal("comments.changed", About);

/** A comment that was seen is seen no more: its author or a moderator took it away, or it waits again. */
export const commentDeleted = signal("comments.deleted", About.extend({ state: CommentState }));

/** An author asked to be forgotten, and is: whoever keeps anything of him elsewhere lets it go. */
export const commentAuthorErased = signal(
  "comments.authorErased",
  z.object({ workspaceId: z.uuid(), siteId: z.uuid(), authorId: z.uuid(), email: z.string().nullable() }),
);
