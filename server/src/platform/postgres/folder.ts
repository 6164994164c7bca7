import { chmod, lchown, mkdir, readdir, realpath, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "#src/platform/problem.ts";
import type { Account } from "./account.ts";

const neededBytes = 200 * 1024 * 1024;

/** Makes the data folder, and refuses one that cannot be written or has no room for a database. */
export async function prepareFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    const folder = await realpath(dataDir);
    // Postgres, run under another account, must be able to pass through; it need not see what else lies here.
    if ((await stat(folder)).uid === process.getuid?.())
      await chmod(folder, process.getuid() === 0 ? 0o711 : 0o700);
    await requireRoom(folder);
    return folder;
  } catch (error) {
    throw explainFolder(error, dataDir);
  }
}

/** Translates what the file system says about the data folder into what the owner can do. */
export function explainFolder(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") return noRoom(folder, 0);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Problem("unavailable", `The folder ${folder} cannot be written by this user`, {
      hint: `Run \`sudo chown -R "$(id -un)" ${folder}\`, or choose another folder with DATA_DIR`,
      cause: error,
    });
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new Problem("unavailable", `${folder} is no folder`, {
      hint: "Choose another DATA_DIR",
      cause: error,
    });
  }
  return error;
}

/** Refuses a disk that is about to be full: Postgres would stop in the middle of its work. */
export async function requireRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes) throw noRoom(folder, bavail * bsize);
}

/** Gives the cluster's files to the account that Postgres runs under. */
export async function claimFiles(folder: string, account: Account): Promise<void> {
  const wanted = account.owner ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if ((await stat(folder)).uid === wanted.uid) return;
  if (account.owner === undefined) {
    throw explainFolder(Object.assign(new Error(`${folder} has another owner`), { code: "EACCES" }), folder);
  }
  await giveAway(folder, wanted);
}

/** Root's files in another user's folder go to that user, who may start Samovar next time. */
export async function giveToOwner(file: string, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await lchown(file, uid, gid);
}

async function giveAway(path: string, owner: { uid: number; gid: number }): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await giveAway(child, owner);
    else await lchown(child, owner.uid, owner.gid);
  }
  // The folder itself comes last: a walk that was cut off is seen by its owner, and done again.
  await lchown(path, owner.uid, owner.gid);
}

function noRoom(folder: string, bytes: number): Problem {
  const free = Math.round(bytes / 1024 / 1024);
  return new Problem("unavailable", `The disk of ${folder} is full: ${free} MB are free, 200 MB are needed`, {
    hint: "Free some space, or choose a folder on another disk with DATA_DIR",
  });
}
