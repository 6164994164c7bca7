import { sql } from "kysely";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { TalkPoll } from "./talk-schema.ts";

interface PollAsked {
  readonly siteId: string;
  readonly id: string;
  /** Whose own votes are told; nobody's when left out. */
  readonly voter?: string;
  readonly now: Date;
}

/** A poll with its counts. Throws `not_found`. */
export async function readPoll(db: Db, { siteId, id, voter, now }: PollAsked): Promise<TalkPoll> {
  const poll = await findPoll(db, { siteId, id });
  const options = await db
    .selectFrom("commentPollOption")
    .select(["position", "text", "voteCount"])
    .where("pollId", "=", id)
    .orderBy("position")
    .execute();
  const mine =
    voter === undefined
      ? []
      : await db
          .selectFrom("commentPollVote")
          .select("position")
          .where("pollId", "=", id)
          .where("voter", "=", voter)
          .orderBy("position")
          .execute();
  const { question, takesMany, closesAt, voterCount } = poll;
  return {
    id,
    question,
    takesMany,
    closesAt: closesAt?.toISOString() ?? null,
    isClosed: closesAt !== null && closesAt <= now,
    voterCount,
    options,
    mine: mine.map(({ position }) => position),
  };
}

/** A visitor's votes in a poll, once for all. Throws `not_found`, `invalid`, `conflict`. */
export async function voteInPoll(
  db: Db,
  asked: PollAsked & { readonly voter: string },
  options: readonly number[],
): Promise<void> {
  const { siteId, id, voter, now } = asked;
  const poll = await findPoll(db, { siteId, id, isLocked: true });
  const positions = [...new Set(options)];
  if (poll.closesAt !== null && poll.closesAt <= now) {
    throw new Problem("conflict", say`The poll is closed`, { hint: say`See what came of it` });
  }
  if (positions.length > 1 && !poll.takesMany) {
    throw new Problem("invalid", say`options: this poll takes one answer, not ${positions.length}`, {
      hint: say`Choose one`,
    });
  }
  const before = await db
    .selectFrom("commentPollVote")
    .select("position")
    .where("pollId", "=", id)
    .where("voter", "=", voter)
    .limit(1)
    .executeTakeFirst();
  if (before)
    throw new Problem("conflict", say`You have voted already`, { hint: say`A vote stays as it was given` });
  const { numUpdatedRows } = await db
    .updateTable("commentPollOption")
    .set({ voteCount: sql`vote_count + 1` })
    .where("pollId", "=", id)
    .where("position", "in", positions)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) < positions.length) {
    throw new Problem("invalid", say`options: ${positions.join(", ")} are not all answers of this poll`, {
      hint: say`Give positions as the poll lists them, from 0`,
    });
  }
  await db
    .insertInto("commentPollVote")
    .values(positions.map((position) => ({ pollId: id, voter, position, at: now })))
    .execute();
  await db
    .updateTable("commentPoll")
    .set({ voterCount: sql`voter_count + 1` })
    .where("id", "=", id)
    .execute();
}

async function findPoll(
  db: Db,
  {
    siteId,
    id,
    isLocked = false,
  }: { readonly siteId: string; readonly id: string; readonly isLocked?: boolean },
) {
  const poll = await db
    .selectFrom("commentPoll")
    .selectAll()
    .where("id", "=", id)
    .where("siteId", "=", siteId)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  if (poll) return poll;
  throw new Problem("not_found", say`There is no poll ${id} on this site`, {
    hint: say`It may have been deleted`,
  });
}
