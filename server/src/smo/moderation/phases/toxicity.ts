import type { Phase } from "../inquiry.ts";
import { scoreText } from "../models.ts";

/** Words that hurt are for a person to judge: nothing is refused for them alone. */
export const toxicity: Phase = {
  name: "toxicity",
  async look(inquiry) {
    const { score } = await scoreText(inquiry, "toxicity");
    inquiry.toxicityScore = score;
    return score >= inquiry.rules.toxicityHold ? { decision: "hold", code: "score", score } : undefined;
  },
};
