import type { Db } from "#src/platform/database/database.ts";
import type { Context } from "#src/platform/operation/context.ts";
import { forgetAddress } from "#src/ground/mail/index.ts";
import { Frequency, Language } from "./letters-schema.ts";
import { noteConsent } from "./note-consent.ts";
import type { Wishes } from "./wishes.ts";

const confirmWithinMs = 7 * 24 * 3_600_000;

const columns = [
  "id",
  "workspaceId",
  "siteId",
  "address",
  "addressKey",
  "state",
  "language",
  "frequency",
  "topicIds",
  "askedAt",
  "source",
  "pageUrl",
  "arrivedBy",
  "isMeasured",
] as const;

/** A subscriber whose row is held until the transaction ends. */
export async function takeSubscriber(db: Db, id: string) {
  const row = await db
    .selectFrom("subscriber")
    .select(columns)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, language: Language.parse(row.language), frequency: Frequency.parse(row.frequency) };
}
export type SubscriberRow = NonNullable<Awaited<ReturnType<typeof takeSubscriber>>>;

export const wishesOf = ({ topicIds, frequency, language }: SubscriberRow): Wishes => ({
  topics: topicIds,
  frequency,
  language,
});

/** Who does it: the subscriber by a link in a letter, or somebody of the owner's people. */
export interface Doer {
  readonly now: Date;
  readonly addressPrint?: string | null;
  readonly byName?: string | null;
}

/** The owner of the address agreed. `over`: the letter that asked him is older than a week. */
export async function confirm(
  db: Db,
  subscriber: SubscriberRow,
  doer: Doer,
): Promise<"confirmed" | "known" | "over"> {
  if (subscriber.state === "confirmed") return "known";
  const isOver = doer.now.getTime() - subscriber.askedAt.getTime() > confirmWithinMs;
  if (isOver) return "over";
  await db
    .updateTable("subscriber")
    .set({ state: "confirmed", confirmedAt: doer.now, leftAt: null, leftReason: null })
    .where("id", "=", subscriber.id)
    .execute();
  await note(db, subscriber, { ...doer, deed: "confirmed" });
  return "confirmed";
}

/** No more letters. Also one who never confirmed: then nobody asks him again by this letter. */
export async function leave(
  db: Db,
  subscriber: SubscriberRow,
  { reason, ...doer }: Doer & { readonly reason: "link" | "one-click" | "owner" | "page" },
): Promise<void> {
  if (subscriber.state === "left") return;
  await db
    .updateTable("subscriber")
    .set({ state: "left", leftAt: doer.now, leftReason: reason })
    .where("id", "=", subscriber.id)
    .execute();
  await note(db, subscriber, { ...doer, deed: "left" });
}

/** Who has left and says with his own key that he wants letters after all need not confirm once more. */
export async function comeBack(db: Db, subscriber: SubscriberRow, doer: Doer): Promise<void> {
  if (subscriber.state === "confirmed") return;
  await db
    .updateTable("subscriber")
    .set({ state: "confirmed", confirmedAt: doer.now, leftAt: null, leftReason: null })
    .where("id", "=", subscriber.id)
    .execute();
  await note(db, subscriber, { ...doer, deed: "confirmed" });
}

export async function changeWishes(
  db: Db,
  subscriber: SubscriberRow,
  { wishes, ...doer }: Doer & { readonly wishes: Wishes },
): Promise<void> {
  const { topics, frequency, language } = wishes;
  await db
    .updateTable("subscriber")
    .set({ topicIds: [...topics], frequency, language })
    .where("id", "=", subscriber.id)
    .execute();
  await note(db, { ...subscriber, topicIds: [...topics], frequency, language }, { ...doer, deed: "changed" });
}

/**
 * Everything about him goes: row, consent record, letters. Only the fingerprint on the list of those who get no
 * letters stays, if he was there.
 */
export async function erase(
  parts: Pick<Context, "db" | "vault">,
  subscriber: Pick<SubscriberRow, "id" | "workspaceId" | "address" | "addressKey">,
): Promise<void> {
  const { db, vault } = parts;
  const { id, workspaceId, address, addressKey } = subscriber;
  await db.deleteFrom("subscriber").where("id", "=", id).execute();
  const elsewhere = await db
    .selectFrom("subscriber")
    .select("id")
    .where("workspaceId", "=", workspaceId)
    .where("addressKey", "=", addressKey)
    .limit(1)
    .executeTakeFirst();
  // Another site of the same owner still writes to him: those letters are not this one's to forget.
  if (!elsewhere) await forgetAddress(db, vault, { workspaceId, address });
}

type Note = Doer & { readonly deed: "confirmed" | "left" | "changed" };

const note = (db: Db, subscriber: SubscriberRow, { deed, now, ...who }: Note): Promise<void> =>
  noteConsent(db, [
    {
      workspaceId: subscriber.workspaceId,
      subscriberId: subscriber.id,
      deed,
      at: now,
      wishes: wishesOf(subscriber),
      ...who,
    },
  ]);
