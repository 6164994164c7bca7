import { sql } from "kysely";
import type { Connection } from "#src/networks/network.ts";
import { accountColumns } from "./keep-connection.ts";
import type { Outside } from "./outside.ts";
import { callChannel, openChannel, type OpenChannel } from "./session.ts";

/** Learns the account and its server again, renews what expires, counts followers. Throws what the network threw. */
export async function refreshChannel(outside: Outside, channelId: string): Promise<void> {
  const open = await openChannel(outside, channelId);
  const { network, session } = open;
  const connection = await callChannel(outside, open, async () => network.refresh?.(session));
  if (connection) await keepFacts(outside, open, connection);
  const audience = await callChannel(outside, open, async () => network.audience?.(session));
  await outside.transact(async ({ db }) => {
    await db.updateTable("channel").set({ checkedAt: outside.now() }).where("id", "=", channelId).execute();
    await db.deleteFrom("channelProblem").where("channelId", "=", channelId).execute();
    if (!audience) return;
    const { followers } = audience;
    await db.updateTable("channel").set({ followers }).where("id", "=", channelId).execute();
    await db
      .insertInto("channelAudience")
      .values({
        channelId,
        followers,
        readOn: sql<Date>`(${outside.now()}::timestamptz at time zone 'UTC')::date`,
      })
      .onConflict((known) => known.columns(["channelId", "readOn"]).doUpdateSet({ followers }))
      .execute();
  });
}

/** Credentials that are as they were are not written: another process may have renewed them meanwhile. */
async function keepFacts(
  outside: Outside,
  { channel, session }: OpenChannel,
  connection: Connection,
): Promise<void> {
  await outside.transact(({ db }) => {
    const { expiresAt: _, ...account } = accountColumns(connection);
    return db.updateTable("channel").set(account).where("id", "=", channel.id).execute();
  });
  const isNew = JSON.stringify(connection.credentials) !== JSON.stringify(await session.loadCredentials());
  if (isNew) await session.saveCredentials(connection.credentials, connection.expiresAt);
}
