import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertEvents, mintEventId } from "#src/ground/events/index.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { Attribution } from "./schema.ts";
import { attribute, type OracleConversion, type OracleTouch } from "./testing/attribution-oracle.ts";
import { newWorld, plainEvent, seeded, type WholeEvent, type World } from "./testing/random-events.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await createApp();
  const { id } = await app.house.database.transact(wholeHouse, (db) =>
    db.selectFrom("workspace").select("id").executeTakeFirstOrThrow(),
  );
  world = { ...newWorld(), workspaceId: id };
});
afterAll(() => app[Symbol.asyncDispose]());

async function tell(told: readonly WholeEvent[]): Promise<void> {
  const lines = told.map((event) => `${JSON.stringify(event)}\n`).join("");
  await insertEvents(app.house.events)(Buffer.from(lines), uuidv7());
}

const ask = (fields: Readonly<Record<string, string>>) =>
  read(app.owner.get(`/api/reports/attribution?${new URLSearchParams(fields).toString()}`), Attribution);

const arrivals = [
  ["search", "Google", false],
  ["messenger", "Telegram", false],
  ["network", "VK", false],
  ["direct", "direct", true],
  ["direct-in-app", "direct-in-app", true],
  ["direct-in-app", "Instagram", false],
  ["campaign", "partner", false],
] as const;

interface Journey {
  readonly events: WholeEvent[];
  readonly conversions: OracleConversion[];
}

/** Arrivals of one person over weeks, some of which end in an order: as events, and as the oracle is told them. */
function randomJourney(visitor: number, random: () => number): Journey {
  const common = { visitor: String(visitor), consented: 1 };
  const touches: OracleTouch[] = [];
  const journey: Journey = { events: [], conversions: [] };
  let at = Date.parse("2026-01-01T00:00:00Z") + Math.floor(random() * 5 * 86_400_000);
  const visits = 1 + Math.floor(random() ** 2 * 9);
  for (let visit = 0; visit < visits; visit += 1) {
    const [sourceKind, value, isDirect] = arrivals[Math.floor(random() * arrivals.length)] ?? arrivals[0];
    const source = value === sourceKind ? "" : value;
    touches.push({ at, value, isDirect });
    // Landing, pricing, sign-up: what is looked at within the visit is no touch.
    const within = { ...common, source_kind: "internal", page_path: "/pricing" };
    journey.events.push(
      { ...plainEvent(world, "view", at), ...common, source, source_kind: sourceKind },
      { ...plainEvent(world, "view", at + 60_000), ...within },
    );
    if (random() < 0.3) {
      const paid = Math.floor(random() * 100);
      const order = { name: "order", value: paid, currency: paid === 0 ? "" : "EUR", trusted: 1 };
      journey.events.push({ ...plainEvent(world, "goal", at + 120_000), ...common, ...order });
      journey.conversions.push({ at: at + 120_000, value: paid, touches });
    }
    at += 3_600_000 + Math.floor(random() * 12 * 86_400_000);
  }
  return journey;
}

test(
  "five models agree with a brute-force oracle on two thousand random journeys",
  { timeout: 120_000 },
  async () => {
    const random = seeded(11);
    const journeys = Array.from({ length: 2000 }, (_, index) => randomJourney(index + 1, random));
    const conversions = journeys.flatMap((journey) => journey.conversions);
    await tell(journeys.flatMap((journey) => journey.events));
    const report = await ask({ from: "2026-01-01T00:00:00Z", to: "2026-06-01T00:00:00Z", goal: "order" });
    const oracle = attribute(conversions, 30);
    expect(report).toMatchObject({ conversions: conversions.length, withoutTouch: oracle.withoutTouch });
    expect(report.rows.map(({ value }) => value).toSorted()).toEqual([...oracle.counts.keys()].toSorted());
    for (const row of report.rows) {
      const [euro] = row.revenue;
      for (const [model, credit] of Object.entries(oracle.counts.get(row.value) ?? {})) {
        expect(Object(row.conversions)[model], `${row.value} ${model}`).toBeCloseTo(credit, 6);
        expect(Object(euro?.credits)[model], `${row.value} ${model} money`).toBeCloseTo(
          Number(Object(oracle.money.get(row.value))[model]),
          4,
        );
      }
    }
  },
);

test("a sign-up is credited to the tagged landing, not to the page before it", async () => {
  const at = Date.parse("2026-07-01T10:00:00Z");
  const common = { visitor: "900001" };
  await tell([
    {
      ...plainEvent(world, "view", at),
      ...common,
      source_kind: "campaign",
      source: "newsletter",
      utm_campaign: "july",
    },
    { ...plainEvent(world, "view", at + 60_000), ...common, source_kind: "internal", page_path: "/pricing" },
    { ...plainEvent(world, "goal", at + 120_000), ...common, name: "sign-up" },
  ]);
  const report = await ask({
    from: "2026-07-01T00:00:00Z",
    to: "2026-07-02T00:00:00Z",
    by: "campaign",
    goal: "sign-up",
  });
  const whole = { first: 1, lastNonDirect: 1, linear: 1, timeDecay: 1, position: 1 };
  expect(report.rows).toEqual([{ value: "july", conversions: whole, revenue: [] }]);
});

test("a server's order counts its money once, where the page told of it too, and finds its visitor by the arrival", async () => {
  const at = Date.parse("2026-08-01T10:00:00Z");
  const s = mintEventId(new Date(at));
  const order = { name: "order", value: 50, currency: "EUR", order_id: "A-1" };
  await tell([
    { ...plainEvent(world, "click", at), id: s, visitor: "900002", link_id: world.linkIds[0] ?? "" },
    {
      ...plainEvent(world, "view", at + 1000),
      visitor: "900002",
      s,
      source_kind: "messenger",
      source: "Telegram",
    },
    { ...plainEvent(world, "goal", at + 60_000), visitor: "900002", s, ...order },
    { ...plainEvent(world, "goal", at + 90_000), visitor: "0", s, trusted: 1, ...order },
  ]);
  const report = await ask({ from: "2026-08-01T00:00:00Z", to: "2026-08-02T00:00:00Z" });
  expect(report).toMatchObject({ conversions: 1, withoutTouch: 0 });
  expect(report.rows).toMatchObject([
    {
      value: "Telegram",
      revenue: [{ currency: "EUR", isTrusted: true, credits: { first: 50, linear: 50 } }],
    },
  ]);
});
