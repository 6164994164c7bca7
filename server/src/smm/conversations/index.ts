import { feature } from "#src/platform/operation/feature.ts";
import { answerReply } from "./answer-reply.ts";
import { resolveAnswer } from "./resolve-answer.ts";
import { listReplies, readReplies } from "./list-replies.ts";
import { readDueReplies, readRepliesJob, startReading, stopReading } from "./read-replies.job.ts";
import { resumeAnswers, sendAnswer } from "./send-answer.job.ts";

/** What people say under our publications, and what we answer. */
export const conversations = feature({
  name: "conversations",
  operations: [listReplies, readReplies, answerReply, resolveAnswer],
  jobs: [readDueReplies, readRepliesJob, sendAnswer, resumeAnswers],
  listeners: [startReading, stopReading],
});
