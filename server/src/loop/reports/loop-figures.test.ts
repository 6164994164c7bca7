import { v7 as uuidv7 } from "uuid";
import { beforeAll, afterAll, expect, test } from "vitest";
import { encodeRows, type EventRow, insertEvents } from "#src/ground/events/index.ts";
import { createApp, type TestApp } from "#src/testing/create-app.ts";
import { loopFigures, noFigures } from "./loop-figures.ts";

const workspaceId = uuidv7();
const siteId = uuidv7();
const start = Date.parse("2026-03-01T23:50:00Z");

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app[Symbol.asyncDispose]());

type Said = Partial<EventRow> & Pick<EventRow, "kind"> & { readonly minute?: number };

const anEvent = (at: string): Omit<EventRow, "kind"> => ({
  workspace_id: workspaceId,
  site_id: siteId,
  id: uuidv7(),
  at,
  received_at: at,
  revision: 1,
  reason: "human",
  visitor: "1",
});

async function tell(publicationId: string, said: readonly Said[]) {
  const rows = said.map(({ minute = 0, ...event }): EventRow => {
    const at = new Date(start + minute * 60_000).toISOString();
    const link = event.kind === "click" ? { publication_id: publicationId } : {};
    return Object.assign(anEvent(at), link, event);
  });
  await insertEvents(app.house.events)(Buffer.from(encodeRows(rows)), uuidv7());
}

const figuresOf = async (publicationId: string, workspace = workspaceId) =>
  (await loopFigures(app.house.events, { workspaceId: workspace, publicationIds: [publicationId] })).get(
    publicationId,
  );

test("only people's clicks count, and the others are shown apart", async () => {
  const publicationId = uuidv7();
  const reasons = ["human", "preview", "head", "prefetch"] as const;
  await tell(
    publicationId,
    reasons.map((reason) => ({ kind: "click", reason })),
  );
  expect(await figuresOf(publicationId)).toEqual({ ...noFigures, clicks: 1, robotClicks: 3 });
});

test("a visit is not cut at midnight, is cut by half an hour of silence, and is read at 15 seconds or 75 percent", async () => {
  const publicationId = uuidv7();
  const s = uuidv7();
  await tell(publicationId, [
    { kind: "click", id: s },
    { kind: "view", s },
    { kind: "engage", s, minute: 20, visible_ms: 15_000 },
    { kind: "view", s, minute: 49 },
    { kind: "view", s, minute: 80 },
    { kind: "engage", s, minute: 81, visible_ms: 14_999, scroll_percent: 74 },
  ]);
  expect(await figuresOf(publicationId)).toMatchObject({ visits: 2, reads: 1 });
});

test("visitors whom shares brought are counted by generation, once each, without the sharer himself", async () => {
  const publicationId = uuidv7();
  const [click, first, second] = [uuidv7(), uuidv7(), uuidv7()];
  await tell(publicationId, [
    { kind: "click", id: click, visitor: "1" },
    { kind: "view", s: click, visitor: "1" },
    { kind: "share", id: first, parent: click, visitor: "1" },
    { kind: "view", s: first, visitor: "1" },
    { kind: "view", s: first, visitor: "2" },
    { kind: "view", s: first, visitor: "2", minute: 3 },
    { kind: "view", s: first, visitor: "3" },
    { kind: "view", s: first, visitor: "4", reason: "preview" },
    { kind: "share", id: second, parent: first, visitor: "3" },
    { kind: "view", s: second, visitor: "5" },
    { kind: "comment", s: second, visitor: "5" },
  ]);
  expect(await figuresOf(publicationId)).toMatchObject({
    shares: 2,
    broughtByGeneration: [2, 1],
    comments: 1,
  });
});

test("an event that was sent twice counts once", async () => {
  const publicationId = uuidv7();
  const twice: Said = { kind: "click", id: uuidv7() };
  await tell(publicationId, [twice]);
  await tell(publicationId, [twice]);
  expect(await figuresOf(publicationId)).toMatchObject({ clicks: 1 });
});

test("another workspace sees nothing of it", async () => {
  const publicationId = uuidv7();
  await tell(publicationId, [{ kind: "click" }]);
  expect(await figuresOf(publicationId, uuidv7())).toBeUndefined();
});
