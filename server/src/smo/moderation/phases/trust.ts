import type { Phase } from "../inquiry.ts";

/** Whoever has earned it by reading and by approved talk is asked no more. */
export const trust: Phase = {
  name: "trust",
  look: ({ submission, rules }) =>
    submission.author.trust >= rules.trustedFrom
      ? { decision: "allow", code: "trusted", detail: `${submission.author.trust}` }
      : undefined,
};
