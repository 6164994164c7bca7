import type { Db } from "#src/platform/database/database.ts";
import type { Vault } from "#src/platform/vault/vault.ts";
import { MailServer, mailServerPurpose } from "./mail-server.ts";
import type { PostOffice } from "./post-office.ts";

/** By which server a workspace's letters go: its own, else the house's, else none. */
export async function findMailServer(
  db: Db,
  { vault, office, workspaceId }: { vault: Vault; office: PostOffice; workspaceId: string },
): Promise<MailServer | undefined> {
  const row = await db
    .selectFrom("mailServer")
    .select("sealed")
    .where("workspaceId", "=", workspaceId)
    .executeTakeFirst();
  if (!row) return office.house;
  return MailServer.parse(vault.open(row.sealed, mailServerPurpose(workspaceId)));
}
