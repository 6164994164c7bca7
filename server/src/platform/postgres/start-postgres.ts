import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { isRunning, lockFolder } from "#src/platform/process-lock/process-lock.ts";
import { chooseAccount, type Account } from "./account.ts";
import { findBinaries, type Binaries } from "./binaries.ts";
import { adminRole, ensureCluster, houseRole, readPasswords, type Passwords } from "./cluster.ts";
import { addressOf, failed, provision, waitUntilReady } from "./connect.ts";
import { claimFiles, explainFolder, prepareFolder } from "./folder.ts";
import {
  findFreePort,
  findPostmaster,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
} from "./postmaster.ts";

/** What an embedded store may say to the log. */
export type StoreLog = Pick<Logger, "info" | "warn" | "error">;

/** A running embedded Postgres. `url` is for the ordinary role that owns the database, `adminUrl` for the superuser. */
export interface Postgres extends AsyncDisposable {
  readonly url: string;
  readonly adminUrl: string;
}

/**
 * Starts the embedded Postgres on its folder, or adopts the one that a crashed start left running there. Disposing
 * stops it. Should it die meanwhile, it is started again on the same port.
 */
export async function startPostgres(options: {
  readonly dataDir: string;
  readonly log: StoreLog;
  readonly signal?: AbortSignal;
}): Promise<Postgres> {
  const { log, signal } = options;
  const folder = await prepareFolder(options.dataDir);
  await using held = new AsyncDisposableStack();
  held.use(
    await lockFolder(folder, log).catch((error: unknown) => Promise.reject(explainFolder(error, folder))),
  );
  const binaries = await findBinaries();
  const passwords = await readPasswords(folder).catch((error: unknown) =>
    Promise.reject(explainFolder(error, folder)),
  );
  const account = await chooseAccount(binaries, folder);
  const cluster = await ensureCluster(folder, { account, binaries, password: passwords[adminRole] });
  const house: House = { cluster, account, binaries, passwords, log, signal };
  const postmaster = (await adopt(house)) ?? (await start(house));
  held.use(watch(house, postmaster));
  const adminUrl = addressOf(postmaster.port, adminRole, passwords);
  await provision(adminUrl, passwords);
  const running = held.move();
  return {
    url: addressOf(postmaster.port, houseRole, passwords),
    adminUrl,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

interface House {
  readonly cluster: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly passwords: Passwords;
  readonly log: StoreLog;
  readonly signal: AbortSignal | undefined;
}

async function adopt(house: House): Promise<Postmaster | undefined> {
  const postmaster = await findPostmaster(house.cluster);
  if (!postmaster) return undefined;
  const adminUrl = addressOf(postmaster.port, adminRole, house.passwords);
  const readiness = await waitUntilReady(house.cluster, { postmaster, adminUrl, signal: house.signal });
  if (readiness === "ended") return undefined;
  house.log.info(
    `Found Postgres still running since an earlier start (process ${postmaster.mark.pid}), and took it over`,
  );
  return postmaster;
}

// Another program may take the free port first, and children of a killed Postgres need a moment to notice.
async function start(house: House, fixedPort?: number): Promise<Postmaster> {
  await claimFiles(house.cluster, house.account);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = fixedPort ?? (await findFreePort());
    const postmaster = await startPostmaster(house.cluster, { ...house, port });
    try {
      const adminUrl = addressOf(port, adminRole, house.passwords);
      if ((await waitUntilReady(house.cluster, { postmaster, adminUrl, signal: house.signal })) === "ready")
        return postmaster;
    } catch (error) {
      await stopPostmaster(postmaster);
      throw error;
    }
    await sleep(100 * 2 ** attempt);
  }
  throw await failed(house.cluster);
}

/** Starts Postgres again when it dies, until disposed, which stops it. */
function watch(house: House, first: Postmaster): AsyncDisposable {
  const stop = new AbortController();
  const { log } = house;
  async function keep(): Promise<Postmaster> {
    let postmaster = first;
    while (!stop.signal.aborted) {
      await sleep(500, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
      if (stop.signal.aborted || isRunning(postmaster.mark)) continue;
      log.error(`Postgres (process ${postmaster.mark.pid}) died; starting it again`);
      postmaster = await start({ ...house, signal: stop.signal }, first.port).catch((error: unknown) => {
        if (!stop.signal.aborted) log.error({ err: error }, "Postgres did not start again; trying once more");
        return postmaster;
      });
    }
    return postmaster;
  }
  const kept = keep();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await stopPostmaster(await kept);
    },
  };
}
