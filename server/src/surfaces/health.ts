import { monitorEventLoopDelay } from "node:perf_hooks";
import { Hono } from "hono";
import { sql } from "kysely";
import type { House } from "#src/platform/operation/house.ts";

/** `/health`: the process lives. `/ready`: its stores answer. `/metrics`: Prometheus text. */
export function healthSurface(house: House): Hono {
  const delay = monitorEventLoopDelay();
  delay.enable();
  const health = new Hono();
  health.get("/health", (c) => c.text("ok"));
  health.get("/ready", async (c) => {
    const [database, events] = await Promise.all([
      answers(() => sql`select 1`.execute(house.database.kysely)),
      answers(() => pingEvents(house)),
    ]);
    return c.json({ database, events }, database && events ? 200 : 503);
  });
  health.get("/metrics", (c) => c.text(metrics(delay.percentile(99) / 1e9)));
  return health;
}

async function pingEvents({ events }: House): Promise<void> {
  const ping = await events.ping();
  if (!ping.success) throw ping.error;
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  return ask().then(
    () => true,
    () => false,
  );
}

function metrics(loopDelaySeconds: number): string {
  const { rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    "# TYPE process_resident_memory_bytes gauge",
    `process_resident_memory_bytes ${rss}`,
    "# TYPE process_cpu_seconds_total counter",
    `process_cpu_seconds_total ${(user + system) / 1e6}`,
    "# TYPE nodejs_eventloop_lag_p99_seconds gauge",
    `nodejs_eventloop_lag_p99_seconds ${loopDelaySeconds}`,
    "",
  ].join("\n");
}
