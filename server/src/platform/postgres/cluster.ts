import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "#src/platform/problem.ts";
import { spawnAs, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { giveToOwner, requireRoom } from "./folder.ts";

export const adminRole = "postgres";
export const houseRole = "samovar";

const Passwords = z.object({ [adminRole]: z.string(), [houseRole]: z.string() });
export type Passwords = z.infer<typeof Passwords>;

/** Reads the passwords of both roles, or makes them when there is no cluster yet. */
export async function readPasswords(folder: string): Promise<Passwords> {
  const file = join(folder, "passwords.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text !== undefined) return Passwords.parse(JSON.parse(text));
  if (await readVersion(folder)) {
    throw new Problem(
      "unavailable",
      `${file} is missing or unreadable, so Postgres in ${folder} cannot be opened`,
      {
        hint: "Put the file back from a back-up, or move the folder away to begin anew",
      },
    );
  }
  const passwords = {
    [adminRole]: randomBytes(24).toString("hex"),
    [houseRole]: randomBytes(24).toString("hex"),
  };
  await writeDurably(file, JSON.stringify(passwords));
  await giveToOwner(file, folder);
  return passwords;
}

/** Makes the cluster, if there is none, in a folder beside it: a start that was cut off leaves nothing half-made. */
export async function ensureCluster(folder: string, { account, binaries, password }: Draft): Promise<string> {
  const cluster = join(folder, "cluster");
  const version = await readVersion(folder);
  if (version === undefined) {
    const draft = join(folder, "cluster.new");
    await initialise(draft, { account, binaries, password });
    await rename(draft, cluster);
  } else if (version !== "18") {
    throw new Problem("unavailable", `${cluster} was made by Postgres ${version}; this is Postgres 18`, {
      hint: "Dump it with the version that made it, move the folder away, start anew and restore",
    });
  }
  return cluster;
}

async function readVersion(folder: string): Promise<string | undefined> {
  return readFile(join(folder, "cluster", "PG_VERSION"), "utf8").then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    },
  );
}

interface Draft {
  readonly account: Account;
  readonly binaries: Binaries;
  readonly password: string;
}

// Order and case come from Postgres itself and never change with the system. The system's own locale serves
// pg_trgm alone, which sees no letters beyond ASCII without a UTF-8 one.
async function initialise(draft: string, { account, binaries, password }: Draft): Promise<void> {
  const owner = account.owner;
  const passwordFile = `${draft}.password`;
  const faults: string[] = [];
  try {
    for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
      await rm(draft, { recursive: true, force: true });
      await makeEmptyFolder(draft, owner);
      await writeDurably(passwordFile, password);
      if (owner) await chown(passwordFile, owner.uid, owner.gid);
      const fault = await run(account, [
        binaries.initdb,
        `--pgdata=${draft}`,
        `--username=${adminRole}`,
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--data-checksums",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        `--lc-ctype=${locale}`,
      ]);
      if (fault === undefined) return;
      faults.push(fault);
      await requireRoom(join(draft, ".."));
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
  throw new Problem("unavailable", `Postgres could not make its database in ${draft}: ${faults[0]}`, {
    hint: "Check that the folder can be written and its disk has room, or set DATABASE_URL to a Postgres of your own",
  });
}

async function makeEmptyFolder(path: string, owner: Account["owner"]): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (owner) await chown(path, owner.uid, owner.gid);
}

/** Runs a program to its end; what it complained of when it failed. */
function run(account: Account, command: readonly string[]): Promise<string | undefined> {
  const child = spawnAs(account, command, {
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" },
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? undefined : said.trim() || `code ${code}`));
  });
}

async function writeDurably(file: string, text: string): Promise<void> {
  await using handle = await open(`${file}.new`, "w", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await rename(`${file}.new`, file);
}
