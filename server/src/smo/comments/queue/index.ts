import { feature } from "#src/platform/operation/feature.ts";
import { listen } from "#src/platform/operation/signal.ts";
import { commentPublished } from "../signals.ts";
import { decideComments } from "./decide-comments.ts";
import { getCommentCase } from "./get-comment-case.ts";
import { getCommentQueueCounts } from "./get-comment-queue-counts.ts";
import { listCommentQueue } from "./list-comment-queue.ts";
import { refreshTrust } from "./refresh-trust.ts";
import { undoCommentDecision } from "./undo-comment-decision.ts";

/**
 * What waits for a moderator, and what he makes of it. Trust is earned by talk that was approved, also where nobody
 * had to look.
 */
export const commentQueue = feature({
  name: "commentQueue",
  operations: [listCommentQueue, getCommentQueueCounts, getCommentCase, decideComments, undoCommentDecision],
  listeners: [
    listen(commentPublished, ({ db, now }, { authorId }) =>
      refreshTrust(db, { authorIds: [authorId], now: now() }),
    ),
  ],
});

export { noteReading } from "./refresh-trust.ts";
