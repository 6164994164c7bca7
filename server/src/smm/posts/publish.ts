/** Takes a publication from due to out: one run of one worker, which may be killed at any line. */
import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { NetworkFailure } from "#src/networks/failure.ts";
import {
  callChannel,
  endTurn,
  keepTurn,
  openChannel,
  type OpenChannel,
  type Outside,
} from "#src/smm/channels/index.ts";
import { begin, type Run, type Task } from "./begin.ts";
import { deliver, type Outcome } from "./deliver.ts";
import { boundsOf, loadMessage } from "./message.ts";
import { type Part, prepare, publishedOf } from "./prepare.ts";
import { concludeRun, recordFor, recordSent } from "./conclude.ts";
import { findMedia } from "#src/ground/media/index.ts";

/** Between two publications of one channel: networks take bursts for spam. */
const pauseMs = 10_000;
const heartbeatMs = 8000;
export async function publish(outside: Outside, task: Task): Promise<void> {
  const run = await outside.transact((inside) => begin(outside, inside, task));
  if (!run) return;
  const turn = () => ({ channelId: run.channelId, holderId: run.holderId, now: outside.now() });
  const heartbeat = setInterval(() => {
    outside
      .transact(({ db }) => keepTurn(db, turn()))
      .catch((cause: unknown) => outside.log.warn({ err: cause }, "A turn could not be kept"));
  }, heartbeatMs);
  try {
    await sendAll(outside, run);
  } finally {
    clearInterval(heartbeat);
    await outside.transact(({ db }) => endTurn(db, turn(), pauseMs));
  }
}

async function sendAll(outside: Outside, run: Run): Promise<void> {
  const open = await openOrStop(outside, run);
  if (!open) return;
  const parts = await prepare(outside, run, open);
  if (!parts) return;
  const sent: Part[] = [];
  for (const part of parts) {
    const outcome: Outcome =
      part.state === "sent"
        ? { kind: "sent", published: publishedOf(part) }
        : await sendPart(outside, { run, open, part, sent });
    if (outcome.kind !== "sent") return concludeRun(outside, run, { outcome, position: part.position });
    if (part.state !== "sent") await recordSent(outside, run, { part, published: outcome.published });
    sent.push({
      ...part,
      state: "sent",
      externalId: outcome.published.id,
      url: outcome.published.url,
      extra: z.json().parse(outcome.published.extra ?? null),
    });
  }
  await concludeRun(outside, run, undefined);
}

async function openOrStop(outside: Outside, run: Run): Promise<OpenChannel | undefined> {
  try {
    return await openChannel(outside, run.channelId);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const failure = new NetworkFailure("reconnect", error.message, {
      rule: "samovar.channel.disconnected",
      ...(error.hint && { hint: error.hint }),
    });
    await concludeRun(outside, run, { outcome: { kind: "stopped", inDoubt: false, failure }, position: 0 });
    return undefined;
  }
}

interface Sending {
  readonly run: Run;
  readonly open: OpenChannel;
  readonly part: Part;
  /** The parts before it. */
  readonly sent: readonly Part[];
}

async function sendPart(outside: Outside, { run, open, part, sent }: Sending): Promise<Outcome> {
  const { network, session } = open;
  const bounds = boundsOf(network.liveLimits?.(session.account) ?? network.limits);
  const ids = part.message.pictures.map(({ mediaId }) => mediaId);
  const media = new Map(
    (await outside.transact(({ db }) => findMedia(db, ids))).map((each) => [each.id, each]),
  );
  const message = await loadMessage(outside, part.message, { media, bounds });
  const [root] = sent;
  const parent = sent.at(-1);
  const replyTo = root && parent && { root: publishedOf(root), parent: publishedOf(parent) };
  return callMarking(outside, open, () =>
    deliver({
      publishing: network.publishing(session),
      delivery: { ...part, state: part.state === "sending" ? "sending" : "waiting" },
      message: { ...message, ...(replyTo && { replyTo }) },
      trackedUrl:
        run.trackedUrl !== undefined && message.text.includes(run.trackedUrl) ? run.trackedUrl : undefined,
      now: outside.now,
      record: recordFor(outside, run, part),
    }),
  );
}

/** The outcome is a value; that the credentials are dead must show on the channel all the same. */
async function callMarking(
  outside: Outside,
  open: OpenChannel,
  send: () => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await send();
  if (outcome.kind === "stopped" && outcome.failure.kind === "reconnect") {
    await callChannel(outside, open, () => Promise.reject(outcome.failure)).catch((error: unknown) => {
      if (error !== outcome.failure) throw error;
    });
  }
  return outcome;
}
