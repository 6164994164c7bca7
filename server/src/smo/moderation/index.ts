import { feature } from "#src/platform/operation/feature.ts";
import { forgetArrivals } from "./forget-arrivals.job.ts";
import { getModerationLearning } from "./get-moderation-learning.ts";
import { listModerationDecisions } from "./list-moderation-decisions.ts";
import { addModerationEntry, deleteModerationEntry, listModerationEntries } from "./moderation-entries.ts";
import { changeModerationSettings, getModerationSettings } from "./moderation-settings.ts";
import { scoreSampleText } from "./score-sample-text.ts";

/** What may be shown on the owner's pages: the phases, the lists, what was learned. */
export const moderation = feature({
  name: "moderation",
  operations: [
    getModerationSettings,
    changeModerationSettings,
    listModerationEntries,
    addModerationEntry,
    deleteModerationEntry,
    listModerationDecisions,
    getModerationLearning,
    scoreSampleText,
  ],
  jobs: [forgetArrivals],
});

export { askAkismet } from "./ask-akismet.ts";
export { judge } from "./judge.ts";
export { learnFrom, unlearn } from "./learn-from.ts";
export { findOrigin, liftEntries } from "./origins.ts";
export { keepEntry } from "./moderation-entries.ts";
export { Decision, EntryEffect, Reason } from "./schema.ts";
export type { AkismetOpinion, Lesson, Submission, Verdict } from "./submission.ts";
export { type Standing, trustLevelOf } from "./trust-level.ts";
export { type Challenge, issueChallenge, spendProof } from "./work.ts";
