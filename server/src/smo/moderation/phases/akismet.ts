import type { Finding, Phase } from "../inquiry.ts";
import type { AkismetOpinion } from "../submission.ts";

/** What Akismet said, where the owner wants it asked. No answer is no reason to let it pass. */
export const akismet: Phase = {
  name: "akismet",
  look({ rules, submission }) {
    if (!rules.akismet) return undefined;
    const { answer, detail } = submission.akismet ?? { answer: "failed" };
    const finding = findings[answer];
    return finding && detail !== undefined ? { ...finding, detail: detail.slice(0, 300) } : finding;
  },
};

const findings: Readonly<Record<AkismetOpinion["answer"], Finding | undefined>> = {
  fine: undefined,
  spam: { decision: "hold", code: "spam" },
  blatant: { decision: "reject", code: "blatant" },
  failed: { decision: "hold", code: "no_answer" },
};
