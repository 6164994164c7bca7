import { glob, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { connectEvents, migrateEvents, startEventStore } from "@samovar/server/platform/event-store/index.ts";
import { fillEvents } from "./event-generator.ts";
import { processTree, residentMb, root } from "./house.ts";
import { round } from "./load.ts";
import type { Figures } from "./main.ts";

export const about = "Bytes on the disk for one event, and the event store's memory; `--events` (10,000,000)";

// Umami 3.1 on Postgres; a server built for it reports 11 to 14.
const umamiBytes = 985;
const aimBytes = 25;

export async function measure(): Promise<Figures> {
  const at = process.argv.indexOf("--events");
  const events = at < 0 ? 10_000_000 : Number(process.argv[at + 1]);
  const dataDir = await mkdtemp(join(tmpdir(), "samovar-bench-"));
  try {
    return await fillAndWeigh(dataDir, events);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const publicationIds = Array.from(
  { length: 200 },
  (_, index) => `00000000-0000-7000-8000-${String(index + 100).padStart(12, "0")}`,
);

async function fillAndWeigh(dataDir: string, events: number): Promise<Figures> {
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  await using store = await startEventStore({ dataDir, log });
  const client = connectEvents(store);
  try {
    const source = join(root, "server/src/ground/events");
    const names = await Array.fromAsync(glob("*.ch.sql", { cwd: source }));
    const files = names.map(async (name) => ({
      name: basename(name),
      sql: await readFile(join(source, name), "utf8"),
    }));
    await migrateEvents(client, await Promise.all(files));
    const emptyMb = await storeMb();
    const peak = { mb: 0 };
    await fillEvents(client, {
      workspaceId: "00000000-0000-7000-8000-000000000001",
      siteId: "00000000-0000-7000-8000-000000000002",
      publicationIds,
      events,
      days: 30,
      until: new Date("2026-11-20T00:00:00Z"),
      onPart: (done, all) => {
        process.stdout.write(`\r${Math.round((done / all) * 100)} %`);
        void storeMb().then((mb) => (peak.mb = Math.max(peak.mb, mb)));
      },
    });
    await client.command({ query: "optimize table event final" }).catch(() => undefined);
    const answer = await client.query({
      query:
        "select sum(rows) as n, sum(bytes_on_disk) as bytes from system.parts where active and table = 'event' and database = currentDatabase()",
      format: "JSONEachRow",
    });
    const [weighed] = await answer.json<{ n: number; bytes: number }>();
    const bytesPerEvent = round((weighed?.bytes ?? 0) / (weighed?.n ?? 1));
    return {
      events: weighed?.n ?? 0,
      bytes_per_event: bytesPerEvent,
      umami_bytes_per_event: umamiBytes,
      store_memory_empty_mb: Math.round(emptyMb),
      store_memory_loading_mb: Math.round(peak.mb),
      store_memory_afterwards_mb: Math.round(await storeMb()),
      aim_bytes: aimBytes,
      within_budget: bytesPerEvent <= aimBytes,
    };
  } finally {
    await client.close();
  }
}

async function storeMb(): Promise<number> {
  const found = (await processTree(process.pid)).find(({ command }) => command.includes("event-store"));
  return found ? residentMb(found.pid) : 0;
}
