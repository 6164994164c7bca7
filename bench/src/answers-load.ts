import autocannon from "autocannon";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { makePassages, makeQueries } from "./answers-texts.ts";
import { cpuMs, freePort, lineOf } from "./house.ts";
import type { Figures } from "./main.ts";

export const about =
  "GET /answers/:site/search over 10,000 passages: requests a second and p99, each query another";

const passages = 10_000;
const amount = 2000;
const warmUp = 300;
const connections = 8;

/** No query is asked twice, so that nothing is answered from what is remembered of the last seconds. */
export async function measure(): Promise<Figures> {
  const port = await freePort();
  const script = fileURLToPath(new URL("answers-run.ts", import.meta.url));
  const filledAt = performance.now();
  const child = spawn(process.execPath, [script, String(port), String(passages)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await lineOf(child, "ready");
    const fillMs = performance.now() - filledAt;
    const queries = makeQueries(makePassages(passages), warmUp + 2 * amount);
    await cannon(port, queries.slice(0, warmUp), {});
    const before = await cpuMs(child.pid ?? 0);
    const result = await cannon(port, queries.slice(warmUp, warmUp + amount), {});
    const cpu = ((await cpuMs(child.pid ?? 0)) - before) / amount;
    const half = await cannon(port, queries.slice(warmUp + amount), {
      overallRate: Math.max(1, Math.round(result.requests.average / 2)),
    });
    const failed = result.non2xx + result.errors + half.non2xx + half.errors;
    return {
      passages,
      fill_s: Math.round(fillMs / 1000),
      requests_per_s: Math.round(result.requests.average),
      p50_ms: result.latency.p50,
      p99_ms: result.latency.p99,
      p50_ms_at_half_load: half.latency.p50,
      p99_ms_at_half_load: half.latency.p99,
      node_cpu_ms_per_search: Math.round(cpu * 100) / 100,
      failed_requests: failed,
      within_budget: failed === 0,
    };
  } finally {
    child.kill();
    await once(child, "exit");
  }
}

function cannon(port: number, queries: readonly string[], options: { readonly overallRate?: number }) {
  return autocannon({
    url: `http://127.0.0.1:${port}`,
    amount: queries.length,
    connections,
    ...options,
    requests: queries.map((query) => ({
      method: "GET" as const,
      path: `/answers/bench/search?q=${encodeURIComponent(query)}`,
    })),
  });
}
