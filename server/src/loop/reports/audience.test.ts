import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertEvents } from "#src/ground/events/index.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { openWorkspace, read } from "#src/testing/people.ts";
import { wilson } from "./questions/wilson.ts";
import { Cohorts, Funnel, NewcomerPaths, Regulars } from "./people-schema.ts";
import {
  daysSeen,
  hasBecomeRegular,
  instantOf,
  mondayOf,
  naiveFunnel,
  naivePeople,
  type NaivePerson,
  type NaiveStep,
} from "./testing/naive-audience.ts";
import { naiveVisits, type NaiveVisit } from "./testing/naive-visits.ts";
import { newWorld, plainEvent, randomEvents, seeded, type WholeEvent } from "./testing/random-events.ts";
import { registerSites } from "./testing/register-sites.ts";

const dayMs = 86_400_000;
const period = { from: "2026-03-20T00:00:00Z", to: "2026-05-20T00:00:00Z" };
const asked = `from=${period.from}&to=${period.to}&zone=UTC`;
const [from, to] = [Date.parse(period.from), Date.parse(period.to)];

let app: TestApp;
let events: WholeEvent[];
let visits: NaiveVisit[];
let people: NaivePerson[];
let siteId: string;

beforeAll(async () => {
  app = await createApp();
  const { id } = await app.house.database.transact(wholeHouse, (db) =>
    db.selectFrom("workspace").select("id").executeTakeFirstOrThrow(),
  );
  // Begins before the period, so that not all who are seen in it are newcomers, and goes on for six weeks.
  const world = {
    ...newWorld(),
    workspaceId: id,
    beginsAt: Date.parse("2026-03-16T20:00:00Z"),
    days: 60,
    visitors: 40,
  };
  siteId = world.siteIds[0] ?? "";
  await registerSites(app, world);
  const looked = (visitor: string, at: number, page: string) => ({
    ...plainEvent(world, "view", at),
    visitor,
    consented: 1,
    source_kind: "network",
    source: "VK",
    page_path: page,
  });
  const began = Date.parse("2026-04-01T10:00:00Z");
  events = [
    ...randomEvents(world, 2500, seeded(23)),
    // Few of the random newcomers look at a second page: these do, one of them after loading the first anew.
    looked("9001", began, "/"),
    looked("9001", began + 60_000, "/"),
    looked("9001", began + 120_000, "/tea"),
    looked("9001", began + 2 * dayMs, "/honey"),
    looked("9002", began, "/cups"),
    looked("9002", began + 60_000, "/tea"),
  ];
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join("");
  await insertEvents(app.house.events)(Buffer.from(lines), uuidv7());
  visits = naiveVisits(events);
  people = naivePeople(visits);
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

const within = ({ began }: NaiveVisit) => instantOf(began) >= from && instantOf(began) < to;

const key = ({ siteId: site, visitor }: NaiveVisit) => `${site} ${visitor}`;

function naiveKnown() {
  const seen = visits.filter((visit) => visit.views > 0 && within(visit));
  const known = new Set(seen.filter(({ isKnown }) => isKnown).map(key)).size;
  const strangers = new Set(
    seen.filter(({ isKnown }) => !isKnown).map((visit) => `${key(visit)} ${visit.began.slice(0, 10)}`),
  ).size;
  return { knownVisitors: known, allVisitors: known + strangers };
}

test("cohorts are as a naive count of known people finds them, and say how many of all those are", async () => {
  const found = await read(app.owner.get(`/api/reports/cohorts?${asked}`), Cohorts); // getCohorts
  const fresh = people.filter(({ first }) => within(first));
  const last = mondayOf(period.to);
  const naive = [...Map.groupBy(fresh, ({ first }) => mondayOf(first.began))]
    .toSorted(([left], [right]) => left - right)
    .map(([monday, cohort]) => ({
      at: new Date(monday),
      size: cohort.length,
      back: Array.from(
        { length: (last - monday) / (7 * dayMs) },
        (_, week) =>
          cohort.filter(({ visits: own }) =>
            own.some((one) => within(one) && mondayOf(one.began) === monday + (week + 1) * 7 * dayMs),
          ).length,
      ),
    }));
  expect(naive.length).toBeGreaterThan(1);
  expect(naive.flatMap(({ back }) => back).some((count) => count > 0)).toBe(true);
  expect(found.rows).toEqual(naive);
  expect(found).toMatchObject({ interval: "week", ...naiveKnown() });
  expect(found.allVisitors).toBeGreaterThan(found.knownVisitors);
});

test("cohorts by month add up to the same people", async () => {
  const months = await read(app.owner.get(`/api/reports/cohorts?${asked}&interval=month`), Cohorts);
  expect(months.rows.map(({ back }) => back.length)).toEqual(
    months.rows.map(({ at }) => 4 - at.getUTCMonth()), // up to May
  );
  expect(months.rows.reduce((sum, { size }) => sum + size, 0)).toBe(
    people.filter(({ first }) => within(first)).length,
  );
});

const isRegular = (person: NaivePerson) => daysSeen(person, to - 30 * dayMs, to) >= 3;
const byValue = (left: { value: string }, right: { value: string }) => (left.value < right.value ? -1 : 1);

test.each(["source", "network", "entryPage"] as const)(
  "regulars are credited to the %s that brought them first, with an interval",
  async (by) => {
    const found = await read(app.owner.get(`/api/reports/regulars?${asked}&by=${by}`), Regulars); // getRegulars
    const valueOf = ({ first }: NaivePerson) =>
      ({
        source: first.source || first.sourceKind,
        network: first.network,
        entryPage: first.pages[0] ?? "",
      })[by];
    const seen = people.filter(({ first }) => instantOf(first.began) < to);
    const naive = [...Map.groupBy(seen, valueOf)].flatMap(([value, own]) => {
      const newcomers = own.filter(({ first }) => within(first));
      const became = newcomers.filter((person) => hasBecomeRegular(person, to));
      const { rate, low, high } = wilson(became.length, newcomers.length);
      const regulars = own.filter(isRegular).length;
      return newcomers.length + regulars === 0
        ? []
        : [{ value, newcomers: newcomers.length, regulars, share: rate, low, high }];
    });
    expect(found.rows.toSorted(byValue)).toEqual(naive.toSorted(byValue));
    expect(found.regulars).toBe(seen.filter(isRegular).length);
    expect(found.regulars).toBeGreaterThan(0);
    expect(naive.some(({ share }) => share > 0)).toBe(true);
    expect(found).toMatchObject(naiveKnown());
  },
);

test("newcomers' paths tell the page after the landing page and who came back another day", async () => {
  const found = await read(app.owner.get(`/api/reports/newcomers?${asked}`), NewcomerPaths); // getNewcomerPaths
  const fresh = people.filter(({ first }) => within(first));
  const naive = [...Map.groupBy(fresh, ({ first }) => first.network)].map(([value, own]) => {
    const next = own.map(({ first }) => first.pages.find((page) => page !== first.pages[0]) ?? "");
    const counts = [...Map.groupBy(next, (page) => page)].map(([page, same]) => ({
      page,
      visits: same.length,
    }));
    const cameBack = own.filter((person) => {
      const began = instantOf(person.first.began);
      return daysSeen(person, began, began + 30 * dayMs) > 1;
    });
    return {
      value,
      visits: own.length,
      visitors: own.length,
      views: own.reduce((sum, { first }) => sum + first.views, 0),
      reads: own.filter(({ first }) => first.isRead).length,
      cameBack: cameBack.length,
      nextPages: counts.toSorted((a, b) => b.visits - a.visits || (a.page < b.page ? -1 : 1)),
    };
  });
  expect(found.rows).toHaveLength(naive.length);
  for (const row of naive) {
    expect(found.rows.find(({ value }) => value === row.value)).toMatchObject(row);
  }
  expect(naive.some(({ cameBack }) => cameBack > 0)).toBe(true);
  expect(naive.flatMap(({ nextPages }) => nextPages).some(({ page }) => page !== "")).toBe(true);
  expect(found).toMatchObject(naiveKnown());
});

const funnels: readonly (readonly [string, number, readonly NaiveStep[]])[] = [
  ["three kinds in their order", 40_000, [{ kind: "view" }, { kind: "read" }, { kind: "share" }]],
  ["the same step twice is two events", 40_000, [{ kind: "view" }, { kind: "view" }, { kind: "view" }]],
  [
    "steps that one event would fit",
    40_000,
    [
      { kind: "view", page: "/*" },
      { kind: "view", page: "/tea" },
    ],
  ],
  [
    "a page and a name",
    43_200,
    [
      { kind: "view", page: "/cups" },
      { kind: "goal", name: "order" },
    ],
  ],
  ["a short window", 300, [{ kind: "view" }, { kind: "view" }, { kind: "custom", name: "list.clicked" }]],
];

test.each(funnels)("a funnel counts who went through: %s", async (_name, windowMinutes, steps) => {
  const answer = app.owner.post("/api/reports/funnels", { ...period, steps, windowMinutes }); // getFunnel
  const found = await read(answer, Funnel);
  const happened = events.filter(({ at }) => instantOf(at) >= from && instantOf(at) < to);
  const naive = naiveFunnel(happened, steps, windowMinutes * 60_000);
  expect(found.steps.map(({ visitors }) => visitors)).toEqual(naive);
  expect(naive[0]).toBeGreaterThan(0);
  expect(found.steps[1]?.ofFirst).toBeCloseTo((naive[1] ?? 0) / (naive[0] ?? 1), 10);
  expect(found.steps.at(-1)?.ofPrevious).toBeCloseTo((naive.at(-1) ?? 0) / (naive.at(-2) ?? 1), 10);
});

test("questions about people can be narrowed to one site", async () => {
  const ofSite = people.filter(({ first }) => within(first) && first.siteId === siteId).length;
  const cohorts = await read(app.owner.get(`/api/reports/cohorts?${asked}&siteId=${siteId}`), Cohorts);
  expect(cohorts.rows.reduce((sum, { size }) => sum + size, 0)).toBe(ofSite);
  const regulars = await read(app.owner.get(`/api/reports/regulars?${asked}&siteId=${siteId}`), Regulars);
  expect(regulars.rows.reduce((sum, { newcomers }) => sum + newcomers, 0)).toBe(ofSite);
});

test("a funnel of one step is refused, and another workspace sees nobody", async () => {
  const one = await app.owner.post("/api/reports/funnels", { ...period, steps: [{ kind: "view" }] });
  expect(one.status).toBe(400);
  const { owner } = await openWorkspace(app.owner, "Coffee");
  const steps = [{ kind: "view" }, { kind: "read" }];
  const funnel = await read(owner.post("/api/reports/funnels", { ...period, steps }), Funnel);
  expect(funnel.steps.map(({ visitors }) => visitors)).toEqual([0, 0]);
  const cohorts = await read(owner.get(`/api/reports/cohorts?${asked}`), Cohorts);
  expect(cohorts).toMatchObject({ rows: [], knownVisitors: 0, allVisitors: 0 });
});
