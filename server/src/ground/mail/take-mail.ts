import type { Context, Inside } from "#src/platform/operation/context.ts";
import { findMailServer } from "./find-mail-server.ts";
import { hasRoom } from "./limits.ts";
import { mailWaitsUntil } from "./mail-waits.ts";
import type { MailServer } from "./mail-server.ts";
import type { OutgoingMail, PostOffice } from "./post-office.ts";
import { isSuppressed, suppress } from "./suppression.ts";
import type { Delivery } from "./post-office.ts";

const minuteMs = 60_000;
/** After the first refusal for now, the second, …; greylisting servers want five minutes or more. */
const waitsMs = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * minuteMs);
const longestWaitMs = 720 * minuteMs;
/** Then it is given up: nobody wants to confirm what he asked for last week. */
const givenUpAfterMs = 3 * 24 * 60 * minuteMs;
/** A worker that took a letter and is silent for so long is gone. */
const takenForMs = 10 * minuteMs;
const fullWaitMs = 10 * minuteMs;
/** The database's clock may go before the house's. */
const graceMs = 5000;

type Clock = Pick<Context, "now" | "vault">;

export interface Taken {
  readonly letter: OutgoingMail;
  readonly server: MailServer;
  readonly attempts: number;
  readonly createdAt: Date;
}

interface Order {
  readonly office: PostOffice;
  readonly workspaceId: string;
}

/**
 * Takes the workspace's next letter for this worker alone. `settled`: it was not to be sent now; look for the next.
 * `none`: nothing is due, or there is no server to send by.
 */
export async function takeMail(
  ctx: Clock,
  inside: Inside,
  order: Order,
): Promise<Taken | "settled" | "none"> {
  const { workspaceId, office } = order;
  const { db } = inside;
  const now = ctx.now();
  const mail = await findDue(db, now);
  if (!mail) return "none";
  if (await isSuppressed(db, ctx.vault, { workspaceId, address: mail.address })) {
    await endMail(db, mail.id, { state: "suppressed", reply: null, now });
    return "settled";
  }
  const server = await findMailServer(db, { ...order, vault: ctx.vault });
  if (!server) {
    await db.updateTable("mail").set({ dueAt: null }).where("state", "=", "waiting").execute();
    return "none";
  }
  const silentUntil = office.silentUntil(server);
  if (silentUntil) {
    await restAll(inside, { workspaceId, at: silentUntil });
    return "none";
  }
  if (!(await hasRoom(db, { addressKey: mail.addressKey, now }))) {
    await waitUntil(inside, { workspaceId, mailId: mail.id, at: new Date(now.getTime() + fullWaitMs) });
    return "settled";
  }
  await db.updateTable("mail").set({ takenAt: now }).where("id", "=", mail.id).execute();
  const letter = { ...mail, to: mail.address, text: mail.text ?? "", html: mail.html ?? "" };
  return { letter, server, attempts: mail.attempts, createdAt: mail.createdAt };
}

const findDue = (db: Inside["db"], now: Date) =>
  db
    .selectFrom("mail")
    .select(["id", "address", "addressKey", "subject", "text", "html", "language", "unsubscribeUrl"])
    .select(["replyTo", "fromName", "attempts", "createdAt"])
    .where("state", "=", "waiting")
    .where("dueAt", "<=", new Date(now.getTime() + graceMs))
    .where((mail) =>
      mail.or([mail("takenAt", "is", null), mail("takenAt", "<", new Date(now.getTime() - takenForMs))]),
    )
    .orderBy("dueAt")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

interface Done {
  readonly workspaceId: string;
  readonly taken: Taken;
  readonly delivery: Delivery;
}

const stateAfter = { sent: "sent", bounced: "bounced", refused: "failed" } as const;

/** Keeps what became of a letter, and when to try again. */
export async function noteDelivery(
  ctx: Clock,
  inside: Inside,
  { workspaceId, taken, delivery }: Done,
): Promise<void> {
  const { id, to } = taken.letter;
  const { outcome, reply } = delivery;
  const now = ctx.now();
  if (outcome === "bounced") {
    const entry = { workspaceId, address: to, reason: "bounce" as const, detail: reply, now };
    await suppress(inside.db, ctx.vault, entry);
  }
  if (outcome !== "later" && outcome !== "silent")
    return endMail(inside.db, id, { state: stateAfter[outcome], reply, now });
  if (now.getTime() - taken.createdAt.getTime() > givenUpAfterMs)
    return endMail(inside.db, id, { state: "failed", reply, now });
  // A server's silence is not this letter's fault: its own waits don't grow by it.
  const isLater = outcome === "later";
  const attempts = taken.attempts + (isLater ? 1 : 0);
  await inside.db.updateTable("mail").set({ attempts, reply, takenAt: null }).where("id", "=", id).execute();
  if (!isLater) return undefined;
  const waitMs = waitsMs[taken.attempts] ?? longestWaitMs;
  return waitUntil(inside, { workspaceId, mailId: id, at: new Date(now.getTime() + waitMs) });
}

async function waitUntil(
  { db, enqueue }: Inside,
  { workspaceId, mailId, at }: { workspaceId: string; mailId: string; at: Date },
): Promise<void> {
  await db.updateTable("mail").set({ dueAt: at }).where("id", "=", mailId).execute();
  await mailWaitsUntil(enqueue, { workspaceId, what: mailId, at });
}

/** Whatever is due waits as long as the server is left alone. */
async function restAll(
  { db, enqueue }: Inside,
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<void> {
  await db
    .updateTable("mail")
    .set({ dueAt: at })
    .where("state", "=", "waiting")
    .where("dueAt", "<", at)
    .execute();
  await mailWaitsUntil(enqueue, { workspaceId, what: "server", at });
}

interface End {
  readonly state: "sent" | "failed" | "bounced" | "suppressed";
  readonly reply: string | null;
  readonly now: Date;
}

/** The texts go: they hold links that open doors. */
async function endMail(db: Inside["db"], id: string, { state, reply, now }: End): Promise<void> {
  await db
    .updateTable("mail")
    .set({ state, reply, endedAt: now, takenAt: null, text: null, html: null, unsubscribeUrl: null })
    .set((row) => ({ attempts: row("attempts", "+", state === "suppressed" ? 0 : 1) }))
    .where("id", "=", id)
    .execute();
}
