import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import type { Caller } from "./context.ts";

interface Replay {
  readonly caller: Caller;
  readonly key: string | undefined;
  readonly hash: string | undefined;
}

/**
 * Claims the key, or answers what was answered before. A second request with the key waits until the first one's
 * transaction has ended.
 */
export async function recall(
  db: Db,
  replay: Replay,
  now: Date,
): Promise<{ readonly answer: unknown } | undefined> {
  const { key, hash } = replay;
  const row = identify(replay);
  if (!row || key === undefined || hash === undefined) return undefined;
  const claimed = await db
    .insertInto("idempotency")
    .values({ ...row, key, requestHash: hash, createdAt: now })
    .onConflict((taken) => taken.columns(["workspaceId", "caller", "key"]).doNothing())
    .returning("key")
    .executeTakeFirst();
  if (claimed) return undefined;
  const known = await db
    .selectFrom("idempotency")
    .select(["requestHash", "answer"])
    .where("workspaceId", "=", row.workspaceId)
    .where("caller", "=", row.caller)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (known.requestHash !== hash) {
    throw new Problem("conflict", `The Idempotency-Key "${key}" was used for another request`, {
      hint: "Use a new key",
    });
  }
  if (known.answer === null) {
    throw new Problem(
      "conflict",
      `The request with the Idempotency-Key "${key}" is still under way, or was cut off`,
      {
        hint: "Ask for the thing's state before you repeat it with a new key",
        retryAfterSeconds: 2,
      },
    );
  }
  return { answer: Object(known.answer).answer };
}

/** Keeps the answer beside the change that it speaks of. */
export async function remember(db: Db, replay: Replay, answer: unknown): Promise<void> {
  const row = identify(replay);
  if (!row || replay.key === undefined) return;
  await db
    .updateTable("idempotency")
    .set({ answer: sql`${JSON.stringify({ answer: answer ?? null })}::jsonb` })
    .where("workspaceId", "=", row.workspaceId)
    .where("caller", "=", row.caller)
    .where("key", "=", replay.key)
    .execute();
}

/** Frees a claimed key: its request was refused and changed nothing. */
export async function release(db: Db, replay: Replay): Promise<void> {
  const row = identify(replay);
  if (!row || replay.key === undefined) return;
  await db
    .deleteFrom("idempotency")
    .where("workspaceId", "=", row.workspaceId)
    .where("caller", "=", row.caller)
    .where("key", "=", replay.key)
    .where("answer", "is", null)
    .execute();
}

function identify({ caller }: Replay) {
  if (!caller.workspace || caller.actor.kind === "anonymous") return undefined;
  return { workspaceId: caller.workspace.id, caller: `${caller.actor.kind}:${caller.actor.id}` };
}
