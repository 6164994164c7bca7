import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import type { Wishes } from "./wishes.ts";

export interface Consent {
  readonly workspaceId: string;
  readonly subscriberId: string;
  readonly deed: "asked" | "confirmed" | "changed" | "left" | "imported" | "added";
  readonly at: Date;
  readonly wishes: Wishes;
  /** What he saw and agreed to. */
  readonly words?: string | null;
  readonly pageUrl?: string | null;
  /** A fingerprint of the network address. */
  readonly addressPrint?: string | null;
  /** Who did it, where it was not the subscriber. */
  readonly byName?: string | null;
}

/** One line of what a subscriber agreed to, and when: never changed, erased with him. */
export async function noteConsent(db: Db, consents: readonly Consent[]): Promise<void> {
  await db
    .insertInto("subscriberConsent")
    .values(
      consents.map((consent) => ({
        id: uuidv7(),
        workspaceId: consent.workspaceId,
        subscriberId: consent.subscriberId,
        at: consent.at,
        deed: consent.deed,
        words: consent.words ?? null,
        pageUrl: consent.pageUrl ?? null,
        addressPrint: consent.addressPrint ?? null,
        wishes: JSON.stringify(consent.wishes),
        byName: consent.byName ?? null,
      })),
    )
    .execute();
}
