/** Sends an answer by the same rules as a publication: the attempt is kept before anything is sent. */
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { Problem } from "#src/platform/problem.ts";
import { NetworkFailure } from "#src/networks/failure.ts";
import type { Message, Published } from "#src/networks/network.ts";
import {
  callChannel,
  endTurn,
  keepTurn,
  openChannel,
  type OpenChannel,
  type Outside,
  takeTurn,
} from "#src/smm/channels/index.ts";
import { deliver, type Delivery, findPublished, type Outcome } from "#src/smm/posts/index.ts";
import { keepReply } from "./read-replies.ts";
import { problemFrom, StoredDelivery } from "./stored-answer.ts";

export interface Task {
  readonly answerId: string;
  readonly comeBack: (inside: Inside, runAt: Date) => Promise<void>;
}

interface Run extends Task {
  readonly holderId: string;
  readonly channelId: string;
  readonly publicationId: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly delivery: Delivery;
  readonly parent: Published;
  readonly root: Published;
}

const pauseMs = 2000;
const firstRetryMs = 30_000;
const longestRetryMs = 15 * 60_000;
const giveUpMs = 6 * 3_600_000;
const heartbeatMs = 8000;

export async function send(outside: Outside, task: Task): Promise<void> {
  const run = await outside.transact((inside) => begin(outside, inside, task));
  if (!run) return;
  const turn = () => ({ channelId: run.channelId, holderId: run.holderId, now: outside.now() });
  const heartbeat = setInterval(() => {
    outside
      .transact(({ db }) => keepTurn(db, turn()))
      .catch((cause: unknown) => outside.log.warn({ err: cause }, "A turn could not be kept"));
  }, heartbeatMs);
  try {
    await conclude(outside, run, await attempt(outside, run));
  } finally {
    clearInterval(heartbeat);
    await outside.transact(({ db }) => endTurn(db, turn(), pauseMs));
  }
}

async function begin(outside: Outside, inside: Inside, task: Task): Promise<Run | undefined> {
  const { db } = inside;
  const now = outside.now();
  const row = await findDue(db, task.answerId);
  const target = row && (await findPublished(db, row.publicationId));
  const [root] = target?.messages ?? [];
  if (!row || !target || !root) return undefined;
  if (row.waitsUntil && row.waitsUntil > now) return later(inside, task, row.waitsUntil);
  const holderId = uuidv7();
  const taken = await takeTurn(db, { channelId: target.channelId, holderId, now });
  if (taken) return later(inside, task, taken.askAgainAt);
  const { publicationId, text, createdAt, externalId, url, extra } = row;
  const parent = { id: externalId, url, extra: z.json().parse(extra) };
  return {
    ...task,
    holderId,
    channelId: target.channelId,
    publicationId,
    text,
    createdAt,
    delivery: StoredDelivery.parse(row),
    parent,
    root,
  };
}

async function later(inside: Inside, task: Task, at: Date): Promise<undefined> {
  await task.comeBack(inside, at);
  return undefined;
}

function findDue(db: Db, answerId: string) {
  return db
    .selectFrom("conversationAnswer as answer")
    .innerJoin("conversationReply as reply", "reply.id", "answer.replyId")
    .select([
      "answer.text",
      "answer.state",
      "answer.key",
      "answer.handle",
      "answer.attemptedAt",
      "answer.attempts",
      "answer.doubts",
    ])
    .select([
      "answer.waitsUntil",
      "answer.createdAt",
      "reply.publicationId",
      "reply.externalId",
      "reply.url",
      "reply.extra",
    ])
    .where("answer.id", "=", answerId)
    .where("answer.state", "in", ["waiting", "sending"])
    .forNoKeyUpdate("answer")
    .executeTakeFirst();
}

async function attempt(outside: Outside, run: Run): Promise<Outcome & { readonly open?: OpenChannel }> {
  try {
    const open = await openChannel(outside, run.channelId);
    const outcome = await deliver({
      publishing: open.network.publishing(open.session),
      delivery: run.delivery,
      message: messageOf(run, open),
      trackedUrl: undefined,
      now: outside.now,
      record: (change) => record(outside, run, change),
    });
    if (outcome.kind === "stopped" && outcome.failure.kind === "reconnect")
      await markDead(outside, open, outcome.failure);
    return { ...outcome, open };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const failure = new NetworkFailure("reconnect", error.message, { rule: "samovar.channel.disconnected" });
    return { kind: "stopped", inDoubt: run.delivery.state === "sending", failure };
  }
}

function messageOf({ text, parent, root }: Run, { network }: OpenChannel): Message {
  const options = z.record(z.string(), z.json()).parse(network.options.parse({}));
  return { text, languages: [], pictures: [], options, replyTo: { parent, root } };
}

async function record(outside: Outside, run: Run, change: Partial<Delivery>): Promise<void> {
  await outside.transact(async ({ db }) => {
    const isOurs = await keepTurn(db, {
      channelId: run.channelId,
      holderId: run.holderId,
      now: outside.now(),
    });
    if (!isOurs) throw new Error(`The turn of answer ${run.answerId} went to another worker`);
    if (Object.keys(change).length > 0)
      await db.updateTable("conversationAnswer").set(change).where("id", "=", run.answerId).execute();
  });
}

async function markDead(outside: Outside, open: OpenChannel, failure: NetworkFailure): Promise<void> {
  await callChannel(outside, open, () => Promise.reject(failure)).catch((error: unknown) => {
    if (error !== failure) throw error;
  });
}

async function conclude(
  outside: Outside,
  run: Run,
  outcome: Outcome & { readonly open?: OpenChannel },
): Promise<void> {
  if (outcome.kind === "sent") return keepSent(outside, run, outcome);
  const problem = problemFrom(outcome.failure);
  const now = outside.now();
  if (outcome.kind === "again" && now.getTime() - run.createdAt.getTime() < giveUpMs) {
    const backoffMs = Math.min(firstRetryMs * 2 ** run.delivery.attempts, longestRetryMs);
    const waitsUntil = new Date(now.getTime() + (outcome.afterMs ?? backoffMs));
    return outside.transact(async (inside) => {
      await inside.db
        .updateTable("conversationAnswer")
        .set({ waitsUntil, problem })
        .where("id", "=", run.answerId)
        .execute();
      await run.comeBack(inside, waitsUntil);
    });
  }
  const inDoubt = outcome.kind === "stopped" ? outcome.inDoubt : run.delivery.state === "sending";
  await outside.transact(({ db }) =>
    db
      .updateTable("conversationAnswer")
      .set({ state: inDoubt ? "unknown" : "failed", problem, waitsUntil: null })
      .where("id", "=", run.answerId)
      .execute(),
  );
}

interface Sent {
  readonly published: Published;
  readonly open?: OpenChannel;
}

/** Out: it is shown among the replies at once, and the next reading finds it known. */
async function keepSent(outside: Outside, run: Run, { published, open }: Sent): Promise<void> {
  const now = outside.now();
  await outside.transact(async ({ db }) => {
    await db
      .updateTable("conversationAnswer")
      .set({
        state: "sent",
        sentAt: now,
        externalId: published.id,
        url: published.url,
        problem: null,
        waitsUntil: null,
      })
      .where("id", "=", run.answerId)
      .execute();
    if (!open) return;
    const { externalId, displayName, handle, url, avatarUrl } = open.session.account;
    const author = {
      id: externalId,
      name: displayName,
      handle,
      url,
      ...(avatarUrl !== undefined && { avatarUrl }),
    };
    const { id, url: at, extra } = published;
    const reply = {
      id,
      url: at,
      parentId: run.parent.id,
      author,
      text: run.text,
      at: now,
      ...(extra !== undefined && { extra }),
    };
    await keepReply(db, { publicationId: run.publicationId, reply, isOurs: true, now });
  });
}
