import { SamovarError } from "@samovar/client";

/** A mistake in what was typed; nothing was asked. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** What a script can branch on. 1 is a bug, of Samovar or of ours. */
export const exitCodes: Readonly<Record<string, number>> = {
  bug: 1,
  invalid: 2,
  unauthenticated: 3,
  forbidden: 4,
  not_found: 5,
  conflict: 6,
  too_large: 7,
  limit_reached: 8,
  unavailable: 9,
  check_failed: 10,
};

export interface Failure {
  readonly exitCode: number;
  readonly text: string;
}

/** What to print of a failure, and how to end. */
export function explain(error: unknown): Failure {
  if (error instanceof SamovarError) {
    const faults = error.fields.slice(1).map(({ path, message }) => `  ${path}: ${message}`);
    return {
      exitCode: exitCodes[error.code] ?? 1,
      text: [error.message, ...faults, ...(error.hint ? [error.hint] : [])].join("\n"),
    };
  }
  if (error instanceof UsageError) return { exitCode: 2, text: `${error.message}\n${error.hint}` };
  if (error instanceof TypeError && error.message === "fetch failed") {
    return {
      exitCode: 9,
      text: `Samovar does not answer: ${reasonOf(error.cause)}\nSee that it runs, and that SAMOVAR_URL is its address`,
    };
  }
  return { exitCode: 1, text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message || cause.name : String(cause));
