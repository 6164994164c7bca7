import type { Phase } from "../inquiry.ts";

/** No person sees the field, so no person fills it. */
export const honeypot: Phase = {
  name: "honeypot",
  look: ({ submission }) =>
    (submission.honeypot ?? "") === "" ? undefined : { decision: "reject", code: "filled" },
};
