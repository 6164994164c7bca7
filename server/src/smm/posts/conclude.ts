/** Writes down what a run came to: the state, the ledger's line, and when to come back. */
import { keepTurn, type Outside } from "#src/smm/channels/index.ts";
import { holdMedia } from "#src/ground/media/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { Published } from "#src/networks/network.ts";
import type { NetworkFailure } from "#src/networks/failure.ts";
import type { Errand, Outcome } from "./deliver.ts";
import { addStep, detailOf, type Step } from "./ledger.ts";
import type { Part } from "./prepare.ts";
import type { Run } from "./begin.ts";
import type { PublicationProblem } from "./schema.ts";
import { publicationPublished } from "./signals.ts";

const firstRetryMs = 30_000;
const longestRetryMs = 30 * 60_000;
const giveUpMs = 24 * 3_600_000;
const firstMetricsMs = 2 * 60_000;

/** Keeps a change of the part with its line; throws when another run has the turn, so that nothing is sent twice. */
export function recordFor(outside: Outside, run: Run, part: Part): Errand["record"] {
  return async (change, step) => {
    await outside.transact(async ({ db }) => {
      const now = outside.now();
      const isOurs = await keepTurn(db, { channelId: run.channelId, holderId: run.holderId, now });
      if (!isOurs) throw new Error(`The turn of publication ${run.publicationId} went to another worker`);
      if (Object.keys(change).length > 0)
        await db.updateTable("publicationPart").set(change).where("id", "=", part.id).execute();
      await line(db, run, { at: now, position: part.position, step });
    });
  };
}

/** A message is out. The first one makes the publication known to the rest of the house. */
export async function recordSent(
  outside: Outside,
  run: Run,
  { part, published }: { readonly part: Part; readonly published: Published },
): Promise<void> {
  const now = outside.now();
  await outside.transact(async ({ db, announce }) => {
    await db
      .updateTable("publicationPart")
      .set({
        state: "sent",
        sentAt: now,
        externalId: published.id,
        url: published.url,
        extra: JSON.stringify(published.extra ?? null),
      })
      .where("id", "=", part.id)
      .execute();
    await line(db, run, {
      at: now,
      position: part.position,
      step: { kind: "sent", detail: { url: published.url } },
    });
    if (part.position > 0) return;
    await db
      .updateTable("publication")
      .set({
        externalId: published.id,
        url: published.url,
        publishedAt: now,
        metricsNextAt: new Date(now.getTime() + firstMetricsMs),
      })
      .where("id", "=", run.publicationId)
      .execute();
    const { publicationId, postId, channelId } = run;
    await announce(publicationPublished, {
      workspaceId: outside.workspaceId,
      publicationId,
      postId,
      channelId,
    });
  });
}

interface Stop {
  readonly outcome: Exclude<Outcome, { kind: "sent" }>;
  readonly position: number;
}

export async function concludeRun(outside: Outside, run: Run, stop: Stop | undefined): Promise<void> {
  if (!stop) return concludeWell(outside, run);
  const { outcome } = stop;
  if (outcome.kind === "again") {
    const runAt = new Date(
      outside.now().getTime() +
        (outcome.afterMs ?? Math.min(firstRetryMs * 2 ** run.retries, longestRetryMs)),
    );
    const isHopeless = outcome.failure.kind === "wait" && runAt.getTime() - run.dueAt.getTime() > giveUpMs;
    if (!isHopeless) return comeBack(outside, run, { runAt, failure: outcome.failure });
  }
  const inDoubt = outcome.kind === "stopped" ? outcome.inDoubt : await isSending(outside, run);
  await concludeBadly(outside, run, { ...stop, inDoubt });
}

async function concludeWell(outside: Outside, run: Run): Promise<void> {
  const now = outside.now();
  await outside.transact(async ({ db }) => {
    await db
      .updateTable("publication")
      .set({ state: "published", problem: null, waitsUntil: null, settledAt: null })
      .where("id", "=", run.publicationId)
      .execute();
    await addStep(db, { publicationId: run.publicationId, at: now, kind: "published" });
    await releaseMedia(db, run.postId);
  });
}

async function comeBack(
  outside: Outside,
  run: Run,
  { runAt, failure }: { readonly runAt: Date; readonly failure: NetworkFailure },
): Promise<void> {
  const problem = JSON.stringify(problemFrom(failure, runAt));
  await outside.transact(async (inside) => {
    await inside.db
      .updateTable("publication")
      .set({ waitsUntil: runAt, retries: run.retries + 1, problem })
      .where("id", "=", run.publicationId)
      .execute();
    await run.comeBack(inside, runAt);
  });
}

async function concludeBadly(
  outside: Outside,
  run: Run,
  stop: Stop & { readonly inDoubt: boolean },
): Promise<void> {
  const { failure } = stop.outcome;
  const state = stop.position > 0 ? "partial" : stop.inDoubt ? "unknown" : "failed";
  const now = outside.now();
  await outside.transact(async ({ db }) => {
    await db
      .updateTable("publication")
      .set({ state, waitsUntil: null, problem: JSON.stringify(problemFrom(failure, null)) })
      .where("id", "=", run.publicationId)
      .execute();
    const detail = { ...detailOf(failure), part: stop.position + 1 };
    await addStep(db, {
      publicationId: run.publicationId,
      at: now,
      kind: state,
      detail,
      words: failure.words,
    });
  });
}

function problemFrom({ rule, message, words, hint }: NetworkFailure, next: Date | null): PublicationProblem {
  return {
    rule,
    title: message,
    words: words ?? null,
    hint: hint ?? null,
    next: next?.toISOString() ?? null,
  };
}

async function isSending(outside: Outside, { publicationId }: Run): Promise<boolean> {
  const row = await outside.transact(({ db }) =>
    db
      .selectFrom("publicationPart")
      .select("id")
      .where("publicationId", "=", publicationId)
      .where("state", "=", "sending")
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Pictures of a post that is out everywhere may be deleted. */
export async function releaseMedia(db: Db, postId: string): Promise<void> {
  const open = await db
    .selectFrom("publication")
    .select("id")
    .where("postId", "=", postId)
    .where("settledAt", "is", null)
    .where("state", "not in", ["published", "partial", "withdrawn"])
    .executeTakeFirst();
  if (!open) await holdMedia(db, postId, []);
}

interface Line {
  readonly at: Date;
  readonly position: number;
  readonly step: Step;
}

function line(db: Db, { publicationId }: Run, { at, position, step }: Line): Promise<void> {
  return addStep(db, { publicationId, at, ...step, detail: { ...step.detail, part: position + 1 } });
}
