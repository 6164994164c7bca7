import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";

/** A turn ends by itself when its holder has not been heard from for so long: it was killed. */
export const turnMs = 30_000;

/** A holder that lives gives the turn back within moments: the next looks by the second, not when the turn would end. */
const lookAgainMs = 1000;

interface Turn {
  readonly channelId: string;
  /** Names one run of one process, never a thing that two runs share. */
  readonly holderId: string;
  readonly now: Date;
}

/** Takes the channel's turn to send, or says when to ask again. */
export async function takeTurn(
  db: Db,
  { channelId, holderId, now }: Turn,
): Promise<{ readonly askAgainAt: Date } | undefined> {
  const heldUntil = new Date(now.getTime() + turnMs);
  const taken = await db
    .insertInto("channelTurn")
    .values({ channelId, holderId, heldUntil, freeAt: now })
    .onConflict((known) =>
      known
        .column("channelId")
        .doUpdateSet({ holderId, heldUntil })
        .where((turn) =>
          turn.and([turn("channelTurn.heldUntil", "<=", now), turn("channelTurn.freeAt", "<=", now)]),
        ),
    )
    .returning("channelId")
    .executeTakeFirst();
  if (taken) return undefined;
  const { heldUntil: until, freeAt } = await db
    .selectFrom("channelTurn")
    .select(["heldUntil", "freeAt"])
    .where("channelId", "=", channelId)
    .executeTakeFirstOrThrow();
  const soon = new Date(Math.min(until.getTime(), now.getTime() + lookAgainMs));
  return { askAgainAt: soon > freeAt ? soon : freeAt };
}

/** Tells that the holder lives. False when the turn was lost: then nothing more may be sent. */
export async function keepTurn(db: Db, { channelId, holderId, now }: Turn): Promise<boolean> {
  const kept = await db
    .updateTable("channelTurn")
    .set({ heldUntil: new Date(now.getTime() + turnMs) })
    .where("channelId", "=", channelId)
    .where("holderId", "=", holderId)
    .returning("channelId")
    .executeTakeFirst();
  return kept !== undefined;
}

/** Gives the turn back; the next may take it after the pause. */
export async function endTurn(db: Db, turn: Turn, pauseMs: number): Promise<void> {
  await db
    .updateTable("channelTurn")
    .set({ heldUntil: turn.now, freeAt: sql`greatest(free_at, ${new Date(turn.now.getTime() + pauseMs)})` })
    .where("channelId", "=", turn.channelId)
    .where("holderId", "=", turn.holderId)
    .execute();
}
