import { z } from "zod";
import type { Db } from "#src/platform/database/database.ts";
import { Problem } from "#src/platform/problem.ts";
import { say } from "#src/platform/say.ts";
import { findNetwork } from "#src/networks/index.ts";
import type { Account, Network } from "#src/networks/network.ts";

/** The channels with what is wrong with them. */
export function channels(db: Db) {
  return db
    .selectFrom("channel")
    .leftJoin("channelProblem", "channelProblem.channelId", "channel.id")
    .selectAll("channel")
    .select([
      "channelProblem.since",
      "channelProblem.rule",
      "channelProblem.title",
      "channelProblem.words",
      "channelProblem.hint",
    ]);
}

export type StoredChannel = Awaited<ReturnType<ReturnType<typeof channels>["executeTakeFirstOrThrow"]>>;

/** Throws `not_found`. */
export async function getStoredChannel(db: Db, id: string): Promise<StoredChannel> {
  const row = await channels(db).where("channel.id", "=", id).executeTakeFirst();
  if (!row)
    throw new Problem("not_found", say`There is no channel ${id} here`, {
      hint: say`See listChannels for yours`,
    });
  return row;
}

/** Channels by id, disconnected ones too. Throws `not_found` with the first that is not here. */
export async function readChannels(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredChannel>> {
  if (ids.length === 0) return new Map();
  const rows = await channels(db).where("channel.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids) {
    if (!byId.has(id))
      throw new Problem("not_found", say`There is no channel ${id} here`, {
        hint: say`See listChannels for yours`,
      });
  }
  return byId;
}

/** The network that a stored id names. It is gone only where somebody runs an older version on newer rows. */
export function networkOf({ networkId }: Pick<StoredChannel, "networkId">): Network {
  const network = findNetwork(networkId);
  if (!network)
    throw new Problem("unavailable", say`This version knows no network "${networkId}"`, {
      hint: say`Update Samovar`,
    });
  return network;
}

const Facts = z.record(z.string(), z.json());

export function accountOf(row: StoredChannel): Account {
  const { externalId, handle, displayName, url, avatarUrl, server } = row;
  return {
    externalId,
    handle,
    displayName,
    url,
    server,
    facts: Facts.parse(row.facts),
    ...(avatarUrl !== null && { avatarUrl }),
  };
}
