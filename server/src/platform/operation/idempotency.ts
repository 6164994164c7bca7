import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import type { Caller } from "./context.ts";

/** A write that may come again: the key that its caller gave it, and what tells it from another request. */
export interface Replay {
  readonly caller: Caller;
  /** The `Idempotency-Key`; without one nothing is remembered. */
  readonly key: string | undefined;
  readonly fingerprint: string;
}

interface Memory {
  readonly db: Db;
  readonly vault: Vault;
}

/**
 * Claims the key, or answers what was answered before. A second request with the key waits until the first one's
 * transaction has ended.
 */
export async function recall(
  { db, vault }: Memory,
  replay: Replay,
  now: Date,
): Promise<{ readonly answer: unknown } | undefined> {
  const row = identify(replay);
  if (!row) return undefined;
  const claimed = await db
    .insertInto("idempotency")
    .values({ ...row, requestHash: replay.fingerprint, createdAt: now })
    .onConflict((taken) => taken.columns(["workspaceId", "caller", "key"]).doNothing())
    .returning("key")
    .executeTakeFirst();
  if (claimed) return undefined;
  const known = await db
    .selectFrom("idempotency")
    .select(["requestHash", "answer"])
    .where("workspaceId", "=", row.workspaceId)
    .where("caller", "=", row.caller)
    .where("key", "=", row.key)
    .executeTakeFirst();
  if (!known || known.answer === null) throw stillUnderWay(row.key);
  if (known.requestHash !== replay.fingerprint) {
    throw new Problem("conflict", say`The Idempotency-Key "${row.key}" was used for another request`, {
      hint: say`Use a new key`,
    });
  }
  return { answer: vault.open(z.string().parse(known.answer), purposeOf(row)) };
}

/** Keeps the answer beside the change that it speaks of; sealed, for it may hold what is shown only once. */
export async function remember({ db, vault }: Memory, replay: Replay, answer: unknown): Promise<void> {
  const row = identify(replay);
  if (!row) return;
  const sealed = JSON.stringify(vault.seal(answer ?? null, purposeOf(row)));
  await db
    .updateTable("idempotency")
    .set({ answer: sql`${sealed}::jsonb` })
    .where("workspaceId", "=", row.workspaceId)
    .where("caller", "=", row.caller)
    .where("key", "=", row.key)
    .execute();
}

/** Frees a claimed key: its request was refused and changed nothing. */
export async function release(db: Db, replay: Replay): Promise<void> {
  const row = identify(replay);
  if (!row) return;
  await db
    .deleteFrom("idempotency")
    .where("workspaceId", "=", row.workspaceId)
    .where("caller", "=", row.caller)
    .where("key", "=", row.key)
    .where("answer", "is", null)
    .execute();
}

const stillUnderWay = (key: string) =>
  new Problem(
    "conflict",
    say`The request with the Idempotency-Key "${key}" is still under way, or was cut off`,
    {
      hint: say`Ask for the thing's state before you repeat it with a new key`,
      retryAfterSeconds: 2,
    },
  );

interface Row {
  readonly workspaceId: string;
  readonly caller: string;
  readonly key: string;
}

/** Stands for "in no workspace": set-up, joining, opening a workspace. */
const nowhere = "00000000-0000-0000-0000-000000000000";

/** A visitor is known by nothing but what he asks: only the very same request finds what it was answered. */
function identify({ caller, key, fingerprint }: Replay): Row | undefined {
  if (key === undefined) return undefined;
  const { actor, workspace } = caller;
  const name = actor.kind === "anonymous" ? fingerprint : actor.id;
  return { workspaceId: workspace?.id ?? nowhere, caller: `${actor.kind}:${name}`, key };
}

const purposeOf = ({ workspaceId, caller, key }: Row) => `idempotency:${workspaceId}:${caller}:${key}`;
