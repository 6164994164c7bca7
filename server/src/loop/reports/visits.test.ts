import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wholeHouse } from "#src/platform/database/database.ts";
import { insertEvents } from "#src/ground/events/index.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { z } from "zod";
import { readVisitId, visitIdOf } from "./questions/visit-row.ts";
import { wilson } from "./questions/wilson.ts";
import {
  newWorld,
  plainEvent,
  randomEvents,
  seeded,
  type WholeEvent,
  type World,
} from "./testing/random-events.ts";
import { naiveVisits } from "./testing/naive-visits.ts";

let app: TestApp;
let world: World;
let events: WholeEvent[];

beforeAll(async () => {
  app = await createApp();
  const workspace = await app.house.database.transact(wholeHouse, (db) =>
    db.selectFrom("workspace").select("id").executeTakeFirstOrThrow(),
  );
  world = { ...newWorld(), workspaceId: workspace.id };
  events = randomEvents(world, 600, seeded(11));
  await tell(events);
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

async function tell(told: readonly WholeEvent[]): Promise<void> {
  const lines = told.map((event) => `${JSON.stringify(event)}\n`).join("");
  await insertEvents(app.house.events)(Buffer.from(lines), uuidv7());
}

const Visit = z.looseObject({
  id: z.string(),
  beganAt: z.string(),
  views: z.number(),
  sourceKind: z.string(),
});
const Visits = z.object({ items: z.array(Visit), next: z.string().nullable() });
const ask = async <Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> => {
  const answer = await app.owner.get(path);
  const body: unknown = await answer.json();
  expect([answer.status, body]).toEqual([200, expect.anything()]);
  return shape.parse(body);
};
const period = "from=2026-03-01T00:00:00Z&to=2026-05-01T00:00:00Z";

describe("the visits behind a number", () => {
  test("are as many as a naive reading of the events finds, page by page, newest first", async () => {
    const seen: z.output<typeof Visit>[] = [];
    let after = "";
    do {
      const page = await ask(`/api/reports/visits?${period}&limit=37${after}`, Visits); // listVisits
      seen.push(...page.items);
      after = page.next === null ? "" : `&after=${page.next}`;
    } while (after !== "");
    const naive = naiveVisits(events).filter(({ views }) => views > 0);
    expect(seen).toHaveLength(naive.length);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(naive.length);
    expect(seen.map(({ beganAt }) => beganAt)).toEqual(
      seen
        .map(({ beganAt }) => beganAt)
        .toSorted()
        .toReversed(),
    );
  });

  test("can be gone through step by step", async () => {
    const { items } = await ask(`/api/reports/visits?${period}&limit=100`, Visits);
    const longest = items.toSorted((a, b) => b.views - a.views)[0];
    if (!longest) throw new Error("No visit was cut");
    const visit = await ask(
      `/api/reports/visits/${longest.id}`, // getVisit
      Visit.extend({ events: z.array(z.looseObject({ kind: z.string(), at: z.string() })) }),
    );
    expect(visit.events.filter(({ kind }) => kind === "view")).toHaveLength(longest.views);
    expect(visit.events.map(({ at }) => at)).toEqual(visit.events.map(({ at }) => at).toSorted());
  });

  test("that are not there are said not to be there", async () => {
    const id = visitIdOf(new Date("2020-01-01T00:00:00Z"), "12");
    const answer = await app.owner.get(`/api/reports/visits/${id}`);
    expect([answer.status, await answer.json()]).toEqual([
      404,
      expect.objectContaining({ title: `There is no visit ${id} here` }),
    ]);
  });

  test.each(["0", "281474976710655", "18446744073709551615"])(
    "have ids that say whose they are: %s",
    (visitor) => {
      const beganAt = new Date("2026-03-28T01:02:03.456Z");
      const id = visitIdOf(beganAt, visitor);
      expect(z.uuid().safeParse(id).success).toBe(true);
      expect(readVisitId(id)).toEqual({ beganAt, visitor });
    },
  );
});

describe("arrivals without a referrer", () => {
  test("are split by what is known of them, and add up", async () => {
    const direct = await ask(
      `/api/reports/direct?${period}`, // getDirectArrivals
      z.looseObject({
        visits: z.number(),
        withoutReferrer: z.number(),
        knownParent: z.number(),
        inApp: z.number(),
        unknown: z.number(),
        unknownShare: z.number(),
        error: z.number(),
        deepUnknown: z.number(),
      }),
    );
    const naive = naiveVisits(events).filter(({ views }) => views > 0);
    expect(direct.visits).toBe(naive.length);
    expect(direct.knownParent + direct.inApp + direct.unknown).toBe(direct.withoutReferrer);
    expect(direct.unknownShare).toBeCloseTo(direct.unknown / direct.visits, 10);
    expect(direct.error).toBeGreaterThan(0);
    expect(direct.deepUnknown).toBeLessThanOrEqual(direct.unknown);
  });
});

describe("what visitors did", () => {
  test("is counted by its name, and lists by who saw and who chose", async () => {
    const at = Date.parse("2026-04-20T10:00:00Z");
    const told = (name: string, visitor: string) => ({
      ...plainEvent(world, "custom", at),
      visitor,
      name,
      props: JSON.stringify({ list: "related", arm: "shown" }),
    });
    await tell([
      told("list.shown", "1"),
      told("list.shown", "1"),
      told("list.clicked", "1"),
      told("list.shown", "2"),
      { ...plainEvent(world, "search", at), visitor: "2", name: "pu-erh" },
    ]);
    const found = await ask(
      "/api/reports/interaction?from=2026-04-20T00:00:00Z&to=2026-04-21T00:00:00Z", // getInteraction
      z.looseObject({
        lists: z.array(z.unknown()),
        searches: z.array(z.unknown()),
        custom: z.array(z.unknown()),
      }),
    );
    expect(found.lists).toEqual([
      expect.objectContaining({ list: "related", arm: "shown", shown: 2, clicked: 1, rate: 0.5 }),
    ]);
    expect(found.searches).toEqual([{ name: "pu-erh", times: 1, visitors: 1 }]);
    expect(found.custom).toEqual([]);
  });

  test("has intervals that are honest for few cases", () => {
    const few = wilson(0, 5);
    expect(few.rate).toBe(0);
    expect(few.low).toBeCloseTo(0, 12);
    expect(few.high).toBeCloseTo(0.4345, 3); // Wilson 1927, as in Newcombe's tables
    expect(wilson(0, 0)).toEqual({ rate: 0, low: 0, high: 1 });
  });
});

describe("the live view", () => {
  test("has every minute of the last thirty, and who is there now", async () => {
    const now = app.house.now().getTime();
    await tell([
      { ...plainEvent(world, "view", now), visitor: "71", page_path: "/now" },
      { ...plainEvent(world, "view", now - 20 * 60_000), visitor: "72", page_path: "/then" },
    ]);
    const live = await ask(
      "/api/reports/live", // getLiveView
      z.looseObject({
        visitors: z.number(),
        minutes: z.array(z.object({ at: z.string(), views: z.number(), visitors: z.number() })),
        pages: z.array(z.unknown()),
        latest: z.array(z.looseObject({ page: z.string() })),
      }),
    );
    expect(live.visitors).toBe(1);
    expect(live.minutes).toHaveLength(30);
    expect(live.minutes.reduce((sum, { views }) => sum + views, 0)).toBe(2);
    expect(live.pages).toEqual(expect.arrayContaining([{ value: "/now", visitors: 1 }]));
    expect(live.latest[0]).toMatchObject({ page: "/now" });
  });
});
