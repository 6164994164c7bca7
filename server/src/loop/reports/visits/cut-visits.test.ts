import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { wholeHouse } from "#src/platform/database/database.ts";
import { insertEvents } from "#src/ground/events/index.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { type NaiveVisit, naiveVisits } from "../testing/naive-visits.ts";
import { newWorld, randomEvents, seeded, type WholeEvent } from "../testing/random-events.ts";
import { catchUp, cutAgain, type Cutter } from "./cut-visits.ts";

let app: TestApp;
let cutter: Cutter;
beforeAll(async () => {
  app = await createApp();
  const { database, events, inside } = app.house;
  cutter = { events, transact: (work) => database.transact(wholeHouse, (db) => work(inside(db))) };
});
afterAll(() => app[Symbol.asyncDispose]());

async function tell(events: readonly WholeEvent[]): Promise<void> {
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join("");
  await insertEvents(app.house.events)(Buffer.from(lines), uuidv7());
}

const Stored = z.object({
  siteId: z.string(),
  visitor: z.string(),
  began: z.string(),
  ended: z.string(),
  isKnown: z.number().transform(Boolean),
  s: z.string(),
  linkId: z.string(),
  generation: z.number(),
  sourceKind: z.string(),
  source: z.string(),
  network: z.string(),
  pages: z.array(z.string()),
  readPages: z.array(z.string()),
  views: z.number(),
  visibleMs: z.number(),
  isRead: z.number().transform(Boolean),
  isBounce: z.number().transform(Boolean),
  shares: z.number(),
  goals: z.number(),
  money: z.array(z.string()),
  device: z.string(),
  country: z.string(),
});

async function stored(workspaceId: string): Promise<NaiveVisit[]> {
  const answer = await app.house.events.query({
    query: `select site_id as siteId, toString(visitor) as visitor, toString(began) as began, toString(ended) as ended,
      consented as isKnown, s, toString(link_id) as linkId, generation, source_kind as sourceKind, source, network, pages,
      read_pages as readPages, views, visible_ms as visibleMs, is_read as isRead, is_bounce as isBounce, shares, goals,
      arraySort(arrayMap(row -> concat(toString(row.2), ' ', row.1, ' ', toString(row.3)), money)) as money, device, country
      from visit final where workspace_id = {workspaceId: UUID}`,
    query_params: { workspaceId },
    format: "JSONEachRow",
  });
  return z.array(Stored).parse(await answer.json());
}

const sorted = (visits: readonly NaiveVisit[]) =>
  visits.toSorted((left, right) =>
    `${left.siteId} ${left.visitor} ${left.began}` < `${right.siteId} ${right.visitor} ${right.began}`
      ? -1
      : 1,
  );

test.each([1, 2, 3])(
  "visits cut piece by piece are those of all events at once (stream %d)",
  async (seed) => {
    const random = seeded(seed);
    const world = newWorld();
    const events = randomEvents(world, 1200, random).toSorted(() => random() - 0.5);
    const told: WholeEvent[] = [];
    while (told.length < events.length) {
      const part = events.slice(told.length, told.length + 150 + Math.floor(random() * 500));
      told.push(...part);
      await tell(part);
      await catchUp(cutter);
    }
    // Ids that came before their parents are looked at once more by the regular cut.
    await cutAgain(cutter);
    expect(sorted(await stored(world.workspaceId))).toEqual(sorted(naiveVisits(events)));
  },
  180_000,
);
