import { type Said, type Sayable, speak, type Tongue } from "./say.ts";

/** What went wrong, as a closed set: every surface translates these and nothing else. */
export const problemCodes = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "check_failed",
  "too_large",
  "limit_reached",
  "unavailable",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One field of the input that was refused: where, why. `path` is dotted, as in `media.0.alt`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string | Sayable;
}

interface ProblemDetails {
  readonly hint?: string | Said;
  readonly fields?: readonly FieldFault[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A problem as a caller reads it. */
interface SpokenProblem {
  readonly code: ProblemCode;
  readonly title: string;
  readonly hint: string | undefined;
  readonly fields: readonly { readonly path: string; readonly message: string }[] | undefined;
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
  readonly #title: string | Said;
  readonly #hint: string | Said | undefined;

  constructor(code: ProblemCode, message: string | Said, details: ProblemDetails = {}) {
    super(String(message), { cause: details.cause });
    this.code = code;
    this.hint = details.hint === undefined ? undefined : String(details.hint);
    this.#title = message;
    this.#hint = details.hint;
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** In the caller's language. */
  in(tongue: Tongue): SpokenProblem {
    return {
      code: this.code,
      title: speak(this.#title, tongue),
      hint: this.#hint === undefined ? undefined : speak(this.#hint, tongue),
      fields: this.fields?.map(({ path, message }) => ({ path, message: speak(message, tongue) })),
    };
  }
}
