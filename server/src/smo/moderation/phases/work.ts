import { checkWork } from "../work.ts";
import type { Phase } from "../inquiry.ts";

/**
 * A proof of work that was handed in. A good one only takes doubts away: a browser without a person behind it can work
 * too. A forged or used one was made by no element of ours.
 */
export const work: Phase = {
  name: "work",
  async look(inquiry) {
    const { db, submission, secret, now } = inquiry;
    if (submission.proofOfWork === undefined) return undefined;
    const result = await checkWork(db, { proof: submission.proofOfWork, secret, now });
    if (result !== "good") return { decision: "reject", code: result };
    inquiry.hasWorked = true;
    return undefined;
  },
};
