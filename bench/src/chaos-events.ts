import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { mintEventId } from "@samovar/server/ground/events/index.ts";
import { connectEvents, startEventStore } from "@samovar/server/platform/event-store/index.ts";
import { type RunningHouse, startHouse } from "./house.ts";
import type { Figures } from "./main.ts";

export const about =
  "Events sent at full speed while the server is killed -9 again and again: every acknowledged one is there once";

const origin = "https://bench.example";
const inBatch = 50;
const senders = 8;

/** `--events` and `--kills` on the command line; a million and twenty without. */
export async function measure(): Promise<Figures> {
  return chaos({ events: numberAfter("--events", 1_000_000), kills: numberAfter("--kills", 20) });
}

export async function chaos(size: { readonly events: number; readonly kills: number }): Promise<Figures> {
  await using house = await startHouse();
  const site = await house.ask("POST", "/api/sites", { name: "Bench", origin });
  const load: Load = { house, key: String(site["siteKey"]), ...size, acknowledged: [], sent: 0, refusals: 0 };
  const began = performance.now();
  const sending = Promise.all(Array.from({ length: senders }, () => send(load)));
  const kills = await killOften(load);
  await sending;
  const seconds = (performance.now() - began) / 1000;
  await house.stop();
  const found = await readStored(house.dataDir);
  const missing = load.acknowledged.filter((id) => !found.has(id)).length;
  const twice = [...found.values()].filter((times) => times > 1).length;
  return {
    events_sent: load.sent,
    events_acknowledged: load.acknowledged.length,
    kills,
    batches_unanswered_or_refused_and_sent_again: load.refusals,
    events_missing: missing,
    events_counted_twice: twice,
    seconds: Math.round(seconds),
    within_budget: missing === 0 && twice === 0 && kills >= size.kills,
  };
}

interface Load {
  readonly house: RunningHouse;
  readonly key: string;
  readonly events: number;
  readonly kills: number;
  readonly acknowledged: string[];
  sent: number;
  refusals: number;
}

/** A batch that was not answered goes again with the same ids, as the site's script does it. */
async function send(load: Load): Promise<void> {
  while (load.sent < load.events) {
    load.sent += inBatch;
    const ids = Array.from({ length: inBatch }, () => mintEventId(new Date()));
    const events = ids.map((id) => ({ kind: "view", id, age: 0, url: `${origin}/${id.slice(-3)}` }));
    const body = JSON.stringify({ site: load.key, events });
    while (!(await isTaken(load, body))) {
      load.refusals++;
      await sleep(100);
    }
    load.acknowledged.push(...ids);
  }
}

async function isTaken({ house }: Load, body: string): Promise<boolean> {
  // A connection that the kill cut is an answer of its own kind: nobody knows whether the batch was kept.
  const answer = await fetch(`${house.url}/e`, { method: "POST", headers: { origin }, body }).catch(
    () => undefined,
  );
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status === 202;
}

/** Kills are spread over the whole sending: the next comes when the next part of the events has been sent. */
async function killOften(load: Load): Promise<number> {
  let kills = 0;
  while (kills < load.kills) {
    const due = ((kills + 0.5) / load.kills) * load.events;
    while (load.acknowledged.length < due) await sleep(5);
    await load.house.crash();
    kills++;
  }
  return kills;
}

/** How often each event is in the store, asked of the store itself once the server has ended. */
async function readStored(dataDir: string): Promise<ReadonlyMap<string, number>> {
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  await using store = await startEventStore({ dataDir: join(dataDir, "events"), log });
  const client = connectEvents(store);
  try {
    const found = new Map<string, number>();
    // Letter by letter of chance, so that no answer holds a million rows.
    for (const letter of "0123456789abcdefghijklmnopqrstuvwxyz") {
      const answer = await client.query({
        query: "select id from event final where kind = 'view' and endsWith(id, {letter: String})",
        query_params: { letter },
        format: "JSONCompactEachRow",
      });
      for (const [id] of await answer.json<[string]>()) found.set(id, (found.get(id) ?? 0) + 1);
    }
    return found;
  } finally {
    await client.close();
  }
}

function numberAfter(word: string, otherwise: number): number {
  const at = process.argv.indexOf(word);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
