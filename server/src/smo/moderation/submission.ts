import type { Decision, Reason } from "./schema.ts";

/** Something that somebody wants to have shown on an owner's page, whoever he is and whichever way it came. */
export interface Submission {
  readonly siteId: string;
  readonly workspaceId: string;
  /** The row's id, where the caller has minted it already: then the history of decisions leads to it. */
  readonly commentId?: string;
  readonly kind: "comment" | "review" | "webmention" | "reply";
  /** Plain text, as the author wrote it. */
  readonly text: string;
  readonly name?: string;
  readonly email?: string;
  /** The author's own page. */
  readonly url?: string;
  /** The author's network address, as text. It is kept as a keyed hash only. */
  readonly address?: string;
  readonly userAgent?: string;
  /** What came in the field that no person sees. */
  readonly honeypot?: string;
  /** Milliseconds from the form's first touch to its sending. */
  readonly filledMs?: number;
  readonly author: { readonly id?: string; readonly trust: number; readonly isVerified: boolean };
  readonly source: "page" | "webmention" | "fediverse" | "network" | "import";
  /** The solved challenge (`Verdict.needsProofOfWork`), base64 of JSON as the solver gives it. */
  readonly proofOfWork?: string;
  readonly pageUrl: string;
  /** What `askAkismet` answered, before the transaction was opened. */
  readonly akismet?: AkismetOpinion;
  /** When it came; now where it is left out. */
  readonly at?: Date;
}

/** `failed` is no opinion: the submission waits for a person. */
export interface AkismetOpinion {
  readonly answer: "spam" | "blatant" | "fine" | "failed";
  /** What went wrong. */
  readonly detail?: string;
}

/** What the pipeline says. `reasons` are in the order of the phases; the gravest decision wins. */
export interface Verdict {
  readonly decision: Decision;
  readonly reasons: readonly Reason[];
  /** 0 to 1. */
  readonly spamScore: number;
  /** 0 to 1. */
  readonly toxicityScore: number;
  /**
   * In doubt: the author may send it again with a proof of work (`issueChallenge`), and is then judged without the
   * doubt. Whoever does not ask for it just keeps the decision.
   */
  readonly needsProofOfWork: boolean;
  /** Refused, and its author is to believe that it was published. */
  readonly isShadowed: boolean;
}

/** What a moderator has decided about a text of a site. */
export interface Lesson {
  readonly siteId: string;
  readonly text: string;
  readonly isSpam?: boolean;
  readonly isToxic?: boolean;
  /** When it was decided; now where it is left out. */
  readonly at?: Date;
}
