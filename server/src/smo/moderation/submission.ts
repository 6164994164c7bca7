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
}

/** What the pipeline says. `reasons` are in the order of the phases; the gravest decision wins. */
export interface Verdict {
  readonly decision: Decision;
  readonly reasons: readonly Reason[];
  /** 0 to 1. */
  readonly spamScore: number;
  /** 0 to 1. */
  readonly toxicityScore: number;
  /** In doubt: the author may send it again with a proof of work, and is judged without the doubt. */
  readonly needsProofOfWork: boolean;
}

/** What a moderator has decided about a text of a site. */
export interface Lesson {
  readonly siteId: string;
  readonly text: string;
  readonly isSpam?: boolean;
  readonly isToxic?: boolean;
}
