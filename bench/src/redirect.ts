import { startHouse } from "./house.ts";
import { costOf, emptyHandlerCost, latencyAt, round } from "./load.ts";
import type { Figures } from "./main.ts";

export const about = "GET /l/:slug: CPU time for one click that leads on and is recorded";

const browser =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
// On two shared cores: YOURLS 1.10 4.4 to 5.0 CPU-ms, Umami 3.1 9.2 to 11.8 CPU-ms a redirect.
const yourlsCpuMs = 4.4;
const aimRatio = 2;
const aimP99Ms = 5;

export async function measure(): Promise<Figures> {
  await using house = await startHouse();
  const link = await house.ask("POST", "/api/links", { url: "https://bench.example/a" });
  const load = { method: "GET" as const, headers: { "user-agent": browser } };
  const whole = { ...load, url: `${house.url}/l/${String(link["slug"])}`, pid: house.pid };
  const result = await costOf(whole);
  const empty = await emptyHandlerCost(load);
  const ratio = round(result.cpuMsPerRequest / empty.cpuMsPerRequest);
  const half = await latencyAt(whole, result.requestsPerSecond / 2);
  return {
    cpu_ms_per_click: result.cpuMsPerRequest,
    empty_handler_cpu_ms: empty.cpuMsPerRequest,
    ratio_to_empty_handler: ratio,
    yourls_cpu_ms_per_click: yourlsCpuMs,
    times_cheaper_than_yourls: round(yourlsCpuMs / result.cpuMsPerRequest),
    requests_per_s: result.requestsPerSecond,
    p50_ms: result.p50Ms,
    p99_ms: result.p99Ms,
    p50_ms_at_half_load: half.p50Ms,
    p99_ms_at_half_load: half.p99Ms,
    failed_requests: result.failed,
    aim_ratio: aimRatio,
    aim_p99_ms: aimP99Ms,
    within_budget: ratio <= aimRatio && half.p99Ms < aimP99Ms && result.failed === 0,
  };
}
