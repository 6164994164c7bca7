import type { JobContext } from "#src/platform/jobs/job.ts";
import { job } from "#src/platform/jobs/job.ts";
import type { Inside } from "#src/platform/operation/context.ts";
import { findMailServer } from "./find-mail-server.ts";
import { hasRoom } from "./limits.ts";
import { deliverMailName, mailWaits } from "./mail-waits.ts";
import type { MailServer } from "./mail-server.ts";
import type { Delivery, OutgoingMail, PostOffice } from "./post-office.ts";
import { isSuppressed, suppress } from "./suppression.ts";

const minuteMs = 60_000;
/** After the first refusal for now, the second, …; greylisting servers want five minutes or more. */
const waitsMs = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * minuteMs);
const longestWaitMs = 720 * minuteMs;
/** Then it is given up: nobody wants to confirm what he asked for last week. */
const givenUpAfterMs = 3 * 24 * 60 * minuteMs;
/** A worker that took a letter and is silent for so long is gone. */
const takenForMs = 10 * minuteMs;
const fullWaitMs = 10 * minuteMs;

interface Taken {
  readonly letter: OutgoingMail;
  readonly server: MailServer;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** Sends one letter, once it is due and its workspace has a server; speaks with the server in no transaction. */
export const deliverMail = (office: PostOffice) =>
  job({
    ...deliverMailName,
    maxAttempts: 5,
    async run(ctx, { workspaceId, mailId }) {
      const taken = await ctx.transact(workspaceId, (inside) =>
        takeMail(ctx, inside, { office, workspaceId, mailId }),
      );
      if (!taken) return;
      const delivery = await office.send(taken.server, taken.letter);
      await ctx.transact(workspaceId, (inside) =>
        noteDelivery(ctx, inside, { workspaceId, taken, delivery, rest: office.silentUntil(taken.server) }),
      );
    },
  });

interface Order {
  readonly office: PostOffice;
  readonly workspaceId: string;
  readonly mailId: string;
}

/** Takes the letter for this worker alone; undefined where it is not to be sent now. */
async function takeMail(ctx: JobContext, inside: Inside, order: Order): Promise<Taken | undefined> {
  const { workspaceId, mailId } = order;
  const { db } = inside;
  const now = ctx.now();
  const mail = await findWaiting(db, mailId);
  if (!mail || isTaken(mail, now)) return undefined;
  if (await isSuppressed(db, ctx.vault, { workspaceId, address: mail.address })) {
    await end(db, mailId, { state: "suppressed", reply: null, now });
    return undefined;
  }
  const server = await findMailServer(db, { ...order, vault: ctx.vault });
  if (!server) {
    await db.updateTable("mail").set({ dueAt: null }).where("id", "=", mailId).execute();
    return undefined;
  }
  const laterAt = await findLater(order.office, { db, server, mail, now });
  if (laterAt) {
    await waitUntil(inside, { workspaceId, mailId, at: laterAt });
    return undefined;
  }
  await db.updateTable("mail").set({ takenAt: now }).where("id", "=", mailId).execute();
  const letter = { ...mail, to: mail.address, text: mail.text ?? "", html: mail.html ?? "" };
  return { letter, server, attempts: mail.attempts, createdAt: mail.createdAt };
}

const findWaiting = (db: Inside["db"], id: string) =>
  db
    .selectFrom("mail")
    .select(["id", "address", "addressKey", "subject", "text", "html", "language", "unsubscribeUrl"])
    .select(["replyTo", "fromName", "attempts", "createdAt", "takenAt", "dueAt"])
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

const isTaken = ({ takenAt }: Waiting, now: Date) =>
  takenAt !== null && takenAt.getTime() > now.getTime() - takenForMs;

interface Look {
  readonly db: Inside["db"];
  readonly server: MailServer;
  readonly mail: Waiting;
  readonly now: Date;
}

/** When to come back, where now is not the time. */
async function findLater(office: PostOffice, { db, server, mail, now }: Look): Promise<Date | undefined> {
  if (mail.attempts > 0 && mail.dueAt !== null && mail.dueAt > now) return mail.dueAt;
  const silentUntil = office.silentUntil(server);
  if (silentUntil) return silentUntil;
  return (await hasRoom(db, { addressKey: mail.addressKey, now }))
    ? undefined
    : new Date(now.getTime() + fullWaitMs);
}

interface Done {
  readonly workspaceId: string;
  readonly taken: Taken;
  readonly delivery: Delivery;
  readonly rest: Date | undefined;
}

const stateAfter = { sent: "sent", bounced: "bounced", refused: "failed" } as const;

async function noteDelivery(
  ctx: JobContext,
  inside: Inside,
  { workspaceId, taken, delivery, rest }: Done,
): Promise<void> {
  const { id, to } = taken.letter;
  const { outcome, reply } = delivery;
  const now = ctx.now();
  if (outcome === "bounced")
    await suppress(inside.db, ctx.vault, {
      workspaceId,
      address: to,
      reason: "bounce",
      detail: reply,
      now,
    });
  if (outcome !== "later" && outcome !== "silent")
    return end(inside.db, id, { state: stateAfter[outcome], reply, now });
  if (now.getTime() - taken.createdAt.getTime() > givenUpAfterMs)
    return end(inside.db, id, { state: "failed", reply, now });
  const waitMs = waitsMs[taken.attempts] ?? longestWaitMs;
  const at = outcome === "silent" && rest ? rest : new Date(now.getTime() + waitMs);
  // A server's silence is not this letter's fault: its own waits don't grow by it.
  const attempts = taken.attempts + (outcome === "later" ? 1 : 0);
  await inside.db.updateTable("mail").set({ attempts, reply, takenAt: null }).where("id", "=", id).execute();
  return waitUntil(inside, { workspaceId, mailId: id, at });
}

async function waitUntil(
  { db, enqueue }: Inside,
  { at, ...letter }: { workspaceId: string; mailId: string; at: Date },
): Promise<void> {
  await db.updateTable("mail").set({ dueAt: at }).where("id", "=", letter.mailId).execute();
  await mailWaits(enqueue, letter, at);
}

interface End {
  readonly state: "sent" | "failed" | "bounced" | "suppressed";
  readonly reply: string | null;
  readonly now: Date;
}

/** The texts go: they hold links that open doors. */
async function end(db: Inside["db"], id: string, { state, reply, now }: End): Promise<void> {
  await db
    .updateTable("mail")
    .set({ state, reply, endedAt: now, takenAt: null, text: null, html: null, unsubscribeUrl: null })
    .set((row) => ({ attempts: row("attempts", "+", state === "suppressed" ? 0 : 1) }))
    .where("id", "=", id)
    .execute();
}
