import { v7 as uuidv7 } from "uuid";
import { keyOfAddress, sendMail } from "#src/ground/mail/index.ts";
import type { VisitedSite } from "#src/ground/sites/index.ts";
import type { Context, Inside } from "#src/platform/operation/context.ts";
import { confirmLetter, knownLetter } from "./confirm-letter.ts";
import { Language } from "./letters-schema.ts";
import { noteConsent } from "./note-consent.ts";
import { consentWords, readSettings } from "./read-settings.ts";
import type { Wishes } from "./wishes.ts";

export interface LetterAsking {
  readonly site: Pick<VisitedSite, "id" | "workspaceId" | "name">;
  /** In its one spelling. */
  readonly email: string;
  readonly wishes: Wishes;
  readonly source: "element" | "form" | "api";
  readonly pageUrl: string | null;
  readonly arrivedBy: string | null;
  readonly isMeasured: boolean;
  readonly addressPrint: string | null;
  readonly byName?: string;
}

type Parts = Pick<Inside, "db" | "enqueue"> & Pick<Context, "vault" | "publicUrl" | "now">;

/**
 * Somebody wants letters at an address: its owner is asked by a letter, in this transaction. One who gets letters
 * already is told so, and nothing changes. Answers the subscriber's id.
 */
export async function askForLetters(parts: Parts, asking: LetterAsking): Promise<string> {
  const { db, vault, publicUrl } = parts;
  const { site, email } = asking;
  const now = parts.now();
  const known = await findSubscriber(db, site.id, email);
  if (known?.state === "confirmed") {
    const subscriber = { ...known, language: Language.parse(known.language) };
    await sendMail(parts, knownLetter({ site, subscriber, vault, publicUrl }, now));
    return known.id;
  }
  const id = known ? await askAgain(db, known.id, { asking, now }) : await addAsked(db, { asking, now });
  const settings = await readSettings(db, site.id);
  await noteConsent(db, [
    {
      workspaceId: site.workspaceId,
      subscriberId: id,
      deed: "asked",
      at: now,
      wishes: asking.wishes,
      words: consentWords(settings, asking.wishes.language, site.name),
      pageUrl: asking.pageUrl,
      addressPrint: asking.addressPrint,
      byName: asking.byName ?? null,
    },
  ]);
  const subscriber = { id, address: email, language: asking.wishes.language };
  await sendMail(parts, confirmLetter({ site, subscriber, vault, publicUrl }));
  return id;
}

const findSubscriber = (db: Inside["db"], siteId: string, email: string) =>
  db
    .selectFrom("subscriber")
    .select(["id", "address", "language", "state"])
    .where("siteId", "=", siteId)
    .where("addressKey", "=", keyOfAddress(email))
    .forUpdate()
    .executeTakeFirst();

interface Asked {
  readonly asking: LetterAsking;
  readonly now: Date;
}

const rowOf = ({ asking, now }: Asked) => ({
  address: asking.email,
  language: asking.wishes.language,
  frequency: asking.wishes.frequency,
  topicIds: [...asking.wishes.topics],
  state: "asked",
  source: asking.source,
  pageUrl: asking.pageUrl,
  arrivedBy: asking.arrivedBy,
  isMeasured: asking.isMeasured,
  arrivedNetwork: null,
  arrivedShare: null,
  askedAt: now,
});

async function askAgain(db: Inside["db"], id: string, asked: Asked): Promise<string> {
  await db.updateTable("subscriber").set(rowOf(asked)).where("id", "=", id).execute();
  return id;
}

async function addAsked(db: Inside["db"], asked: Asked): Promise<string> {
  const { site, email } = asked.asking;
  const key = { siteId: site.id, addressKey: keyOfAddress(email) };
  // Two at once: the second finds the first one's row.
  const { id } = await db
    .insertInto("subscriber")
    .values({ id: uuidv7(), workspaceId: site.workspaceId, ...key, ...rowOf(asked), createdAt: asked.now })
    .onConflict((known) =>
      known
        .columns(["siteId", "addressKey"])
        .doUpdateSet((row) => ({ askedAt: row.ref("excluded.askedAt") })),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
