import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Problem } from "#src/platform/problem.ts";
import type { Binaries } from "./binaries.ts";

/**
 * Under whom Postgres runs; it refuses root. `owner` is who must own the files: undefined leaves them alone,
 * `prefix` goes before the command.
 */
export interface Account {
  readonly prefix: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

/** Starts a program of Postgres under the account. */
export function spawnAs(account: Account, command: readonly string[], options: SpawnOptions): ChildProcess {
  const [file = "", ...args] = [...account.prefix, ...command];
  return spawn(file, args, { ...options, ...account.ids });
}

/**
 * An ordinary user runs Postgres itself. Root lends it the folder's owner or `nobody`; where those cannot reach the
 * programs or the data (a checkout in /root), a user namespace in which root goes by another number.
 */
export async function chooseAccount(binaries: Binaries, folder: string): Promise<Account> {
  const itself: Account = { prefix: [], ids: {}, owner: undefined };
  if (process.getuid?.() !== 0) {
    await requireRunnable(itself, binaries, folder);
    return itself;
  }
  const lent = await lendAccount(folder);
  if ((await probe(lent, binaries, folder)) === undefined) return lent;
  const namespaced: Account = {
    prefix: ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"],
    ids: {},
    owner: { uid: 0, gid: 0 },
  };
  if ((await probe(namespaced, binaries, folder)) === undefined) return namespaced;
  await requireRunnable(lent, binaries, folder);
  return lent;
}

async function lendAccount(folder: string): Promise<Account> {
  const { uid, gid } = await stat(folder);
  const owner = uid === 0 ? { uid: 65_534, gid: 65_534 } : { uid, gid };
  return { prefix: [], ids: owner, owner };
}

/** Says why the account cannot run Postgres on the folder; undefined when it can. */
function probe(account: Account, binaries: Binaries, folder: string): Promise<string | undefined> {
  const script = 'cd "$1" && exec "$2" --version';
  const child = spawnAs(account, ["/bin/sh", "-c", script, "sh", folder, binaries.postgres], {
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  return new Promise((resolve) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) =>
      resolve(code === 0 ? undefined : said.trim() || `it ended with code ${code}`),
    );
  });
}

async function requireRunnable(account: Account, binaries: Binaries, folder: string): Promise<void> {
  const refusal = await probe(account, binaries, folder);
  if (refusal === undefined) return;
  const closed = await findClosedFolder(account, [binaries.folder, folder]);
  if (account.ids.uid !== undefined && closed) {
    throw new Problem(
      "unavailable",
      `Postgres must not run as root, and uid ${account.ids.uid} cannot enter ${closed}`,
      {
        hint: `Run \`chmod o+x ${closed}\`, or move the checkout and DATA_DIR out of it, or start as an ordinary user, or set DATABASE_URL`,
      },
    );
  }
  throw new Problem("unavailable", `The embedded Postgres does not run here: ${refusal}`, {
    hint: "It needs Linux with glibc or macOS. Elsewhere set DATABASE_URL to a Postgres of your own",
  });
}

async function findClosedFolder(account: Account, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders.flatMap(listAncestors)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === account.ids.uid ? 0o100 : gid === account.ids.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return folder;
  }
  return undefined;
}

function listAncestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [...listAncestors(parent), folder];
}
