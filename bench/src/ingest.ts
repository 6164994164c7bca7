import { mintEventId } from "@samovar/server/ground/events/index.ts";
import { startHouse } from "./house.ts";
import { costOf, emptyHandlerCost, round, withStoreCost } from "./load.ts";
import type { Figures } from "./main.ts";

export const about = "POST /e: CPU time for one event, from the page to where it survives a crash";

const origin = "https://bench.example";
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
// Umami 3.1 on Postgres through its public endpoint, on two shared cores: 10.4 to 11.3 CPU-ms an event.
const umamiCpuMs = 10.4;
const aimCpuMs = 0.5;

export async function measure(): Promise<Figures> {
  await using house = await startHouse();
  const site = await house.ask("POST", "/api/sites", { name: "Bench", origin });
  const load = {
    method: "POST" as const,
    headers: { origin, "user-agent": phone, "content-type": "text/plain" },
    body: () =>
      JSON.stringify({
        site: site["siteKey"],
        events: [{ kind: "view", id: mintEventId(new Date()), age: 0, url: `${origin}/a` }],
      }),
  };
  const { result, storeCpuMs } = await withStoreCost(house, () =>
    costOf({ ...load, url: `${house.url}/e`, pid: house.pid }),
  );
  const empty = await emptyHandlerCost(load);
  return {
    cpu_ms_per_event: result.cpuMsPerRequest,
    store_cpu_ms_per_event: storeCpuMs,
    empty_handler_cpu_ms: empty.cpuMsPerRequest,
    ratio_to_empty_handler: round(result.cpuMsPerRequest / empty.cpuMsPerRequest),
    umami_cpu_ms_per_event: umamiCpuMs,
    times_cheaper_than_umami: round(umamiCpuMs / result.cpuMsPerRequest),
    requests_per_s: result.requestsPerSecond,
    p50_ms: result.p50Ms,
    p99_ms: result.p99Ms,
    failed_requests: result.failed,
    aim_cpu_ms: aimCpuMs,
    within_budget: result.cpuMsPerRequest < aimCpuMs && result.failed === 0,
  };
}
