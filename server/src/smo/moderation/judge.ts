import type { Db } from "#src/platform/database/database.ts";
import type { Submission, Verdict } from "./submission.ts";

/** Leads a submission through the phases of its site. Runs in the caller's transaction and calls nothing outside. */
export async function judge(_db: Db, _submission: Submission): Promise<Verdict> {
  return { decision: "allow", reasons: [], spamScore: 0, toxicityScore: 0, needsProofOfWork: false };
}
