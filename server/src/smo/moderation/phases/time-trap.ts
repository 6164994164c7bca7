import type { Phase } from "../inquiry.ts";

/** A form that was filled faster than a person can. Programs may say what they like, so it only raises a doubt. */
export const timeTrap: Phase = {
  name: "timeTrap",
  look({ submission, rules, hasWorked }) {
    const { filledMs, source } = submission;
    if (source !== "page" || filledMs === undefined || filledMs >= rules.fastestMs || hasWorked)
      return undefined;
    return { decision: "hold", code: "too_fast", detail: `${filledMs} ms`, isDoubt: true };
  },
};
