import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import type { NetworkFailure } from "#src/networks/failure.ts";
import type { Account, Credentials, Network, Session } from "#src/networks/network.ts";
import { exclusively, type Outside, toolsFor } from "./outside.ts";
import { failureOf } from "./network-problem.ts";
import { accountOf, getStoredChannel, networkOf, type StoredChannel } from "./stored-channel.ts";

/** A channel that can be talked through. */
export interface OpenChannel {
  readonly channel: StoredChannel;
  readonly network: Network;
  readonly session: Session;
}

const StoredCredentials = z.record(z.string(), z.json());

/** Opens a channel for calls. Throws `conflict` when it is disconnected. */
export async function openChannel(outside: Outside, channelId: string): Promise<OpenChannel> {
  const channel = await outside.transact(({ db }) => getStoredChannel(db, channelId));
  const network = networkOf(channel);
  return { channel, network, session: sessionOf(outside, channel) };
}

/** The session that a network is handed for calls on this channel. */
export function sessionOf(outside: Outside, channel: StoredChannel): Session {
  const account = accountOf(channel);
  return {
    account,
    credentials: openCredentials(outside, channel),
    tools: toolsFor(channel.networkId, outside),
    async loadCredentials() {
      return openCredentials(outside, await outside.transact(({ db }) => getStoredChannel(db, channel.id)));
    },
    async saveCredentials(next, expiresAt) {
      const credentials = sealCredentials(outside, { networkId: channel.networkId, account }, next);
      await outside.transact(({ db }) =>
        db
          .updateTable("channel")
          .set({ credentials, expiresAt: expiresAt ?? null })
          .where("id", "=", channel.id)
          .where("credentials", "is not", null)
          .execute(),
      );
    },
    exclusively: (work) => exclusively(outside, `channel:${channel.id}`, work),
  };
}

/** Runs a call; when the credentials turn out to be dead the channel is marked, so that a person sees it. */
export async function callChannel<T>(
  outside: Outside,
  { channel }: OpenChannel,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "reconnect")
      await outside.transact(({ db }) => markProblem(db, channel.id, { failure, now: outside.now() }));
    throw error;
  }
}

/** That the channel must be connected again. Since when, is kept from the first time. */
export async function markProblem(
  db: Db,
  channelId: string,
  found: { readonly failure: NetworkFailure; readonly now: Date },
): Promise<void> {
  const { message: title, rule, words = null, hint = null } = found.failure;
  await db
    .insertInto("channelProblem")
    .values({ channelId, since: found.now, rule, title, words, hint })
    .onConflict((known) => known.column("channelId").doUpdateSet({ rule, title, words, hint }))
    .execute();
}

export function sealCredentials(
  { vault }: Pick<Outside, "vault">,
  owner: Owner,
  credentials: Credentials,
): string {
  return vault.seal(credentials, purposeOf(owner));
}

interface Owner {
  readonly networkId: string;
  readonly account: Pick<Account, "externalId" | "server">;
}

const purposeOf = ({ networkId, account }: Owner) =>
  `channel:${networkId}:${account.server}:${account.externalId}`;

function openCredentials({ vault }: Pick<Outside, "vault">, channel: StoredChannel): Credentials {
  if (channel.credentials === null) {
    throw new Problem("conflict", say`${channel.handle} is disconnected`, {
      hint: say`Connect the channel again`,
    });
  }
  const { networkId, externalId, server } = channel;
  return StoredCredentials.parse(
    vault.open(channel.credentials, purposeOf({ networkId, account: { externalId, server } })),
  );
}
