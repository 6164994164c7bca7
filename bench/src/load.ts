import autocannon from "autocannon";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cpuMs, freePort, lineOf, processTree, type RunningHouse } from "./house.ts";

interface Load {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers?: Record<string, string>;
  /** Makes the body of one request. */
  readonly body?: () => string;
  readonly pid: number;
}

export interface Cost {
  readonly cpuMsPerRequest: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
}

const warmUp = 2_000;
const amount = 20_000;
const connections = 16;

/** CPU time of one process for each request that it answers; the load comes from this one. */
export async function costOf(load: Load): Promise<Cost> {
  await cannon(load, { amount: warmUp });
  const before = await cpuMs(load.pid);
  const result = await cannon(load, { amount });
  const spent = (await cpuMs(load.pid)) - before;
  return {
    cpuMsPerRequest: round(spent / amount),
    requestsPerSecond: Math.round(result.requests.average),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx - (result.statusCodeStats?.["302"]?.count ?? 0) + result.errors,
  };
}

/** Latency while the house has half of what it can take. */
export async function latencyAt(
  load: Load,
  requestsPerSecond: number,
): Promise<Pick<Cost, "p50Ms" | "p99Ms">> {
  const { latency } = await cannon(load, { overallRate: Math.round(requestsPerSecond), duration: 8 });
  return { p50Ms: latency.p50, p99Ms: latency.p99 };
}

function cannon(
  load: Load,
  much: { readonly amount: number } | { readonly overallRate: number; readonly duration: number },
) {
  return autocannon({
    url: load.url,
    ...much,
    connections,
    requests: [
      {
        method: load.method,
        headers: { ...load.headers },
        setupRequest: (request) => (load.body ? { ...request, body: load.body() } : request),
      },
    ],
  });
}

/** The floor: the same server software answering nothing to the same requests, in the same run. */
export async function emptyHandlerCost(load: Omit<Load, "url" | "pid">): Promise<Cost> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("empty-handler.ts", import.meta.url)), String(port)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  try {
    await lineOf(child, "ready");
    return await costOf({ ...load, url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0 });
  } finally {
    child.kill();
  }
}

/** CPU time per request of the event store beside it, which takes the batches. */
export async function withStoreCost<T>(
  house: RunningHouse,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly storeCpuMs: number }> {
  const store = (await processTree(house.pid)).find(({ command }) => command.includes("event-store"));
  const before = store ? await cpuMs(store.pid) : 0;
  const result = await work();
  return { result, storeCpuMs: round(((store ? await cpuMs(store.pid) : 0) - before) / (amount + warmUp)) };
}

export const round = (value: number) => Math.round(value * 1000) / 1000;
