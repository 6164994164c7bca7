import { feature } from "#src/platform/operation/feature.ts";
import {
  changeFaqEntry,
  createFaqEntry,
  deleteFaqEntry,
  listFaqEntries,
  moveFaqEntry,
} from "./faq-entries.ts";
import { forgetSearches, gatherSearches } from "./gather-searches.job.ts";
import { hearComments, keepComment } from "./keep-comments.job.ts";
import { getQuestion, listQuestions } from "./questions.ts";
import { hearPages, readAnswerPages, takeAnswerPages } from "./read-pages.job.ts";
import { getAnswerSources, getSearchReport, readAnswerSources } from "./search-report.ts";
import {
  answerQuestion,
  dismissQuestion,
  mergeQuestions,
  reopenQuestion,
  splitQuestions,
} from "./settle-question.ts";
import { tellAskers } from "./tell-askers.job.ts";
import { tryAnswers } from "./try-answers.ts";

/** Answers found at once, and the loop of those that were not: asked, answered once, told. */
export const answers = feature({
  name: "answers",
  operations: [
    listFaqEntries,
    createFaqEntry,
    changeFaqEntry,
    moveFaqEntry,
    deleteFaqEntry,
    listQuestions,
    getQuestion,
    answerQuestion,
    dismissQuestion,
    reopenQuestion,
    mergeQuestions,
    splitQuestions,
    getSearchReport,
    getAnswerSources,
    readAnswerSources,
    tryAnswers,
  ],
  jobs: [readAnswerPages, takeAnswerPages, keepComment, gatherSearches, forgetSearches, tellAskers],
  listeners: [hearPages, ...hearComments],
});

export { answerRoutes } from "./routes.ts";
