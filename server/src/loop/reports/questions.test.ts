import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { insertEvents, mintEventId } from "#src/ground/events/index.ts";
import { pageOf } from "#src/platform/operation/paging.ts";
import { wholeHouse } from "#src/platform/database/database.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { openWorkspace, read } from "#src/testing/people.ts";
import { ChannelReport, Direct, LinkReport, PostReport, VisitRow, VisitWithEvents } from "./schema.ts";
import { ShareTree, ShareTreeDrawing, ShareTrees } from "./tree-schema.ts";
import { newWorld, plainEvent, type WholeEvent, type World } from "./testing/random-events.ts";

let app: TestApp;
let world: World;
const at = Date.parse("2026-06-01T10:00:00Z");
const period = "from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z";
const minute = 60_000;

const minted = () => mintEventId(new Date(at));
const s = (id = "") => ({ s: id, source_kind: "direct-known" });

/** A link's click, who shared on, and who came by that: a tree of three generations, beside a search and a robot. */
async function fill(link: string): Promise<WholeEvent[]> {
  const [click, other, first, second, orphan] = [minted(), minted(), minted(), minted(), minted()];
  const events = [
    { ...plainEvent(world, "click", at), id: click, visitor: "11", link_id: link },
    { ...plainEvent(world, "click", at), id: other, visitor: "12", link_id: link },
    { ...plainEvent(world, "click", at), visitor: "13", link_id: link, reason: "preview" },
    { ...plainEvent(world, "view", at + 1000), visitor: "11", ...s(click), consented: 1 },
    {
      ...plainEvent(world, "engage", at + 40_000),
      visitor: "11",
      s: click,
      visible_ms: 20_000,
      consented: 1,
    },
    { ...plainEvent(world, "view", at + 1000), visitor: "12", ...s(other) },
    {
      ...plainEvent(world, "share", at + minute),
      id: first,
      visitor: "11",
      parent: click,
      s: click,
      network: "telegram",
      consented: 1,
    },
    // The sharer opens his own link: he has brought nobody.
    { ...plainEvent(world, "view", at + 2 * minute), visitor: "11", ...s(first), consented: 1 },
    { ...plainEvent(world, "view", at + 11 * minute), visitor: "21", ...s(first) },
    { ...plainEvent(world, "view", at + 21 * minute), visitor: "22", ...s(first) },
    {
      ...plainEvent(world, "share", at + 22 * minute),
      id: second,
      visitor: "22",
      parent: first,
      s: first,
      network: "copy",
    },
    { ...plainEvent(world, "view", at + 31 * minute), visitor: "31", ...s(second) },
    {
      ...plainEvent(world, "goal", at + 32 * minute),
      visitor: "31",
      s: second,
      name: "order",
      value: 10,
      currency: "EUR",
      trusted: 1,
    },
    {
      ...plainEvent(world, "view", at),
      visitor: "41",
      source_kind: "search",
      source: "Google",
      page_path: "/tea",
    },
    { ...plainEvent(world, "view", at), visitor: "42", source_kind: "direct", page_path: "/deep/page" },
    { ...plainEvent(world, "view", at), visitor: "43", source_kind: "direct-in-app", source: "Instagram" },
    // An id that never was, and two shares that name each other.
    { ...plainEvent(world, "view", at), visitor: "44", ...s(mintEventId(new Date(at))) },
    { ...plainEvent(world, "share", at), id: orphan, visitor: "45", parent: orphan },
  ];
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join("");
  await insertEvents(app.house.events)(Buffer.from(lines), uuidv7());
  return events;
}

let link = "";
beforeAll(async () => {
  app = await createApp();
  const { id } = await app.house.database.transact(wholeHouse, (db) =>
    db.selectFrom("workspace").select("id").executeTakeFirstOrThrow(),
  );
  world = { ...newWorld(), workspaceId: id };
  const made = await app.owner.post("/api/links", { url: "https://tea.example/" });
  link = String(Object(await made.json()).id);
  await fill(link);
}, 120_000);
afterAll(() => app[Symbol.asyncDispose]());

const ask = <Output>(path: string, shape: z.ZodType<Output>) =>
  read(app.owner.get(`/api/reports/${path}`), shape);

test("a share tree is told by its numbers: who came, by whom, how deep, and what was paid", async () => {
  const tree = await ask(`share-trees/${link}`, ShareTree);
  expect(tree).toMatchObject({
    linkId: link,
    nodes: 5,
    seeds: 2,
    shares: 2,
    depths: [2, 2, 1],
    able: 5,
    k: 3 / 5,
    reach: 1 / (1 - 3 / 5),
    cycleSeconds: 10 * 60 + 59,
    revenue: [{ currency: "EUR", trusted: 10, untrusted: 0 }],
    sharesByNetwork: [
      { network: "copy", shares: 1, brought: 1 },
      { network: "telegram", shares: 1, brought: 2 },
    ],
  });
  // Of the two sharers only one agreed to be known.
  expect(tree.bestSharers).toEqual([{ visitor: "11", shares: 1, brought: 2, broughtInAll: 3 }]);
});

test("a tree's drawing hangs together, and says what it leaves out", async () => {
  const whole = await ask(`share-trees/${link}/drawing`, ShareTreeDrawing); // getShareTreeDrawing
  expect(whole.nodes.map(({ depth }) => depth).toSorted((left, right) => left - right)).toEqual([
    0, 1, 1, 2, 2, 3,
  ]);
  expect(whole.left).toBe(0);
  const ids = new Set(whole.nodes.map(({ id }) => id));
  expect(whole.nodes.every(({ parent }) => parent === null || ids.has(parent))).toBe(true);
});

test("trees are listed with K of all, and shares that name each other as parent are trees of their own", async () => {
  const { rows, total } = await ask(`share-trees?${period}`, ShareTrees); // getShareTrees
  expect(rows).toMatchObject([{ root: link, nodes: 5, seeds: 2, shares: 2, maxDepth: 3 }]);
  expect(total).toMatchObject({ nodes: 5, seeds: 2, k: 3 / 5 });
  expect((await app.owner.get("/api/reports/share-trees/no-tree-of-this-house")).status).toBe(404);
});

test("direct arrivals are split, and an id that nobody minted is no parent", async () => {
  expect(await ask(`direct?${period}`, Direct)).toMatchObject({
    visits: 9,
    withoutReferrer: 8,
    knownParent: 5,
    inApp: 1,
    unknown: 2,
    deepUnknown: 1,
    apps: [{ value: "Instagram", visits: 1 }],
  });
});

test("a link's clicks and visits meet, and robots' clicks stand apart", async () => {
  const { rows } = await ask(`links?${period}`, LinkReport); // getLinkReport
  expect(rows).toMatchObject([{ linkId: link, clicks: 2, robotClicks: 1, visits: 5, qualityClicks: 1 }]);
  expect((await ask(`posts?${period}`, PostReport)).rows).toEqual([]); // getPostReport
  expect((await ask(`channels?${period}`, ChannelReport)).rows).toEqual([]); // getChannelReport
});

test("from a number one drills to its visits, page by page, and from a visit to its events", async () => {
  const seen: z.output<typeof VisitRow>[] = [];
  for (let after = ""; ;) {
    const page = await ask(`visits?${period}&linkId=${link}&limit=2${after}`, pageOf(VisitRow));
    seen.push(...page.items);
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(seen.map(({ visitor }) => visitor).toSorted()).toEqual(["11", "12", "21", "22", "31"]);
  expect(seen.find(({ visitor }) => visitor === "31")).toMatchObject({
    generation: 2,
    linkId: link,
    actions: 1,
  });
  const id = seen.find(({ visitor }) => visitor === "31")?.id ?? "";
  const visit = await ask(`visits/${id}`, VisitWithEvents);
  expect(visit.events.map(({ kind, value }) => [kind, value])).toEqual([
    ["view", 0],
    ["goal", 10],
  ]);
  expect((await app.owner.get(`/api/reports/visits/${uuidv7()}`)).status).toBe(404);
});

test("another workspace sees nothing of any of it", async () => {
  const { owner } = await openWorkspace(app.owner, "Coffee");
  expect(await read(owner.get(`/api/reports/visits?${period}`), pageOf(VisitRow))).toEqual({
    items: [],
    next: null,
  });
  expect((await owner.get(`/api/reports/share-trees/${link}`)).status).toBe(404);
});
