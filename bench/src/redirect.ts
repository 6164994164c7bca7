import { startHouse } from "./house.ts";
import { costOf, emptyHandlerCost, round } from "./load.ts";
import type { Figures } from "./main.ts";

export const about = "GET /l/:slug: CPU time for one click that leads on and is recorded";

const browser =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
// On two shared cores: YOURLS 1.10 4.4 to 5.0 CPU-ms, Umami 3.1 9.2 to 11.8 CPU-ms a redirect.
const yourlsCpuMs = 4.4;
const aimCpuMs = 0.5;

export async function measure(): Promise<Figures> {
  await using house = await startHouse();
  const link = await house.ask("POST", "/api/links", { url: "https://bench.example/a" });
  const load = { method: "GET" as const, headers: { "user-agent": browser } };
  const result = await costOf({ ...load, url: `${house.url}/l/${String(link["slug"])}`, pid: house.pid });
  const empty = await emptyHandlerCost(load);
  return {
    cpu_ms_per_click: result.cpuMsPerRequest,
    empty_handler_cpu_ms: empty.cpuMsPerRequest,
    ratio_to_empty_handler: round(result.cpuMsPerRequest / empty.cpuMsPerRequest),
    yourls_cpu_ms_per_click: yourlsCpuMs,
    times_cheaper_than_yourls: round(yourlsCpuMs / result.cpuMsPerRequest),
    requests_per_s: result.requestsPerSecond,
    p50_ms: result.p50Ms,
    p99_ms: result.p99Ms,
    failed_requests: result.failed,
    aim_cpu_ms: aimCpuMs,
    within_budget: result.cpuMsPerRequest < aimCpuMs && result.failed === 0,
  };
}
