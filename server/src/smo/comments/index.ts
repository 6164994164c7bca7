import { feature } from "#src/platform/operation/feature.ts";
import { answerComment, pinComment, unpinComment } from "./comment-operations.ts";
import {
  changeCommentSettings,
  connectCommentProvider,
  disconnectCommentProvider,
  getCommentSettings,
  makeCommentSsoSecret,
} from "./comment-settings-operations.ts";
import { eraseCommentAuthor, eraseComments, listCommentAuthors } from "./erase-comment-author.ts";
import { forgetTalk } from "./forget-talk.job.ts";
import { closePoll, createPoll, deletePoll, listPolls } from "./poll-operations.ts";
import { changeThread, getThread, listThreads, moveCommentThread } from "./thread-operations.ts";

/** The talk on the owner's pages: comments and reviews, reactions, polls, and who speaks there. */
export const comments = feature({
  name: "comments",
  operations: [
    getCommentSettings,
    changeCommentSettings,
    makeCommentSsoSecret,
    connectCommentProvider,
    disconnectCommentProvider,
    listThreads,
    getThread,
    changeThread,
    moveCommentThread,
    answerComment,
    pinComment,
    unpinComment,
    createPoll,
    listPolls,
    closePoll,
    deletePoll,
    listCommentAuthors,
    eraseCommentAuthor,
  ],
  jobs: [eraseComments, forgetTalk],
});

export { addComment, mintCommentId, type NewComment, touchThread } from "./add-comment.ts";
export { changeCommentState, type DecidedBy } from "./change-comment-state.ts";
export { cleanLine, cleanText } from "./clean-text.ts";
export { type AuthorRow, isVerified, type NewAuthor, openAuthor } from "./comment-authors.ts";
export { type CommentSettingsRow, readCommentSettings } from "./comment-settings.ts";
export { findThread, openThread, type ThreadRow } from "./find-thread.ts";
export { pathOfPage } from "./page-path.ts";
export { commentNotices, type NoticeParts, noticeRoutes } from "./notify/index.ts";
export { commentExportRoutes, commentTransfer } from "./transfer/index.ts";
export { commentQueue, noteReading } from "./queue/index.ts";
export { renderComment } from "./render-comment.ts";
export {
  AuthorKind,
  CommentSort,
  CommentSource,
  CommentState,
  commentStates,
  maxCommentLength,
} from "./schema.ts";
export { settleReports } from "./report-comment.ts";
export { commentAuthorErased, commentChanged, commentDeleted, commentPublished } from "./signals.ts";
export { talkRoutes } from "./talk-routes.ts";
export type { TalkParts } from "./visitor.ts";
