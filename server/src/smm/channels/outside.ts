import { sql } from "kysely";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import type { JobContext } from "#src/platform/jobs/job.ts";
import type { Context } from "#src/platform/operation/context.ts";
import type { NetworkMemory, NetworkTools } from "#src/networks/network.ts";

/** What work needs that talks to networks: it opens its transactions itself, none of them around a call. */
export interface Outside extends Pick<
  Context,
  "transact" | "now" | "http" | "openVisitors" | "vault" | "files" | "publicUrl" | "log"
> {
  readonly workspaceId: string;
  readonly signal?: AbortSignal;
}

/** From an operation that is declared `transaction: "own"`. */
export function outsideOf(ctx: Context): Outside {
  const { transact, now, http, openVisitors, vault, files, publicUrl, log } = ctx;
  const workspaceId = ctx.workspace.id;
  return { transact, now, http, openVisitors, vault, files, publicUrl, log, workspaceId };
}

/** From a job, in the workspace that its payload names. */
export function outsideOfJob(ctx: JobContext, workspaceId: string): Outside {
  const { now, http, openVisitors, vault, files, publicUrl, log, signal } = ctx;
  const transact: Outside["transact"] = (work) => ctx.transact(workspaceId, work);
  const tools = { transact, now, http, openVisitors, vault, files, publicUrl, log };
  return { ...tools, workspaceId, ...(signal && { signal }) };
}

type Tools = Pick<Outside, "transact" | "now" | "http" | "vault" | "publicUrl" | "signal">;

/** What a network is handed. */
export function toolsFor(networkId: string, outside: Tools): NetworkTools {
  const { http, now, publicUrl, signal } = outside;
  return { http, now, publicUrl, ...(signal && { signal }), memory: memoryOf(networkId, outside) };
}

/** For calls that belong to no workspace: documents that networks fetch from us. */
export function toolsOfHouse(
  networkId: string,
  house: Omit<Tools, "transact"> & Pick<JobContext, "transact">,
): NetworkTools {
  return toolsFor(networkId, { ...house, transact: (work) => house.transact(wholeHouse, work) });
}

function memoryOf(networkId: string, { transact, vault }: Tools): NetworkMemory {
  const purpose = (key: string) => `network:${networkId}:${key}`;
  return {
    async recall(key) {
      const row = await transact(({ db }) =>
        db
          .selectFrom("networkMemory")
          .select("value")
          .where("networkId", "=", networkId)
          .where("key", "=", key)
          .executeTakeFirst(),
      );
      return row && z.json().parse(vault.open(row.value, purpose(key)));
    },
    async remember(key, value) {
      const sealed = vault.seal(value, purpose(key));
      await transact(({ db }) =>
        db
          .insertInto("networkMemory")
          .values({ networkId, key, value: sealed })
          .onConflict((known) => known.columns(["networkId", "key"]).doUpdateSet({ value: sealed }))
          .execute(),
      );
    },
    async forget(key) {
      await transact(({ db }) =>
        db.deleteFrom("networkMemory").where("networkId", "=", networkId).where("key", "=", key).execute(),
      );
    },
  };
}

/**
 * Runs the work while nobody else, in any process, holds the same name. The lock lives as long as a transaction that
 * holds no rows; it ends with its connection, so a killed process leaves none behind.
 */
export function exclusively<T>(
  { transact }: Pick<Outside, "transact">,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  return transact(async ({ db }) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
    return work();
  });
}
