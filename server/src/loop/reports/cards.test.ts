import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wholeHouse } from "#src/platform/database/database.ts";
import { insertEvents } from "#src/ground/events/index.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { read } from "#src/testing/people.ts";
import { Breakdown, Cards, Traffic } from "./schema.ts";
import { naiveCells, naiveValues } from "./testing/naive-figures.ts";
import { type NaiveVisit, naiveVisits } from "./testing/naive-visits.ts";
import {
  newWorld,
  plainEvent,
  randomEvents,
  seeded,
  storeTime,
  type WholeEvent,
  type World,
} from "./testing/random-events.ts";
import { registerSites } from "./testing/register-sites.ts";
import type { Cutter } from "./visits/cut-visits.ts";
import { rollUp } from "./visits/keep-visits.job.ts";

let app: TestApp;
let cutter: Cutter;
let world: World;
let events: WholeEvent[];
const timeout = 240_000;

beforeAll(async () => {
  app = await createApp();
  const { database, events: store, inside } = app.house;
  cutter = { events: store, transact: (work) => database.transact(wholeHouse, (db) => work(inside(db))) };
  const workspace = await database.transact(wholeHouse, (db) =>
    db.selectFrom("workspace").select("id").executeTakeFirstOrThrow(),
  );
  world = { ...newWorld(), workspaceId: workspace.id };
  await registerSites(app, world);
  const random = seeded(7);
  events = randomEvents(world, 1500, random);
  await tell(events);
}, timeout);
afterAll(() => app[Symbol.asyncDispose]());

async function tell(told: readonly WholeEvent[]): Promise<void> {
  const lines = told.map((event) => `${JSON.stringify(event)}\n`).join("");
  await insertEvents(app.house.events)(Buffer.from(lines), uuidv7());
}

// Moscow's midnights: neither end is one of UTC.
const period = { from: "2026-03-27T21:00:00.000Z", to: "2026-03-30T21:00:00.000Z" };
const within = (visits: readonly NaiveVisit[], from: string, to: string) =>
  visits.filter(({ began }) => {
    const at = new Date(`${began.replace(" ", "T")}Z`).toISOString();
    return at >= from && at < to;
  });

const queryOf = (fields: Readonly<Record<string, string>>) =>
  new URLSearchParams({ ...period, ...fields }).toString();
const named = (figures: object) => {
  const { visitors, visits, views, bounces, reads, shares, goals } = Object(figures);
  return { visitors, visits, views, bounces, reads, shares, goals };
};

async function expectNaive(
  fields: Readonly<Record<string, string>> = {},
  keep: (visit: NaiveVisit) => boolean = () => true,
) {
  const visits = within(naiveVisits(events), period.from, period.to).filter(keep);
  for (const dimension of Object.keys(naiveValues).filter((name) => name !== "total")) {
    const { rows } = await read(
      app.owner.get(`/api/reports/breakdown?${queryOf({ ...fields, dimension })}`),
      Breakdown,
    );
    const found = Object.fromEntries(rows.map(({ value, ...figures }) => [value, named(figures)]));
    const naive = [...naiveCells(visits, dimension)].filter(([, cell]) =>
      Object.values(cell).some((n) => n > 0),
    );
    expect(found, dimension).toEqual(Object.fromEntries(naive));
  }
  const cards = await read(app.owner.get(`/api/reports/cards?${queryOf(fields)}`), Cards);
  expect(named(cards.total)).toEqual(naiveCells(visits, "total").get(""));
  const traffic = await read(app.owner.get(`/api/reports/traffic?${queryOf(fields)}`), Traffic);
  for (const point of traffic.points) {
    const end = new Date(point.at.getTime() + 86_400_000).toISOString();
    const own = within(visits, point.at.toISOString(), end);
    expect(point.visits, point.at.toISOString()).toBe(own.filter(({ views }) => views > 0).length);
    expect(point.visitors, point.at.toISOString()).toBe(naiveCells(own, "total").get("")?.visitors ?? 0);
  }
  expect(traffic.points.map(({ at }) => at.toISOString())).toEqual([
    "2026-03-27T21:00:00.000Z",
    "2026-03-28T21:00:00.000Z",
    "2026-03-29T21:00:00.000Z",
  ]);
}

describe("every breakdown, card and day equals a naive count of the events", () => {
  test("while nothing is rolled up", () => expectNaive(), timeout);

  test(
    "when the days are rolled up",
    async () => {
      expect(await rollUp(cutter, new Date())).toBeGreaterThan(3);
      await expectNaive();
    },
    timeout,
  );

  test(
    "when a late event has changed a day that was rolled up, before and after that is done anew",
    async () => {
      const late = Array.from({ length: 20 }, (_, index) => ({
        ...plainEvent(world, "view", Date.parse("2026-03-29T10:00:00Z") + index * 600_000),
        visitor: String(1 + index),
        page_path: "/late",
        source_kind: "search",
        source: "Yandex",
      }));
      events.push(...late);
      await tell(late);
      await expectNaive();
      expect(await rollUp(cutter, new Date())).toBeGreaterThan(0);
      await expectNaive();
    },
    timeout,
  );

  test(
    "narrowed by whatever a report may be narrowed to",
    async () => {
      await expectNaive({ siteId: world.siteIds[1] ?? "" }, ({ siteId }) => siteId === world.siteIds[1]);
      await expectNaive(
        { page: "/tea", country: "RU" },
        ({ pages, country }) => pages.includes("/tea") && country === "RU",
      );
      await expectNaive({ network: "VK" }, ({ network }) => network === "vk");
      await expectNaive({ linkId: world.linkIds[0] ?? "" }, ({ linkId }) => linkId === world.linkIds[0]);
      await expectNaive(
        { audience: "unknown", device: "mobile" },
        (visit) => !visit.isKnown && visit.device === "mobile",
      );
    },
    timeout,
  );
});

test("direct visits never vanish from a breakdown: what is not known is a row of its own", async () => {
  const { rows } = await read(
    app.owner.get(`/api/reports/breakdown?${queryOf({ dimension: "source" })}`),
    Breakdown,
  );
  const all = await read(app.owner.get(`/api/reports/cards?${queryOf({})}`), Cards);
  expect(rows.some(({ value }) => value === "")).toBe(true);
  expect(rows.reduce((sum, { visits }) => sum + visits, 0)).toBe(all.total.visits);
});

test("a visit is not cut at a clock hour, nor at midnight", async () => {
  const at = Date.parse("2026-05-01T23:59:00Z");
  const night = [0, 1, 2].map((minute) => ({
    ...plainEvent(world, "view", at + minute * 60_000),
    visitor: "77",
  }));
  await tell(night);
  const asked = `from=${storeTime(at - 3_600_000).replace(" ", "T")}Z&to=2026-05-03T00:00:00Z`;
  const cards = await read(app.owner.get(`/api/reports/cards?${asked}`), Cards);
  expect(cards.total).toMatchObject({ visits: 1, views: 3, visitors: 1 });
});
