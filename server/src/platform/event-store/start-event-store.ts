import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { access, constants, mkdir, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import {
  isRunning,
  lockFolder,
  markProcess,
  readMark,
  waitForExit,
} from "#src/platform/process-lock/process-lock.ts";
import { Problem } from "#src/platform/problem.ts";
import { engineThreads } from "./engine-threads.ts";
import { EngineReport, type EngineOrders } from "./engine-protocol.ts";

/** A running embedded event store; the first four fields are what `connectEvents` takes. */
export interface EventStore extends AsyncDisposable {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

export interface EventStoreOptions {
  readonly dataDir: string;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  /** What all queries together may hold. Default 1024. */
  readonly maxMemoryMb?: number;
}

/**
 * Starts the embedded event store: chDB in a process of its own that speaks ClickHouse's HTTP. When it dies it is
 * started again on the same port; requests fail meanwhile, with nothing lost that was acknowledged.
 */
export async function startEventStore({
  dataDir,
  log,
  maxMemoryMb = 1024,
}: EventStoreOptions): Promise<EventStore> {
  const folder = await prepareFolder(dataDir);
  await using held = new AsyncDisposableStack();
  held.use(await lockFolder(folder, log));
  await endStaleEngine(folder, log);
  const entrance = { username: "samovar", password: randomBytes(24).toString("hex"), database: "samovar" };
  const orders: EngineOrders = {
    ...entrance,
    dataDir: folder,
    port: 0,
    maxMemoryMb,
    maxBodyBytes: 64 * 1024 * 1024,
  };
  const first = await startEngine(orders);
  held.use(watch(first, { ...orders, port: first.port }, log));
  const running = held.move();
  return {
    ...entrance,
    url: `http://127.0.0.1:${first.port}`,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

interface RunningEngine {
  readonly child: ChildProcess;
  readonly port: number;
  readonly complaints: () => string;
}

async function startEngine(orders: EngineOrders): Promise<RunningEngine> {
  const entry = fileURLToPath(new URL("engine-process.ts", import.meta.url));
  const child = spawn(process.execPath, [entry], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { UV_THREADPOOL_SIZE: String(engineThreads), PATH: "/usr/bin:/bin", TZ: "UTC" },
  });
  const complaints = keepTail(child);
  const ended = once(child, "close").then(() => ({ failure: complaints() || "it ended at once" }));
  await once(child, "spawn");
  await writeFile(engineFile(orders.dataDir), formatMark(child));
  child.send(orders);
  const report = await Promise.race([
    once(child, "message").then(([sent]) => EngineReport.parse(sent)),
    ended,
  ]);
  if ("port" in report) return { child, port: report.port, complaints };
  child.kill("SIGKILL");
  throw new Problem("unavailable", `The event store in ${orders.dataDir} does not start: ${report.failure}`, {
    hint: "It needs Linux with glibc or macOS, room on the disk and files that this user owns. Else set CLICKHOUSE_URL",
  });
}

/** Starts the engine again when it dies, later after each failure, until disposed, which stops it. */
function watch(first: RunningEngine, orders: EngineOrders, log: EventStoreOptions["log"]): AsyncDisposable {
  const stop = new AbortController();
  async function keep(): Promise<RunningEngine | undefined> {
    let engine: RunningEngine | undefined = first;
    for (let failures = 0; ;) {
      const since = Date.now();
      if (engine) await waitForEnd(engine.child, stop.signal);
      if (stop.signal.aborted) return engine;
      if (engine)
        log.error({ complaints: engine.complaints() }, "The event store's process died; starting it again");
      failures = Date.now() - since > 60_000 ? 0 : failures + 1;
      if (failures > 1)
        await sleep(Math.min(50 * 2 ** failures, 10_000), undefined, { signal: stop.signal }).catch(
          () => undefined,
        );
      if (stop.signal.aborted) return undefined;
      engine = await startEngine(orders).catch((error: unknown) => {
        log.error({ err: error }, "The event store did not start");
        return undefined;
      });
    }
  }
  const kept = keep();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      const engine = await kept;
      if (engine) await stopEngine(engine.child);
    },
  };
}

async function waitForEnd(child: ChildProcess, signal: AbortSignal): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await once(child, "exit", { signal }).catch(() => undefined);
}

async function stopEngine(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  if (child.connected) child.send("stop");
  const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(patience);
}

// An engine ends with its parent; after a crash it may need a moment, or hang in a native call.
async function endStaleEngine(folder: string, log: EventStoreOptions["log"]): Promise<void> {
  const mark = await readMark(engineFile(folder));
  if (!mark || !isRunning(mark) || (await waitForExit(mark, 2000))) return;
  log.warn(`Ending the event store's process ${mark.pid}, left over from an earlier start`);
  process.kill(mark.pid, "SIGKILL");
  await waitForExit(mark, 5000);
}

function engineFile(folder: string): string {
  return join(folder, "engine.pid");
}

function formatMark(child: ChildProcess): string {
  const { pid, startedAt } = markProcess(child.pid ?? 0);
  return `${pid}\n${startedAt}\n`;
}

function keepTail(child: ChildProcess): () => string {
  let tail = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (tail = (tail + chunk).slice(-2000)));
  return () => tail.trim();
}

async function prepareFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
    return await realpath(dataDir);
  } catch (cause) {
    throw new Problem("unavailable", `The event store's folder ${dataDir} cannot be written`, {
      hint: 'Free the disk or give the folder to this user (sudo chown -R "$(id -un)" …), or choose another DATA_DIR',
      cause,
    });
  }
}
