/** What went wrong, as a closed set: every surface translates these and nothing else. */
export const problemCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "too_large",
  "limit_reached",
  "unavailable",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One field of the input that was refused: where, why. `path` is dotted, as in `media.0.alt`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

interface ProblemDetails {
  readonly hint?: string;
  readonly fields?: readonly FieldFault[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/**
 * A failure the caller can act on. The message says what happened and names the value, the hint says what to
 * do. Anything else that is thrown is a bug and reaches the caller as `500` without its text.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly hint: string | undefined;
  readonly fields: readonly FieldFault[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, message: string, details: ProblemDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
