import { SamovarError } from "@samovar/client";

/** What a command ends with when it did not do what was asked, or found what should not be. */
class CommandFailure extends Error {
  readonly exitCode: number;
  readonly hint: string;

  constructor(exitCode: number, message: string, hint: string) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }
}

/** A mistake in what was typed; nothing was asked. */
export class UsageError extends CommandFailure {
  override readonly name = "UsageError";

  constructor(message: string, hint: string) {
    super(2, message, hint);
  }
}

/** An audit came out below what was asked. */
export class ThresholdMissed extends CommandFailure {
  override readonly name = "ThresholdMissed";

  constructor(message: string) {
    super(
      10,
      `Not ready: ${message}`,
      "The report says what to mend; --fail-on and --min-score say what is asked",
    );
  }
}

/** Not one page answered. */
export class NothingAudited extends CommandFailure {
  override readonly name = "NothingAudited";

  constructor() {
    super(9, "No page could be audited", "Open the address in a browser; the report says what it met");
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
  if (error instanceof CommandFailure)
    return { exitCode: error.exitCode, text: `${error.message}\n${error.hint}` };
  if (error instanceof TypeError && error.message === "fetch failed") {
    return {
      exitCode: 9,
      text: `Samovar does not answer: ${reasonOf(error.cause)}\nSee that it runs, and that SAMOVAR_URL is its address`,
    };
  }
  return { exitCode: 1, text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message || cause.name : String(cause));
