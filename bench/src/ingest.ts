import { mintEventId } from "@samovar/server/ground/events/index.ts";
import { type RunningHouse, startHouse } from "./house.ts";
import { type Cost, costOf, emptyHandlerCost, round, withStoreCost } from "./load.ts";
import type { Figures } from "./main.ts";

export const about =
  "POST /e: CPU time for one event, from the page to the stored row; single and in batches of 20";

const origin = "https://bench.example";
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
// Umami 3.1 on Postgres through its public endpoint, on two shared cores: 10.4 to 11.3 CPU-ms an event.
const umamiCpuMs = 10.4;
const aimRatio = 2;
const aimCpuMs = 0.2;
const aimBatchCpuMs = 0.05;
const inBatch = 20;

export async function measure(): Promise<Figures> {
  await using house = await startHouse();
  const site = await house.ask("POST", "/api/sites", { name: "Bench", origin });
  const key = String(site["siteKey"]);
  const single = await costOfBatches(house, key, 1);
  const empty = await emptyHandlerCost(loadOf(key, 1));
  const batch = await costOfBatches(house, key, inBatch);
  const batchedCpuMs = round((batch.cpuMsPerRequest + batch.storeCpuMs) / inBatch);
  const cpuMs = round(single.cpuMsPerRequest + single.storeCpuMs);
  const ratio = round(cpuMs / empty.cpuMsPerRequest);
  const failed = single.failed + batch.failed;
  return {
    cpu_ms_per_event: cpuMs,
    of_it_in_the_server_ms: single.cpuMsPerRequest,
    of_it_in_the_store_ms: single.storeCpuMs,
    empty_handler_cpu_ms: empty.cpuMsPerRequest,
    ratio_to_empty_handler: ratio,
    cpu_ms_per_event_in_batches_of_20: batchedCpuMs,
    umami_cpu_ms_per_event: umamiCpuMs,
    times_cheaper_than_umami: round(umamiCpuMs / cpuMs),
    requests_per_s: single.requestsPerSecond,
    events_per_s_in_batches: batch.requestsPerSecond * inBatch,
    p50_ms: single.p50Ms,
    p99_ms: single.p99Ms,
    failed_requests: failed,
    aim_ratio: aimRatio,
    aim_cpu_ms: aimCpuMs,
    aim_batch_cpu_ms: aimBatchCpuMs,
    within_budget: ratio <= aimRatio && cpuMs <= aimCpuMs && batchedCpuMs <= aimBatchCpuMs && failed === 0,
  };
}

async function costOfBatches(
  house: RunningHouse,
  key: string,
  events: number,
): Promise<Cost & { readonly storeCpuMs: number }> {
  const { result, storeCpuMs } = await withStoreCost(house, () =>
    costOf({ ...loadOf(key, events), url: `${house.url}/e`, pid: house.pid }),
  );
  return { ...result, storeCpuMs };
}

function loadOf(key: string, events: number) {
  const event = () => ({ kind: "view", id: mintEventId(new Date()), age: 0, url: `${origin}/a` });
  return {
    method: "POST" as const,
    headers: { origin, "user-agent": phone, "content-type": "text/plain" },
    body: () => JSON.stringify({ site: key, events: Array.from({ length: events }, event) }),
  };
}
