import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, lineOf, processTree, residentMb, root } from "./house.ts";
import type { Figures } from "./main.ts";

export const about = "warm start of `npm start`, and resident memory when idle";

const starts = 5;
const settleMs = 10_000;
const aimStartMs = 3_000;
const aimMemoryMb = 300;

export async function measure(): Promise<Figures> {
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-bench-"));
  try {
    const first = await startOnce(dataDir, 0);
    const warm = [];
    for (let index = 0; index < starts; index += 1)
      warm.push(await startOnce(dataDir, index === starts - 1 ? settleMs : 0));
    const sorted = warm.map(({ readyMs }) => readyMs).toSorted((a, b) => a - b);
    const memory = warm.at(-1)?.memory ?? { node: 0, postgres: 0, eventStore: 0 };
    const medianMs = Math.round(sorted[Math.floor(starts / 2)] ?? 0);
    return {
      first_start_ms: Math.round(first.readyMs),
      warm_start_ms: medianMs,
      node_mb: Math.round(memory.node),
      postgres_mb: Math.round(memory.postgres),
      node_and_postgres_mb: Math.round(memory.node + memory.postgres),
      event_store_mb: Math.round(memory.eventStore),
      aim_warm_start_ms: aimStartMs,
      aim_node_and_postgres_mb: aimMemoryMb,
      within_budget: medianMs < aimStartMs && memory.node + memory.postgres < aimMemoryMb,
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string, settleForMs: number) {
  const began = performance.now();
  const child = spawn("npm", ["start", "--silent"], {
    cwd: root,
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: dataDir, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  await lineOf(child, "is ready");
  const readyMs = performance.now() - began;
  if (settleForMs > 0) await sleep(settleForMs);
  const memory = await memoryOf(child.pid ?? 0);
  process.kill(-(child.pid ?? 0), "SIGINT");
  await once(child, "exit");
  return { readyMs, memory };
}

async function memoryOf(pid: number) {
  const memory = { node: 0, postgres: 0, eventStore: 0 };
  for (const { pid: one, command } of await processTree(pid)) {
    if (command.includes("postgres") && !command.includes("main.ts"))
      memory.postgres += await residentMb(one);
    else if (command.includes("event-store")) memory.eventStore += await residentMb(one);
    else if (command.includes("server/src/main.ts")) memory.node += await residentMb(one);
  }
  return memory;
}
