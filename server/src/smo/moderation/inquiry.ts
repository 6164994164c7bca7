import type { Db } from "#src/platform/database/database.ts";
import type { EntryEffect, EntryKind, ModerationRules, Reason } from "./schema.ts";
import type { Reading } from "./scorer/index.ts";
import type { Submission } from "./submission.ts";

/** A submission under way through the phases, with what they all look at. */
export interface Inquiry {
  readonly db: Db;
  readonly submission: Submission;
  readonly rules: ModerationRules;
  readonly now: Date;
  readonly reading: Reading;
  /** The site's own: addresses are hashed with it, challenges signed. */
  readonly secret: string;
  readonly addressHash: string | undefined;
  /** Of the words, so that a text that differs in signs only is the same. */
  readonly textHash: string;
  /** The owner's entries that speak of this author, address or host. */
  readonly entries: readonly Entry[];
  /** A proof of work was handed in, and it is good: the doubts that it answers are not raised. */
  hasWorked: boolean;
  spamScore: number;
  toxicityScore: number;
}

export interface Entry {
  readonly kind: EntryKind;
  readonly effect: EntryEffect;
  readonly pattern: string;
}

/**
 * What a phase has found. An `allow` ends the inquiry: nothing after it is asked. So does a `reject`. `isDoubt`: a
 * proof of work would answer it.
 */
export interface Finding extends Omit<Reason, "phase"> {
  readonly isDoubt?: boolean;
  readonly isShadow?: boolean;
}

export interface Phase {
  readonly name: string;
  readonly look: (inquiry: Inquiry) => Promise<Finding | undefined> | Finding | undefined;
}
