import { v7 as uuidv7 } from "uuid";
import { keyOfAddress } from "#src/ground/mail/index.ts";
import type { Db } from "#src/platform/database/database.ts";
import type { Vault } from "#src/platform/vault/vault.ts";

interface Whom {
  readonly workspaceId: string;
  readonly email: string | null;
  readonly siteId: string;
  readonly threadId: string;
}

const printOf = (vault: Pick<Vault, "fingerprint">, { workspaceId, email }: Whom) =>
  vault.fingerprint(keyOfAddress(email ?? ""), `comments.stop:${workspaceId}`);

/** Whether the owner of the address wants to hear nothing of this talk, of this site, or at all. */
export async function isStopped(db: Db, vault: Pick<Vault, "fingerprint">, whom: Whom): Promise<boolean> {
  const row = await db
    .selectFrom("commentNoticeStop")
    .select("id")
    .where("workspaceId", "=", whom.workspaceId)
    .where("addressPrint", "=", printOf(vault, whom))
    .where((wish) => wish.or([wish("siteId", "is", null), wish("siteId", "=", whom.siteId)]))
    .where((wish) => wish.or([wish("threadId", "is", null), wish("threadId", "=", whom.threadId)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type StopScope = "thread" | "site" | "all";

interface Stop extends Whom {
  readonly scope: StopScope;
  readonly now: Date;
}

export async function stop(db: Db, vault: Pick<Vault, "fingerprint">, wish: Stop): Promise<void> {
  const { workspaceId, siteId, threadId, scope, now } = wish;
  await db
    .insertInto("commentNoticeStop")
    .values({
      id: uuidv7(),
      workspaceId,
      addressPrint: printOf(vault, wish),
      siteId: scope === "all" ? null : siteId,
      threadId: scope === "thread" ? threadId : null,
      at: now,
    })
    .onConflict((known) => known.columns(["workspaceId", "addressPrint", "siteId", "threadId"]).doNothing())
    .execute();
}

/** Who asks to be told takes back what he said against it, for this talk and whatever is wider. */
export async function takeBackStops(db: Db, vault: Pick<Vault, "fingerprint">, whom: Whom): Promise<void> {
  await db
    .deleteFrom("commentNoticeStop")
    .where("workspaceId", "=", whom.workspaceId)
    .where("addressPrint", "=", printOf(vault, whom))
    .where((wish) => wish.or([wish("threadId", "is", null), wish("threadId", "=", whom.threadId)]))
    .where((wish) => wish.or([wish("siteId", "is", null), wish("siteId", "=", whom.siteId)]))
    .execute();
}
