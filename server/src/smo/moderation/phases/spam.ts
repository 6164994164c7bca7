import type { Phase } from "../inquiry.ts";
import { scoreText } from "../models.ts";

/** What this site's moderators have taught. It refuses only once it has learned from enough of them. */
export const spam: Phase = {
  name: "spam",
  async look(inquiry) {
    const { rules, hasWorked } = inquiry;
    const { score, lessons } = await scoreText(inquiry, "spam");
    inquiry.spamScore = score;
    if (score >= rules.spamReject && lessons >= rules.lessonsToReject)
      return { decision: "reject", code: "score", score };
    if (score < rules.spamHold) return undefined;
    return { decision: "hold", code: "score", score, isDoubt: !hasWorked };
  },
};
