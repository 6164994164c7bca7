import { v7 as uuidv7 } from "uuid";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { Connection } from "#src/networks/network.ts";
import type { Outside } from "./outside.ts";
import { sealCredentials } from "./session.ts";
import { getStoredChannel } from "./stored-channel.ts";

interface Made {
  readonly networkId: string;
  readonly methodId: string;
  readonly connection: Connection;
  /** The channel that was to be connected again. */
  readonly channelId: string | undefined;
}

/** Keeps a connected account: a new channel, or the one that it was before. Answers its id. */
export async function keepConnection(
  db: Db,
  outside: Pick<Outside, "vault" | "now">,
  made: Made,
): Promise<string> {
  const { networkId, methodId, connection, channelId } = made;
  if (channelId !== undefined) await checkSameAccount(db, channelId, made);
  const { externalId, server } = connection.account;
  const now = outside.now();
  const values = {
    ...accountColumns(connection),
    methodId,
    connectedAt: now,
    checkedAt: now,
    disconnectedAt: null,
  };
  const credentials = sealCredentials(
    outside,
    { networkId, account: connection.account },
    connection.credentials,
  );
  const { id } = await db
    .insertInto("channel")
    .values({ id: uuidv7(), networkId, externalId, server, ...values, credentials })
    .onConflict((known) =>
      known
        .columns(["workspaceId", "networkId", "server", "externalId"])
        .doUpdateSet({ ...values, credentials }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.deleteFrom("channelProblem").where("channelId", "=", id).execute();
  return id;
}

/** What is known of the account itself, as columns. */
export function accountColumns({ account, expiresAt }: Connection) {
  const { handle, displayName, url, avatarUrl, facts } = account;
  return {
    handle,
    displayName,
    url,
    avatarUrl: avatarUrl ?? null,
    facts: JSON.stringify(facts),
    expiresAt: expiresAt ?? null,
  };
}

async function checkSameAccount(db: Db, channelId: string, { networkId, connection }: Made): Promise<void> {
  const before = await getStoredChannel(db, channelId);
  const { externalId, handle } = connection.account;
  if (before.networkId === networkId && before.externalId === externalId) return;
  throw new Problem("conflict", say`You signed in as ${handle}, but this channel is ${before.handle}`, {
    hint: say`Sign in as ${before.handle}, or connect ${handle} as a channel of its own`,
  });
}
