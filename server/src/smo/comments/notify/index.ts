import { feature } from "#src/platform/operation/feature.ts";
import { forgetNotices } from "./forget-notices.ts";
import { gatherNotices, tellOfComment } from "./gather-notices.job.ts";
import { sendNotices } from "./send-notices.job.ts";
import { changeCommentTeamNotices, getCommentTeamNotices } from "./team-notices.ts";
import { tellTeam } from "./tell-team.job.ts";

/** Letters about talks: to whom somebody answered or spoke, to those who follow, and to the team. */
export const commentNotices = feature({
  name: "commentNotices",
  operations: [getCommentTeamNotices, changeCommentTeamNotices],
  jobs: [gatherNotices, sendNotices, tellTeam],
  listeners: [tellOfComment, forgetNotices],
});

export { type NoticeParts, noticeRoutes } from "./notice-routes.ts";
