import { v7 as uuidv7 } from "uuid";
import type { Inside } from "#src/platform/operation/context.ts";
import { type Outside, takeTurn } from "#src/smm/channels/index.ts";
import { addStep } from "./ledger.ts";
import { policyOf } from "./post-view.ts";

export interface Task {
  readonly publicationId: string;
  /** Enqueues this very task once more, in the transaction. */
  readonly comeBack: (inside: Inside, runAt: Date) => Promise<void>;
}

export interface Run extends Task {
  readonly holderId: string;
  readonly channelId: string;
  readonly postId: string;
  readonly trackedUrl: string | undefined;
  readonly retries: number;
  readonly dueAt: Date;
}

/** Later than this is late: the house was down, or the clock jumped. */
const punctualMs = 5 * 60_000;

/** Decides whether it is this run's to do; otherwise sees to it that somebody comes back in time. */
export async function begin(outside: Outside, inside: Inside, task: Task): Promise<Run | undefined> {
  const { db } = inside;
  const now = outside.now();
  const row = await db
    .selectFrom("publication")
    .selectAll()
    .where("id", "=", task.publicationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row || (row.state !== "scheduled" && row.state !== "publishing")) return undefined;
  const dueAt = row.scheduledAt ?? now;
  const earliest = latest(dueAt, row.waitsUntil);
  if (earliest > now) return later(inside, task, earliest);
  if (row.state === "scheduled" && (await isMissed(inside, { ...row, dueAt }, now))) return undefined;
  const holderId = uuidv7();
  const taken = await takeTurn(db, { channelId: row.channelId, holderId, now });
  if (taken) return later(inside, task, taken.askAgainAt);
  await enter(inside, row, now);
  const { channelId, postId, retries } = row;
  return { ...task, holderId, channelId, postId, retries, dueAt, trackedUrl: row.trackedUrl ?? undefined };
}

const latest = (one: Date, other: Date | null) => (other && other > one ? other : one);

async function enter(
  { db }: Inside,
  row: { readonly id: string; readonly state: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable("publication")
    .set({ state: "publishing", waitsUntil: null })
    .where("id", "=", row.id)
    .execute();
  if (row.state === "scheduled") await addStep(db, { publicationId: row.id, at: now, kind: "began" });
}

async function later(inside: Inside, task: Task, at: Date): Promise<undefined> {
  await task.comeBack(inside, at);
  return undefined;
}

interface Due {
  readonly id: string;
  readonly postId: string;
  readonly dueAt: Date;
  readonly dueSeenAt: Date | null;
}

/** How late it is, is measured once: waiting for a turn among others makes nobody late. */
async function isMissed({ db }: Inside, row: Due, now: Date): Promise<boolean> {
  if (row.dueSeenAt) return false;
  await db.updateTable("publication").set({ dueSeenAt: now }).where("id", "=", row.id).execute();
  const lateMs = now.getTime() - row.dueAt.getTime();
  if (lateMs <= punctualMs) return false;
  const schedule = await db
    .selectFrom("postSchedule")
    .select(["missedKind", "missedWithinMinutes"])
    .where("postId", "=", row.postId)
    .executeTakeFirst();
  if (!schedule) return false;
  const policy = policyOf(schedule);
  if (policy.kind === "late" && lateMs <= policy.withinMinutes * 60_000) return false;
  const minutes = Math.round(lateMs / 60_000);
  const problem = {
    rule: "samovar.publication.missed",
    title: `It was due ${minutes} min ago, while Samovar was not running`,
    words: null,
    hint: "Publish it now, or leave it out",
    next: null,
  };
  await db
    .updateTable("publication")
    .set({
      state: "missed",
      problem: JSON.stringify(problem),
      settledAt: policy.kind === "skip" ? now : null,
    })
    .where("id", "=", row.id)
    .execute();
  await addStep(db, {
    publicationId: row.id,
    at: now,
    kind: "missed",
    detail: { minutes, policy: policy.kind },
  });
  return true;
}
