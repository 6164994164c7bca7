/**
 * What to do about a failed call on a network, decided from status and machine-readable codes, never from prose:
 * - `reconnect` the account's credentials no longer work: a person must connect again;
 * - `wait` try again later, `retryAfterMs` if the network said when;
 * - `rejected` this message will never be taken as it is;
 * - `unsure` the network may or may not have taken it: look before any repeat.
 */
export type FailureKind = "reconnect" | "wait" | "rejected" | "unsure";

interface FailureDetails {
  /** Stable id `<network>.<surface>.<check>`, as in `bluesky.post.text`. */
  readonly rule: string;
  /** What the network said, in its own words, shortened. */
  readonly words?: string;
  readonly hint?: string;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A network refused, or could not be reached. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
  readonly kind: FailureKind;
  readonly rule: string;
  readonly words: string | undefined;
  readonly hint: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(kind: FailureKind, message: string, details: FailureDetails) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.rule = details.rule;
    this.words = details.words;
    this.hint = details.hint;
    this.retryAfterMs = details.retryAfterMs;
  }
}
