import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import { keyOfAddress } from "./address.ts";

export type SuppressionReason = "bounce" | "complaint" | "asked" | "manual";

interface Suppressed {
  readonly workspaceId: string;
  readonly address: string;
}

/** Knows an address again without holding it. */
export const printOfAddress = (vault: Pick<Vault, "fingerprint">, { workspaceId, address }: Suppressed) =>
  vault.fingerprint(keyOfAddress(address), `mail.address:${workspaceId}`);

/** Whether nothing may be sent to an address any more. */
export async function isSuppressed(db: Db, vault: Vault, whom: Suppressed): Promise<boolean> {
  const row = await db
    .selectFrom("mailSuppression")
    .select("id")
    .where("workspaceId", "=", whom.workspaceId)
    .where("addressPrint", "=", printOfAddress(vault, whom))
    .executeTakeFirst();
  return row !== undefined;
}

const atOnce = 1000;

/** Which of many addresses nothing may be sent to. */
export async function findSuppressed(
  db: Db,
  vault: Pick<Vault, "fingerprint">,
  { workspaceId, addresses }: { readonly workspaceId: string; readonly addresses: readonly string[] },
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < addresses.length; from += atOnce) {
    const part = addresses.slice(from, from + atOnce);
    const prints = new Map(part.map((address) => [printOfAddress(vault, { workspaceId, address }), address]));
    const rows = await db
      .selectFrom("mailSuppression")
      .select("addressPrint")
      .where("workspaceId", "=", workspaceId)
      .where("addressPrint", "in", [...prints.keys()])
      .execute();
    for (const { addressPrint } of rows) found.add(prints.get(addressPrint) ?? "");
  }
  return found;
}

interface NewSuppression extends Suppressed {
  readonly reason: SuppressionReason;
  readonly detail: string | null;
  readonly now: Date;
}

/** Nothing is sent to this address from now on. One that is known already keeps its first reason. */
export async function suppress(db: Db, vault: Vault, entry: NewSuppression): Promise<{ id: string }> {
  const { workspaceId, address, reason, detail, now } = entry;
  const addressPrint = printOfAddress(vault, entry);
  return (
    db
      .insertInto("mailSuppression")
      .values({ id: uuidv7(), workspaceId, address, addressPrint, reason, detail, since: now })
      // The address comes back where its owner was erased and wrote again: the print alone was kept.
      .onConflict((known) =>
        known
          .columns(["workspaceId", "addressPrint"])
          .doUpdateSet((row) => ({ address: row.ref("excluded.address") })),
      )
      .returning("id")
      .executeTakeFirstOrThrow()
  );
}

/**
 * Takes an address out of all letters and of the list of those that get none, whose fingerprint goes on being kept.
 * For whoever asked to be forgotten.
 */
export async function forgetAddress(db: Db, vault: Vault, whom: Suppressed): Promise<void> {
  await db
    .deleteFrom("mail")
    .where("workspaceId", "=", whom.workspaceId)
    .where("addressKey", "=", keyOfAddress(whom.address))
    .execute();
  await db
    .updateTable("mailSuppression")
    .set({ address: null, detail: null })
    .where("workspaceId", "=", whom.workspaceId)
    .where("addressPrint", "=", printOfAddress(vault, whom))
    .execute();
}
