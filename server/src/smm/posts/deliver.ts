/**
 * Sends one message once. What was committed before a crash decides what is done after it, by the network's protocol
 * and nothing else. Shared by publications and by answers: both keep a row with these columns.
 */
import type { Keyed, Mark, Message, Published, Publishing } from "#src/networks/network.ts";
import type { NetworkFailure } from "#src/networks/failure.ts";
import { failureOf } from "#src/smm/channels/index.ts";
import { detailOf, type Step } from "./ledger.ts";

/** How far the sending of a message has come. `sending`: an attempt was made, and may have arrived. */
export interface Delivery {
  readonly state: "waiting" | "sending";
  readonly key: string | null;
  readonly handle: string | null;
  readonly attemptedAt: Date | null;
  readonly attempts: number;
  readonly doubts: number;
}

export interface Errand {
  readonly publishing: Publishing;
  readonly delivery: Delivery;
  readonly message: Message;
  readonly trackedUrl: string | undefined;
  readonly now: () => Date;
  /** Keeps the change and the ledger's line in one transaction. Nothing is sent before it has ended. */
  readonly record: (change: Partial<Delivery>, step: Step) => Promise<void>;
}

export type Outcome =
  | { readonly kind: "sent"; readonly published: Published }
  /** Tried again by itself. */
  | { readonly kind: "again"; readonly afterMs: number | undefined; readonly failure: NetworkFailure }
  /** A person must look. In doubt: it may be out there. */
  | { readonly kind: "stopped"; readonly inDoubt: boolean; readonly failure: NetworkFailure };

/** A server may still be busy with a request whose connection broke. */
export const graceMs = 20_000;
/** A key is not trusted to the last minute of its window. */
const windowMarginMs = 60_000;
const maxDoubts = 6;

export async function deliver(errand: Errand): Promise<Outcome> {
  const { delivery, publishing, now } = errand;
  if (delivery.state === "waiting") return attempt(errand);
  if (publishing.kind === "staged") return attempt(errand);
  const ageMs = now().getTime() - (delivery.attemptedAt?.getTime() ?? 0);
  if (publishing.kind === "keyed" && delivery.key !== null && isKept(publishing, ageMs))
    return attempt(errand);
  if (publishing.kind === "plain" && ageMs < graceMs) {
    return { kind: "again", afterMs: graceMs - ageMs, failure: failureOf(new Error("interrupted")) };
  }
  return look(errand);
}

const isKept = ({ windowMs }: Keyed, ageMs: number) =>
  windowMs === undefined || ageMs < windowMs - windowMarginMs;

/** Looks whether an earlier attempt arrived; only where it provably did not, sends. */
async function look(errand: Errand, refused?: NetworkFailure): Promise<Outcome> {
  const { publishing, delivery, record } = errand;
  if (publishing.kind === "staged") return attempt(errand);
  try {
    const found = await publishing.find(markOf(errand), delivery.key ?? "");
    if (found) return { kind: "sent", published: found };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "wait") {
      await record({}, { kind: "waits", detail: detailOf(failure), words: failure.words });
      return { kind: "again", afterMs: failure.retryAfterMs, failure };
    }
    await record({}, { kind: "blind", detail: detailOf(failure), words: failure.words });
    return { kind: "stopped", inDoubt: true, failure };
  }
  const absent = { state: "waiting", key: null, handle: null, attemptedAt: null } as const;
  await record(absent, { kind: "absent" });
  if (refused) return { kind: "stopped", inDoubt: false, failure: refused };
  return attempt({ ...errand, delivery: { ...delivery, ...absent } });
}

function markOf({ delivery, message, trackedUrl, now }: Errand): Mark {
  const parentId = message.replyTo?.parent.id;
  return {
    text: message.text,
    since: delivery.attemptedAt ?? now(),
    ...(trackedUrl !== undefined && { trackedUrl }),
    ...(parentId !== undefined && { parentId }),
  };
}

async function attempt(errand: Errand): Promise<Outcome> {
  const { publishing, delivery, record, now } = errand;
  const isRepeat = delivery.state === "sending";
  const committed: Delivery = {
    ...delivery,
    state: "sending",
    key: publishing.kind === "keyed" ? (delivery.key ?? publishing.newKey(now())) : null,
    attemptedAt: isRepeat ? delivery.attemptedAt : now(),
    attempts: delivery.attempts + 1,
  };
  await record(committed, {
    kind: isRepeat ? "repeated" : "attempted",
    detail: { attempt: committed.attempts },
  });
  const tried = { ...errand, delivery: committed };
  try {
    return { kind: "sent", published: await send(tried) };
  } catch (error) {
    return afterFailure(tried, { failure: failureOf(error), isRepeat });
  }
}

async function send({ publishing, delivery, message, record }: Errand): Promise<Published> {
  switch (publishing.kind) {
    case "keyed":
      return publishing.send(message, delivery.key ?? "");
    case "plain":
      return publishing.send(message);
    case "staged": {
      const handle = delivery.handle ?? (await publishing.stage(message));
      if (delivery.handle === null) await record({ handle }, { kind: "attempted", detail: { staged: true } });
      return publishing.publish(handle);
    }
  }
}

interface Failed {
  readonly failure: NetworkFailure;
  /** An earlier attempt is in doubt: what this one says does not settle it. */
  readonly isRepeat: boolean;
}

async function afterFailure(errand: Errand, { failure, isRepeat }: Failed): Promise<Outcome> {
  const { delivery, record } = errand;
  const told = { detail: detailOf(failure), words: failure.words };
  const back: Partial<Delivery> = isRepeat ? {} : { state: "waiting", key: null };
  switch (failure.kind) {
    case "wait":
      await record(back, { kind: "waits", ...told });
      return { kind: "again", afterMs: failure.retryAfterMs, failure };
    case "reconnect":
      await record(back, { kind: "failed", ...told });
      return { kind: "stopped", inDoubt: isRepeat, failure };
    case "rejected":
      if (isRepeat) return look(errand, failure);
      await record(back, { kind: "failed", ...told });
      return { kind: "stopped", inDoubt: false, failure };
    case "unsure": {
      const doubts = delivery.doubts + 1;
      await record({ doubts }, { kind: "doubted", ...told });
      if (doubts >= maxDoubts) return { kind: "stopped", inDoubt: true, failure };
      const afterMs = errand.publishing.kind === "plain" ? graceMs : 5000 * 2 ** (doubts - 1);
      return { kind: "again", afterMs, failure };
    }
  }
}
