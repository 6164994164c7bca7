import { open, readFile, stat, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import {
  isRunning,
  markProcess,
  waitForExit,
  type ProcessMark,
} from "#src/platform/process-lock/process-lock.ts";
import { Problem } from "#src/platform/problem.ts";
import { spawnAs, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { giveToOwner } from "./folder.ts";

/** A running Postgres: its first process and where it listens. */
export interface Postmaster {
  readonly mark: ProcessMark;
  readonly port: number;
}

// 60 connections, little memory: one server process beside it, not a fleet. io_method=sync spares three processes.
const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=60",
  "shared_buffers=32MB",
  "io_method=sync",
  "max_wal_senders=0",
  "max_logical_replication_workers=0",
  "autovacuum_max_workers=2",
  "max_wal_size=512MB",
  "jit=off",
  "timezone=UTC",
  "log_timezone=UTC",
  "password_encryption=scram-sha-256",
  "idle_in_transaction_session_timeout=5min",
];

/** Starts Postgres in a session of its own, so that Ctrl-C in the terminal reaches only us. */
export async function startPostmaster(
  cluster: string,
  { account, binaries, port }: { account: Account; binaries: Binaries; port: number },
): Promise<Postmaster> {
  const logFile = postgresLog(cluster);
  const tooLong = (await stat(logFile).catch(() => undefined))?.size ?? 0;
  await using log = await open(logFile, tooLong > 5_000_000 ? "w" : "a", 0o600);
  await giveToOwner(logFile, dirname(cluster));
  const args = ["-D", cluster, ...[...settings, `port=${port}`].flatMap((setting) => ["-c", setting])];
  const child = spawnAs(account, [binaries.postgres, ...args], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" },
  });
  await new Promise((resolve, reject) => child.once("spawn", () => resolve(undefined)).once("error", reject));
  child.unref();
  return { mark: markProcess(child.pid ?? 0), port };
}

/** Finds the Postgres that an earlier start left running on this cluster, by `postmaster.pid`. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = join(cluster, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  const [pid, , , port] = text.split("\n").map(Number);
  if (!pid || !port) return undefined;
  const mark = markProcess(pid);
  // A dead one is left to Postgres: it looks in the file whether children of the dead still hold the memory.
  if (!isRunning(mark)) return undefined;
  if (await isPostmasterOf(pid, cluster)) return { mark, port };
  // The number went to a stranger meanwhile, which Postgres would take for itself. No process can have this one.
  await writeFile(file, text.replace(/^\d+/, "99999999"));
  return undefined;
}

/** Stops Postgres: open transactions are broken off, everything is written. */
export async function stopPostmaster({ mark }: Postmaster): Promise<void> {
  for (const [signal, timeoutMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 5000],
  ] as const) {
    if (!isRunning(mark)) return;
    process.kill(mark.pid, signal);
    if (await waitForExit(mark, timeoutMs)) return;
  }
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) =>
      server.once("error", reject).listen(0, "127.0.0.1", resolve),
    );
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no address");
    return address.port;
  } catch (cause) {
    throw new Problem("unavailable", "No port of 127.0.0.1 can be listened on", {
      hint: "Check that the loopback interface is up (`ip addr show lo`), or set DATABASE_URL and CLICKHOUSE_URL",
      cause,
    });
  } finally {
    server.close();
  }
}

/** The last lines that Postgres wrote, for an error's text. */
export async function readLogTail(cluster: string): Promise<string> {
  const text = await readFile(postgresLog(cluster), "utf8").catch(() => "");
  return text.trim().split("\n").slice(-6).join("\n");
}

/** Waits a moment, shorter at first: a warm Postgres is there within 60 ms. */
export async function pause(attempt: number): Promise<void> {
  await sleep(Math.min(15 + attempt * 5, 200));
}

function postgresLog(cluster: string): string {
  return join(dirname(cluster), "postgres.log");
}

async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  const command = await readCommand(pid);
  return command.includes(cluster) && command.includes("postgres");
}

async function readCommand(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]).catch(
      () => ({ stdout: "" }),
    );
    return stdout;
  }
}
