import type { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { touchThread } from "./add-comment.ts";
import { noComment } from "./read-thread.ts";
import { ReactionKind, reactionKinds, Reactions } from "./schema.ts";

type Kind = z.output<typeof ReactionKind>;

interface Vote {
  readonly voter: string;
  readonly kind: Kind;
  /** False takes it back. */
  readonly isOn: boolean;
  readonly now: Date;
}

export interface Reacted {
  readonly reactions: Reactions;
  readonly mine: readonly Kind[];
  /** Whether this changed anything: the same said twice counts once. */
  readonly hasChanged: boolean;
}

/** A visitor's reaction to a comment; `like` and `dislike` take each other's place. Throws `not_found`. */
export async function reactToComment(
  db: Db,
  { siteId, commentId }: { readonly siteId: string; readonly commentId: string },
  vote: Vote,
): Promise<Reacted> {
  const found = await db
    .selectFrom("comment")
    .select("threadId")
    .where("id", "=", commentId)
    .where("siteId", "=", siteId)
    .where("state", "=", "published")
    .executeTakeFirst();
  if (!found) throw noComment(commentId);
  const { threadId } = found;
  const version = await touchThread(db, threadId);
  const { reactions: before } = await db
    .selectFrom("comment")
    .select("reactions")
    .where("id", "=", commentId)
    .executeTakeFirstOrThrow();
  const steps = await keepVote(db, { threadId, commentId }, vote);
  const reactions = addSteps(Reactions.parse(before), steps);
  if (steps.length > 0) {
    await db
      .updateTable("comment")
      .set({ reactions: JSON.stringify(reactions), best: bestOf(reactions), version })
      .where("id", "=", commentId)
      .execute();
  }
  const mine = await readMine(db, { threadId, commentId }, vote.voter);
  return { reactions, mine, hasChanged: steps.length > 0 };
}

/** A visitor's reaction to the page itself. */
export async function reactToPage(db: Db, threadId: string, vote: Vote): Promise<Reacted> {
  await touchThread(db, threadId);
  const { reactions: before } = await db
    .selectFrom("commentThread")
    .select("reactions")
    .where("id", "=", threadId)
    .executeTakeFirstOrThrow();
  const steps = await keepVote(db, { threadId, commentId: null }, vote);
  const reactions = addSteps(Reactions.parse(before), steps);
  if (steps.length > 0) {
    await db
      .updateTable("commentThread")
      .set({ reactions: JSON.stringify(reactions) })
      .where("id", "=", threadId)
      .execute();
  }
  const mine = await readMine(db, { threadId, commentId: null }, vote.voter);
  return { reactions, mine, hasChanged: steps.length > 0 };
}

interface Target {
  readonly threadId: string;
  readonly commentId: string | null;
}

export async function readMine(db: Db, { threadId, commentId }: Target, voter: string): Promise<Kind[]> {
  const rows = await db
    .selectFrom("commentReaction")
    .select("kind")
    .where("threadId", "=", threadId)
    .where("commentId", commentId === null ? "is" : "=", commentId)
    .where("voter", "=", voter)
    .execute();
  return rows.map(({ kind }) => ReactionKind.parse(kind));
}

type Step = readonly [Kind, 1 | -1];

/** Keeps or drops one vote, and drops its opposite; answers what changed. */
async function keepVote(db: Db, target: Target, { voter, kind, isOn, now }: Vote): Promise<Step[]> {
  if (!isOn) return dropVote(db, target, { voter, kind });
  const kept = await db
    .insertInto("commentReaction")
    .values({ ...target, voter, kind, at: now })
    .onConflict((known) => known.columns(["threadId", "commentId", "voter", "kind"]).doNothing())
    .returning("kind")
    .executeTakeFirst();
  const other = opposite[kind];
  const dropped = kept && other ? await dropVote(db, target, { voter, kind: other }) : [];
  return kept ? [[kind, 1], ...dropped] : [];
}

const opposite: Readonly<Partial<Record<Kind, Kind>>> = { like: "dislike", dislike: "like" };

async function dropVote(
  db: Db,
  { threadId, commentId }: Target,
  { voter, kind }: { readonly voter: string; readonly kind: Kind },
): Promise<Step[]> {
  const { numDeletedRows } = await db
    .deleteFrom("commentReaction")
    .where("threadId", "=", threadId)
    .where("commentId", commentId === null ? "is" : "=", commentId)
    .where("voter", "=", voter)
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n ? [[kind, -1]] : [];
}

function addSteps(before: Reactions, steps: readonly Step[]): Reactions {
  const after = { ...before };
  for (const [kind, step] of steps) after[kind] = Math.max(0, (after[kind] ?? 0) + step);
  return Object.fromEntries(reactionKinds.flatMap((kind) => (after[kind] ? [[kind, after[kind]]] : [])));
}

/**
 * For the order "best": the lower bound of the share in favour (Wilson's interval at 95 %), less that of the share
 * against. Without votes 0; what most dislike is below that. Pure.
 */
export function bestOf(reactions: Reactions): number {
  const against = reactions.dislike ?? 0;
  const all = Object.values(reactions).reduce((sum, count) => sum + count, 0);
  return lowerBound(all - against, all) - lowerBound(against, all);
}

const z95 = 1.959964;

function lowerBound(hits: number, of: number): number {
  if (hits === 0) return 0;
  const share = hits / of;
  const square = z95 * z95;
  const spread = z95 * Math.sqrt((share * (1 - share) + square / (4 * of)) / of);
  return (share + square / (2 * of) - spread) / (1 + square / of);
}

/** A path's `:kind`. Throws `invalid`. */
export function kindOf(text: string): Kind {
  const kind = ReactionKind.safeParse(text);
  if (kind.success) return kind.data;
  throw new Problem("invalid", say`There is no reaction "${text.slice(0, 40)}"`, {
    hint: say`There are ${reactionKinds.join(", ")}`,
  });
}
