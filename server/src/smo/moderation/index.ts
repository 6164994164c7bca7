export { judge } from "./judge.ts";
export { learnFrom } from "./learn-from.ts";
export { Decision, Reason } from "./schema.ts";
export type { Lesson, Submission, Verdict } from "./submission.ts";
