import type { Phase } from "../inquiry.ts";

/** The first words of somebody of whom none were approved yet. */
export const firstComment: Phase = {
  name: "firstComment",
  look({ submission, rules, reading }) {
    if (submission.author.trust > 0 || rules.holdFirst === "never") return undefined;
    if (rules.holdFirst === "links" && reading.hosts.length === 0 && !submission.url) return undefined;
    return { decision: "hold", code: "newcomer" };
  },
};
