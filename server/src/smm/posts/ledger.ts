import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import type { Actor } from "#src/platform/operation/context.ts";
import type { Json } from "#src/networks/network.ts";
import type { NetworkFailure } from "#src/networks/failure.ts";

/** What can happen to a publication. Each is a sentence in the app; `detail` are its parameters. */
export type StepKind =
  | "planned"
  | "overridden"
  | "unscheduled"
  | "began"
  | "attempted"
  | "repeated"
  | "found"
  | "absent"
  | "blind"
  | "waits"
  | "doubted"
  | "sent"
  | "published"
  | "partial"
  | "unknown"
  | "missed"
  | "failed"
  | "edited"
  | "withdrawn"
  | "resolved";

export interface Step {
  readonly kind: StepKind;
  readonly detail?: Readonly<Record<string, Json>>;
  readonly words?: string | undefined;
}

interface Happening extends Step {
  readonly publicationId: string;
  readonly at: Date;
  /** Absent: Samovar itself did it. */
  readonly actor?: Actor;
}

/** One more line of the ledger, in the transaction of the change. */
export async function addStep(
  db: Db,
  { publicationId, at, actor, kind, detail = {}, words }: Happening,
): Promise<void> {
  await db
    .insertInto("publicationStep")
    .values({
      id: uuidv7(),
      publicationId,
      at,
      kind,
      actorKind: actor?.kind ?? "job",
      actorName: nameOf(actor),
      detail: JSON.stringify(detail),
      words: words ?? null,
    })
    .execute();
}

function nameOf(actor: Actor | undefined): string {
  if (!actor) return "Samovar";
  return actor.kind === "anonymous" ? "a visitor" : actor.name;
}

/** A failure as a step's parameters. */
export function detailOf(failure: NetworkFailure): Readonly<Record<string, Json>> {
  return {
    rule: failure.rule,
    title: failure.message,
    kind: failure.kind,
    ...(failure.hint && { hint: failure.hint }),
  };
}
